import type { SavedCard } from './saved-card.js';

/** How soon a card expires. Each value is also a key of `Messages`. */
export type ExpiryStatus = 'expires' | 'expiresSoon' | 'expiresThisMonth' | 'expired';

type Expiry = Pick<SavedCard, 'expirationMonth' | 'expirationYear'>;

const SOON = 60 * 24 * 60 * 60 * 1000;

/**
 * A card is valid until the end of its month, in the shopper's time zone. `expiresSoon` means within 60 days. Of a card
 * without a date only Mercado Pago knows.
 */
export function expiryStatus({ expirationMonth, expirationYear }: Expiry, now: Date): ExpiryStatus {
  if (expirationMonth === null || expirationYear === null) return 'expires';
  // Months of `Date` start at 0, those of a card at 1.
  const months = (expirationYear - now.getFullYear()) * 12 + expirationMonth - 1 - now.getMonth();
  if (months < 0) return 'expired';
  if (months === 0) return 'expiresThisMonth';
  // Dates are dear in a long list, and few cards are that close.
  const isSoon = months < 3 && new Date(expirationYear, expirationMonth).getTime() - now.getTime() <= SOON;
  return isSoon ? 'expiresSoon' : 'expires';
}

/** As printed on the card: `MM/YY`; empty without a date. */
export function formatExpiry({ expirationMonth, expirationYear }: Expiry): string {
  if (expirationMonth === null || expirationYear === null) return '';
  return `${String(expirationMonth).padStart(2, '0')}/${String(expirationYear).slice(-2)}`;
}
