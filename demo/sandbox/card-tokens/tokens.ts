import type { Account } from '../engine/account.js';
import { isCardExpired, plusDays } from '../engine/clock.js';
import type { CardFace, CardTokenRecord } from '../engine/records.js';
import { paymentErrors, tokenErrors } from '../http/catalogue.js';

const LIFETIME_DAYS = 7;

export type CardTokenStatus = 'active' | 'used' | 'expired';

interface NewToken {
  readonly publicKey: string;
  readonly cardId: string | null;
  readonly face: CardFace;
  readonly securityCodeLength: number;
}

export function addToken(account: Account, data: NewToken): CardTokenRecord {
  const now = account.now();
  const token: CardTokenRecord = {
    ...data,
    id: account.ids.hex('card_token'),
    dateCreated: now,
    dateLastUpdated: now,
    dateDue: plusDays(now, LIFETIME_DAYS),
    used: false,
  };
  account.tokens.set(token.id, token);
  return token;
}

export function statusOf(account: Account, token: CardTokenRecord): CardTokenStatus {
  if (token.used) return 'used';
  return account.now() > token.dateDue ? 'expired' : 'active';
}

/** A token to look at or to change. */
export function requireToken(account: Account, id: string): CardTokenRecord {
  const token = account.tokens.get(id);
  if (!token) throw tokenErrors.error(404, '2006');
  return token;
}

/**
 * A token to pay or to save a card with. What is no token at all is 3003, an unknown one 2006, one that is used
 * up, too old, or of a card that was deleted meanwhile 2062.
 */
export function requireUsableToken(account: Account, id: string): CardTokenRecord {
  if (!/^[0-9a-f]{32}$/.test(id)) throw paymentErrors.error(400, '3003');
  const token = account.tokens.get(id);
  if (!token) throw paymentErrors.error(400, '2006');
  const cardIsGone = token.cardId !== null && !account.cards.has(token.cardId);
  if (cardIsGone || statusOf(account, token) !== 'active') throw paymentErrors.error(400, '2062');
  return token;
}

/** Tokens are single use: a token that was taken cannot be taken again. */
export function spend(account: Account, token: CardTokenRecord): void {
  token.used = true;
  token.dateLastUpdated = account.now();
}

/** Refuses an expiry that is over, as a code of the month or, when the whole year is over, of the year. */
export function requireFutureExpiry(account: Account, month: number, year: number): void {
  if (isCardExpired(12, year, account.now())) throw tokenErrors.error(400, '326');
  if (isCardExpired(month, year, account.now())) throw tokenErrors.error(400, '325');
}
