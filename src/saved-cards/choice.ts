import type { SavedCard } from '../card/saved-card.js';

/** A row of the list: a card, "use another card", or none. */
export interface Choice {
  readonly card: SavedCard | null;
  readonly isOther?: boolean;
}

export const NO_CHOICE: Choice = { card: null };

/** Compares by value: a list that comes again has other objects. */
export const isSameChoice = (one: Choice, other: Choice): boolean =>
  (one.isOther ?? false) === (other.isOther ?? false) &&
  (one.card === other.card || JSON.stringify(one.card) === JSON.stringify(other.card));
