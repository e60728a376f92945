import { expiryStatus } from './expiry.js';
import type { SavedCard } from './saved-card.js';

/**
 * The card that is chosen before the shopper acts: the wanted one if it can be paid with, else the first that can.
 * `cards` starts with the default card (`decodeCards` sees to it), so the default comes before any other. With
 * `onlyWanted` nothing takes the place of a wanted card that is not there.
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
