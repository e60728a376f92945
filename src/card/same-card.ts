import type { SavedCard } from './saved-card.js';

/** What identifies a card in a list, when its id is not known. */
export type CardData = Pick<SavedCard, 'firstSixDigits' | 'lastFourDigits' | 'expirationMonth' | 'expirationYear'>;

const keyOf = (card: CardData): string =>
  [card.firstSixDigits, card.lastFourDigits, card.expirationMonth, card.expirationYear].join();

/** Compares first six digits, last four digits and expiry, the only parts of a card's identity that a shop gets. */
export const hasSameData = (one: CardData, other: CardData): boolean =>
  one.firstSixDigits !== '' && keyOf(one) === keyOf(other);

/** Whether both are the same card, by id or by digits and expiry: a card that is saved twice may get a second id. */
export const isSameCard = (one: SavedCard, other: SavedCard): boolean => one.id === other.id || hasSameData(one, other);
