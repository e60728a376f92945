import { digitsOf, fieldsOf, textOf } from '../card/raw-json.js';
import type { CardData } from '../card/same-card.js';
import { documentParsed } from '../document-parsed.js';
import { MpError, toMpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';
import { loadSdk } from './loader.js';
import { lookupsOf, type Lookups } from './lookups.js';
import { tokenError } from './sdk-errors.js';
import { sdkOptions } from './sdk-options.js';
import type { VendorField, VendorFieldType, VendorInstance } from './vendor.js';
import { withTimeout } from './with-timeout.js';

/** A card token. Digits and expiry are those of a new card; empty or 0 for a saved card, or when Mercado Pago does not send them. */
export interface CardToken extends CardData {
  readonly id: string;
  /** When the token expires, as an ISO date. */
  readonly expiresAt: string;
}

/** What a token is made from, in addition to the content of the mounted fields. */
export type TokenRequest =
  | { readonly cardId: string }
  | {
      readonly cardholderName: string;
      readonly identificationType?: string;
      /** Letters and digits only: the SDK rejects dots and dashes. */
      readonly identificationNumber?: string;
    };

/** The part of MercadoPago.js that the rest of the package uses. */
export interface PaymentSdk extends Lookups {
  createField(type: VendorFieldType, options: Record<string, unknown>): VendorField;
  /**
   * Creates a single-use token: of a saved card with the mounted security code field, of a new card with all mounted fields.
   *
   * @throws MpError `code-incomplete`, `code-invalid`, `card-unknown`, `token-refused`, `token-network`, `token-timeout`, `field-lost`, `configuration`
   */
  createCardToken(request: TokenRequest): Promise<CardToken>;
}

const PUBLIC_KEY = /^(TEST|APP_USR)-\S+$/;
const TOKEN_VALIDITY = 7 * 24 * 60 * 60 * 1000;

/** Says what is wrong with the form of a public key, or nothing. Mercado Pago itself checks a key only when it makes a token. */
export function publicKeyProblem(publicKey: string): string | undefined {
  if (!PUBLIC_KEY.test(publicKey)) {
    return 'public-key must be the public key of your Mercado Pago application: TEST-… or APP_USR-….';
  }
  if (location.protocol !== 'https:' && !publicKey.startsWith('TEST')) {
    return 'MercadoPago.js refuses a key that does not start with TEST on a page without https. Serve the page over https.';
  }
  return undefined;
}

/** The instances of the present public key, by locale. */
const instances = new Map<string, Promise<VendorInstance>>();
let instancesKey: string;

/**
 * Connects to MercadoPago.js, with one instance per locale. The SDK keeps the public key for the whole page, so that all instances
 * are dropped when the key changes.
 *
 * @throws MpError `configuration`, `sdk-blocked`, `sdk-timeout`, `sdk-broken`
 */
export async function connectSdk(publicKey: string, locale: string): Promise<PaymentSdk> {
  const problem = publicKeyProblem(publicKey);
  if (problem) throw new MpError('configuration', problem);
  if (instancesKey !== publicKey) instances.clear();
  instancesKey = publicKey;
  const connecting = instances.get(locale) ?? construct(publicKey, locale);
  instances.set(locale, connecting);
  try {
    return adapt(await connecting);
  } catch (cause) {
    if (instances.get(locale) === connecting) instances.delete(locale);
    throw toMpError(cause, 'sdk-broken', 'MercadoPago.js could not be started.');
  }
}

async function construct(publicKey: string, locale: string): Promise<VendorInstance> {
  // A script that follows ours may still call `configureSdk`.
  await documentParsed();
  const { instance: given, trackingDisabled, advancedFraudPrevention } = sdkOptions();
  if (given) {
    const tooLate = () =>
      new MpError('sdk-timeout', 'The promise given to configureSdk as instance did not resolve in time.');
    return (await withTimeout(Promise.resolve(given), TIMEOUT.script, tooLate)) as VendorInstance;
  }
  const MercadoPago = await loadSdk();
  return new MercadoPago(publicKey, {
    locale,
    ...(trackingDisabled !== undefined && { trackingDisabled }),
    ...(advancedFraudPrevention !== undefined && { advancedFraudPrevention }),
  });
}

function adapt(instance: VendorInstance): PaymentSdk {
  const { fields } = instance;
  return {
    ...lookupsOf(instance),
    createField: (type, options) => fields.create(type, options),

    async createCardToken(request) {
      const tooLate = () => new MpError('token-timeout', 'Mercado Pago took too long to make the token.');
      // Called in `then()`, since an old build may throw instead of rejecting.
      const attempt = Promise.resolve().then(() => fields.createCardToken(request));
      const token = await withTimeout(attempt, TIMEOUT.token, tooLate).catch((rejection: unknown) => {
        throw tokenError(rejection);
      });
      return decodeToken(token);
    },
  };
}

/** Reads a token. According to its documentation the SDK may resolve with nothing, which is an error here. */
function decodeToken(token: unknown): CardToken {
  const { id, date_due, ...card } = fieldsOf(token);
  if (typeof id !== 'string' || !id) throw new MpError('token-refused', 'Mercado Pago answered without a token.');
  const due = Date.parse(textOf(date_due));
  const latest = Date.now() + TOKEN_VALIDITY;
  return {
    id,
    // A device whose clock is ahead would take what was made just now for expired; one that is behind, for good for years.
    expiresAt: new Date(due > Date.now() && due < latest ? due : latest).toISOString(),
    firstSixDigits: digitsOf(card['first_six_digits'], 6),
    lastFourDigits: digitsOf(card['last_four_digits'], 4),
    expirationMonth: Number(textOf(card['expiration_month'])),
    expirationYear: Number(textOf(card['expiration_year'])),
  };
}
