import { decodeCard, decodeCards } from '../card/decode.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
import { MpError } from '../errors.js';
import { exchange, inTime, NEVER, prepare, type Answer, type MerchantEndpoint } from './exchange.js';
import { jsonOf, refusal } from './refusal.js';

export type { MerchantEndpoint } from './exchange.js';

/*
 * Each of these rejects with an MpError: `endpoint-network`, `endpoint-timeout`, `endpoint-status` (with the `causeCode`
 * that the shop passed on), `signed-out`, `protocol`, `aborted`.
 */

/** The customer's cards, as the shop lists them. */
export async function listCards(endpoint: MerchantEndpoint, signal: AbortSignal): Promise<CardList> {
  const answer = await exchange(endpoint, {}, signal);
  return decodeCards(contentOf(answer));
}

/** What Mercado Pago saves a card from. */
export interface NewCard {
  readonly token: string;
  /** `null` when it could not be recognised: Mercado Pago can often tell it from the token. */
  readonly paymentMethodId: string | null;
  readonly issuerId: string | null;
}

/**
 * Saves a card. The same `key` sent again with the same card saves it once. An answer that cannot be read is a `protocol`
 * error: then only the list tells whether the card is there.
 *
 * @throws MpError also `card-duplicate`, `card-limit`
 */
export async function addCard(
  endpoint: MerchantEndpoint,
  { token, paymentMethodId, issuerId }: NewCard,
  key: string,
  signal: AbortSignal,
): Promise<SavedCard> {
  const json = { token, payment_method_id: paymentMethodId, issuer_id: issuerId };
  const headers = { 'X-Idempotency-Key': key };
  const answer = await exchange(endpoint, { method: 'POST', headers, json }, signal);
  const { status } = answer.response;
  if (status === 409) throw new MpError('card-duplicate', 'The card endpoint answered 409.');
  // Not there, not for POST, or without a valid CSRF token: no card is to blame.
  if ([404, 405, 419].includes(status) && !refusal(answer).causeCode)
    throw new MpError('configuration', `The card endpoint answered ${status}.`);
  const card = decodeCard(contentOf(answer));
  if (!card) throw new MpError('protocol', 'Expected the saved card, got something else.');
  return card;
}

/**
 * Makes the removal of a card ready: what the page has to say about the request is asked now, so the result sends it in
 * the turn of its call and lets it outlive the page.
 */
export async function prepareRemoval(endpoint: MerchantEndpoint, cardId: string): Promise<() => Promise<void>> {
  const send = await inTime(NEVER, () => prepare(endpoint, { method: 'DELETE', path: [cardId], keepalive: true }));
  return async () => {
    const answer = await inTime(NEVER, send);
    if (answer.response.status === 404 && !(await isListed(endpoint, cardId))) return;
    requireConsent(answer);
  };
}

/** Makes a card the customer's default one. */
export async function makeDefault(endpoint: MerchantEndpoint, cardId: string, signal: AbortSignal): Promise<void> {
  requireConsent(await exchange(endpoint, { method: 'PUT', path: [cardId, 'default'] }, signal));
}

async function isListed(endpoint: MerchantEndpoint, cardId: string): Promise<boolean> {
  const { cards } = await listCards(endpoint, NEVER);
  return cards.some(({ id }) => id === cardId);
}

function contentOf(answer: Answer): unknown {
  if (!answer.response.ok) throw refusal(answer);
  const content = jsonOf(answer.body);
  if (content === undefined) throw notJson(answer);
  return content;
}

/** A shop may answer a change with nothing or with anything of its own, but a page is a sign-in or an error page. */
function requireConsent(answer: Answer): void {
  if (!answer.response.ok) throw refusal(answer);
  if (/^\s*</.test(answer.body)) throw notJson(answer);
}

const notJson = ({ response }: Answer) =>
  new MpError('protocol', `Expected JSON, got something else (${response.headers.get('content-type')}).`);
