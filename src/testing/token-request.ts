import { parameterProblems } from './parameter-rules.js';
import type { OfflineAnswer, TokenBody } from './protocol.js';
import { type Sdk, warn } from './sdk.js';
import type { CardToken, NonPciData } from './types.js';

const INSECURE_ORIGIN =
  'MercadoPago.js - Your payment cannot be processed because the website contains credit card data and is not using a ' +
  'secure connection.SSL certificate is required to operate.';

/** Mercado Pago's clock, which is right when that of the page, or of the device, is wrong. */
const ownClock = Date.now;

/** Rejects with any value, as the SDK does: it is rarely an `Error`. */
const reject = (reason: unknown): Promise<never> => Promise.reject(reason);

/** Rejects a token request that the SDK would not send: on an insecure page, or with invalid parameters. */
export async function checkTokenRequest(
  sdk: Sdk,
  publicKey: string,
  parameters: object,
  required: readonly string[],
): Promise<OfflineAnswer> {
  const outcome = sdk.controls.takeTokenOutcome();
  const insecure = location.protocol !== 'https:' && !publicKey.startsWith('TEST');
  if (insecure || outcome === 'insecure-origin') return reject(INSECURE_ORIGIN);
  const problems = parameterProblems(parameters, required);
  if (problems.length > 0) {
    warn('Form could not be submitted', problems);
    return reject(problems);
  }
  return { outcome, cardIds: sdk.controls.cardIds, now: ownClock() };
}

/** The part of the body that comes from the page, not from the frames. */
export function nonPciBody({
  cardId,
  cardholderName,
  identificationType,
  identificationNumber,
}: NonPciData): TokenBody {
  if (cardId !== undefined) return { card_id: cardId };
  if (cardholderName === undefined) return {};
  const identification = {
    ...(identificationType !== undefined && { type: identificationType }),
    ...(identificationNumber !== undefined && { number: identificationNumber }),
  };
  return { cardholder: { name: cardholderName, identification } };
}

/** Resolves with the token, after a delay that the test requested, and records it. */
export async function deliver(sdk: Sdk, answer: Promise<CardToken | undefined>): Promise<CardToken | undefined> {
  const settled = answer.then(
    (token) => () => Promise.resolve(token),
    // The SDK turns a rejection of `fetch` into a string.
    (reason: unknown) => () => reject(reason instanceof TypeError ? reason.message : reason),
  );
  const settle = await settled;
  await sdk.controls.released('token');
  const token = await settle();
  if (token) sdk.controls.tokens.push(token);
  return token;
}
