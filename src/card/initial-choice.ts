import { expiryStatus } from './expiry.js';
import type { SavedCard } from './saved-card.js';

/**
 * The card that is chosen before the shopper acts: the wanted one if it has not expired, otherwise the first that has not.
 * `decodeCards` puts the default card first, so it comes before any other. `onlyWanted`: no other card replaces the wanted one.
 */
export function initialChoice(
  cards: readonly SavedCard[],
  wantedId: string | null,
  now: Date,
  onlyWanted = false,
): SavedCard | null {
  const usable = cards.filter((card) => expiryStatus(card, now) !== 'expired');
  return usable.find((card) => card.id === wantedId) ?? (onlyWanted ? null : (usable[0] ?? null));
}
