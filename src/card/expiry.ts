import type { SavedCard } from './saved-card.js';

/** How near a card's end is. Each value is also the key of its words in `Messages`. */
export type ExpiryStatus = 'expires' | 'expiresSoon' | 'expiresThisMonth' | 'expired';

type Expiry = Pick<SavedCard, 'expirationMonth' | 'expirationYear'>;

const SOON = 60 * 24 * 60 * 60 * 1000;

/** A card is valid through the last day of its month, by the shopper's own calendar; `expiresSoon` is within 60 days. */
export function expiryStatus({ expirationMonth, expirationYear }: Expiry, now: Date): ExpiryStatus {
  // Months of `Date` start at 0, so a card's month is the index of the first one in which it is no longer valid.
  const end = new Date(expirationYear, expirationMonth);
  if (end <= now) return 'expired';
  if (new Date(expirationYear, expirationMonth - 1) <= now) return 'expiresThisMonth';
  return end.getTime() - now.getTime() <= SOON ? 'expiresSoon' : 'expires';
}

/** As printed on the card: `MM/YY`. */
export function formatExpiry({ expirationMonth, expirationYear }: Expiry): string {
  return `${String(expirationMonth).padStart(2, '0')}/${String(expirationYear).slice(-2)}`;
}
