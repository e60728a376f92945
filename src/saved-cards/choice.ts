import type { SavedCard } from '../card/saved-card.js';

/** A row of the list: a card, "use another card", or none. */
export interface Choice {
  readonly card: SavedCard | null;
  readonly isOther: boolean;
}

export const NO_CHOICE: Choice = { card: null, isOther: false };

/** "Use another card". */
export const OTHER_CARD: Choice = { card: null, isOther: true };

export const choiceOfCard = (card: SavedCard | null): Choice => ({ card, isOther: false });

/** Compares by value: a list that comes again has other objects. */
export const isSameChoice = (one: Choice, other: Choice): boolean =>
  one.isOther === other.isOther && (one.card === other.card || JSON.stringify(one.card) === JSON.stringify(other.card));
