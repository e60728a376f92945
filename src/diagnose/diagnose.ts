import { decodeAmount } from '../card/amount.js';
import type { SavedCard } from '../card/saved-card.js';
import { MpError, asMpError, type MpErrorCode } from '../errors.js';
import { checkCountry, checkPolicy, keyProblem } from '../mercadopago/diagnosis-checks.js';
import { connectSdk } from '../mercadopago/payment-sdk.js';
import { listCards } from '../merchant/client.js';
import { VERSION } from '../version.js';
import { clashMessage, type FormPart } from '../core/form-part.js';
import { versionClash } from '../page-record.js';
import { merchantEndpoint, type EndpointSettings } from '../core/merchant-endpoint.js';

/** What was looked at. */
export type DiagnosisId =
  | 'place'
  | 'public-key'
  | 'script'
  | 'account'
  | 'country'
  | 'field'
  | 'policy'
  | 'endpoint'
  | 'amount'
  | 'names'
  | 'versions'
  | 'sending';

/** One thing that was looked at. */
export interface DiagnosisCheck {
  readonly id: DiagnosisId;
  /** `null`: not known, because it does not matter here or something else has to be mended first. */
  readonly ok: boolean | null;
  /** What is wrong, and the fix; maybe why it is not known; empty otherwise. In English, for developers. */
  readonly message: string;
}

/** What is right and wrong with an integration: no personal data, so it can be sent to anybody. */
export interface Diagnosis {
  /** Of this package. */
  readonly version: string;
  /** Nothing is known to be wrong. */
  readonly ok: boolean;
  readonly checks: readonly DiagnosisCheck[];
}

/** The Secure Fields of an element: ready, on their way, at another element of the page, not needed now, or failed. */
export type FieldsStanding = 'ready' | 'opening' | 'away' | 'unused' | MpError;

/** An element as its page set it up. */
export interface Integration {
  readonly settings: EndpointSettings & { readonly publicKey: string; readonly amount: string | number };
  readonly sdkLocale: string;
  readonly form: FormPart;
  /** False where MercadoPago.js is not loaded at all. */
  readonly needsSdk: boolean;
  /** False where the page gives the cards. */
  readonly needsEndpoint: boolean;
  /** The element takes part in the page: it is neither disabled nor hidden. */
  readonly isActive: boolean;
  readonly card: SavedCard | null;
  readonly fields: FieldsStanding;
}

const CARDS = 'Answer the JSON of GET /v1/customers/{id}/cards.';
const READ_EARLY =
  'Something read the form while a card was chosen and no token was made. If that was a payment (a bundled jQuery, a saved reference to form.submit, a click handler that reads the form), call tokenize() first.';
const GET_UNLESS_PREVENTED =
  'The form has the method GET: it can be sent only by a script that prevents its submit. Otherwise give it method="post".';
const POLICY = "Compare the page's Content-Security-Policy with the README's, and try without an ad blocker.";

/** What mends a fault whose message does not say it. */
const FIXES: Partial<Record<MpErrorCode, string>> = {
  'sdk-blocked': POLICY,
  'sdk-timeout': POLICY,
  'sdk-broken': 'Look for other code that sets window.MercadoPago, and for an old script of Mercado Pago.',
  'field-timeout': `secure-fields.mercadopago.com has to be in frame-src and in connect-src. ${POLICY}`,
  'field-lost':
    'Let the page leave the children of the element alone; a framework that renders them anew removes the frame.',
  'endpoint-network': 'Look at its address; one of another origin has to allow this page (CORS).',
  'endpoint-timeout': 'Look at your server.',
  'endpoint-status': CARDS,
  'signed-out': 'Send the session along: another origin needs requestInit = {credentials: "include"}.',
  protocol: CARDS,
};

/** A check throws what is wrong; `false`, or the reason in words, stands for what is not known. */
async function look(id: DiagnosisId, check: () => unknown): Promise<DiagnosisCheck> {
  try {
    const result = await check();
    const message = typeof result === 'string' ? result : '';
    return { id, ok: result === false || message ? null : true, message };
  } catch (error) {
    const { code, message } = asMpError(error) ?? new MpError('configuration', `${id} could not be looked at.`);
    return { id, ok: false, message: `${message} ${FIXES[code] ?? ''}`.trim() };
  }
}

const wrong = (message: string): never => {
  throw new MpError('configuration', message);
};

/** Looks at everything that may be wrong with an integration, and disturbs nothing: no token, no field, no change. */
export async function diagnose(integration: Integration): Promise<Diagnosis> {
  const { settings, sdkLocale, fields, card, needsSdk, needsEndpoint } = integration;
  const problem = needsSdk ? keyProblem(settings.publicKey) : undefined;
  const connecting = needsSdk && !problem ? connectSdk(settings.publicKey, sdkLocale) : undefined;
  const connected = connecting?.catch(() => undefined);
  const { clash, wasReadEarly, saysGet, refusal } = integration.form;
  const checks = await Promise.all([
    look('place', () => integration.isActive || 'The element is disabled or hidden, and takes no part.'),
    look('public-key', () => needsSdk && problem && wrong(problem)),
    look('script', async () => Boolean(await connecting)),
    look('account', async () => Boolean(await (await connected)?.identificationTypes())),
    look('country', async () => {
      const sdk = await connected;
      return sdk && card ? checkCountry(sdk, card) : false;
    }),
    look('field', () => {
      if (needsSdk && fields instanceof Error) throw fields;
      return needsSdk && (fields === 'ready' || `The Secure Fields are ${fields as string}.`);
    }),
    look('policy', checkPolicy),
    look('endpoint', () => needsEndpoint && listCards(merchantEndpoint(settings), new AbortController().signal)),
    look('amount', () => decodeAmount(settings.amount) !== ''),
    look('names', () => clash && wrong(clashMessage(clash))),
    look('versions', () => {
      const message = versionClash();
      return !message || wrong(message);
    }),
    look('sending', () => {
      if (wasReadEarly) wrong(READ_EARLY);
      if (refusal) throw refusal;
      return !saysGet || GET_UNLESS_PREVENTED;
    }),
  ]);
  return { version: VERSION, ok: checks.every(({ ok }) => ok !== false), checks };
}
