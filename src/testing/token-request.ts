import { parameterProblems } from './parameter-rules.js';
import type { OfflineAnswer, TokenBody } from './protocol.js';
import { type Sdk, warn } from './sdk.js';
import type { CardToken, NonPciData } from './types.js';

const INSECURE_ORIGIN =
  'MercadoPago.js - Your payment cannot be processed because the website contains credit card data and is not using a ' +
  'secure connection.SSL certificate is required to operate.';

/** Rejects with what the SDK rejects with: seldom an `Error`. */
const reject = (reason: unknown): Promise<never> => Promise.reject(reason);

/** What stops a token request before anything is sent: an insecure page, or parameters that break the rules. */
export async function admitTokenRequest(
  sdk: Sdk,
  publicKey: string,
  parameters: object,
  required: readonly string[],
): Promise<OfflineAnswer> {
  const outcome = sdk.stage.takeTokenOutcome();
  const insecure = location.protocol !== 'https:' && !publicKey.startsWith('TEST');
  if (insecure || outcome === 'insecure-origin') return reject(INSECURE_ORIGIN);
  const problems = parameterProblems(parameters, required);
  if (problems.length > 0) {
    warn('Form could not be submitted', problems);
    return reject(problems);
  }
  return { outcome, cardIds: sdk.stage.cardIds, now: Date.now() };
}

/** The part of the body that the page itself knows. */
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

/** Hands the token out when nothing holds it back, and keeps it in the record. */
export async function deliver(sdk: Sdk, answer: Promise<CardToken | undefined>): Promise<CardToken | undefined> {
  const settled = answer.then(
    (token) => () => Promise.resolve(token),
    // What `fetch` rejects with is handed on as a mere string.
    (reason: unknown) => () => reject(reason instanceof TypeError ? reason.message : reason),
  );
  const settle = await settled;
  await sdk.stage.passage('token');
  const token = await settle();
  if (token) sdk.stage.tokens.push(token);
  return token;
}
