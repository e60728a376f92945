import { decodeCard, decodeCards } from '../card/decode.js';
import { parseJson } from '../card/raw-json.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
import { MpError } from '../errors.js';
import {
  NEVER_ABORTED,
  prepareRequest,
  sendRequest,
  withinTimeout,
  type Answer,
  type MerchantEndpoint,
} from './request.js';
import { endpointError } from './endpoint-error.js';

export type { MerchantEndpoint } from './request.js';

/*
 * Each function here rejects with an MpError: `endpoint-network`, `endpoint-timeout`, `endpoint-status` (with the `causeCode`
 * of Mercado Pago if the shop passed it on), `signed-out`, `protocol`, `aborted`.
 */

/** The customer's cards. */
export async function listCards(endpoint: MerchantEndpoint, signal: AbortSignal): Promise<CardList> {
  const answer = await sendRequest(endpoint, {}, signal);
  return decodeCards(readJson(answer));
}

/** What Mercado Pago needs to save a card. */
export interface NewCard {
  readonly token: string;
  /** `null` when it is not known. Mercado Pago can often find it by the token. */
  readonly paymentMethodId: string | null;
  readonly issuerId: string | null;
}

/**
 * Saves a card. A request that is repeated with the same idempotency key saves it once. After a `protocol` error, which is an
 * answer that cannot be read, only the list of cards shows whether the card was saved.
 *
 * @throws MpError also `card-duplicate`, `card-limit`, `configuration`
 */
export async function addCard(
  endpoint: MerchantEndpoint,
  { token, paymentMethodId, issuerId }: NewCard,
  key: string,
  signal: AbortSignal,
): Promise<SavedCard> {
  const json = { token, payment_method_id: paymentMethodId, issuer_id: issuerId };
  const headers = { 'X-Idempotency-Key': key };
  const answer = await sendRequest(endpoint, { method: 'POST', headers, json }, signal);
  const { status } = answer.response;
  if (status === 409) throw new MpError('card-duplicate', 'The card endpoint answered 409.');
  // A wrong address, no handler for POST, or no valid CSRF token: the integration is wrong, not the card.
  if ([404, 405, 419].includes(status) && !endpointError(answer).causeCode)
    throw new MpError('configuration', `The card endpoint answered ${status}.`);
  const card = decodeCard(readJson(answer));
  if (!card) throw new MpError('protocol', 'Expected the saved card, got something else.');
  return card;
}

/**
 * Prepares the removal of a card. The page's `requestInit` is awaited now, so that the returned function sends the request
 * synchronously. The request has `keepalive`: a removal that is sent on `pagehide` outlives the page.
 */
export async function prepareRemoval(endpoint: MerchantEndpoint, cardId: string): Promise<() => Promise<void>> {
  const send = await withinTimeout(NEVER_ABORTED, () =>
    prepareRequest(endpoint, { method: 'DELETE', path: [cardId], keepalive: true }),
  );
  return async () => {
    const answer = await withinTimeout(NEVER_ABORTED, send);
    const { status, type } = answer.response;
    // Removed before, or removed and redirected: neither says so, the list does.
    if ((status === 404 || type === 'opaqueredirect') && !(await isListed(endpoint, cardId))) return;
    requireSuccess(answer);
  };
}

/** Makes a card the customer's default one. */
export async function makeDefault(endpoint: MerchantEndpoint, cardId: string, signal: AbortSignal): Promise<void> {
  const answer = await sendRequest(endpoint, { method: 'PUT', path: [cardId, 'default'] }, signal);
  // Changed and redirected, or not: the list says so.
  if (answer.response.type === 'opaqueredirect' && (await listCards(endpoint, signal)).defaultCardId === cardId) return;
  requireSuccess(answer);
}

async function isListed(endpoint: MerchantEndpoint, cardId: string): Promise<boolean> {
  const { cards } = await listCards(endpoint, NEVER_ABORTED);
  return cards.some(({ id }) => id === cardId);
}

function readJson(answer: Answer): unknown {
  if (!answer.response.ok) throw endpointError(answer);
  const content = parseJson(answer.body);
  if (content === undefined) throw notJsonError(answer);
  return content;
}

/** A shop may answer a change with any body or none, except HTML: that is a sign-in page or an error page. */
function requireSuccess(answer: Answer): void {
  if (!answer.response.ok) throw endpointError(answer);
  if (/^\s*</.test(answer.body)) throw notJsonError(answer);
}

const notJsonError = ({ response }: Answer) =>
  new MpError('protocol', `Expected JSON, got something else (${response.headers.get('content-type')}).`);
