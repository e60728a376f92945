import type { SavedCard } from './saved-card.js';

type CardFace = Pick<SavedCard, 'firstSixDigits' | 'lastFourDigits' | 'expirationMonth' | 'expirationYear'>;

const faceOf = (card: CardFace): string =>
  [card.firstSixDigits, card.lastFourDigits, card.expirationMonth, card.expirationYear].join();

/** Two records of one piece of plastic, as far as a shop can know: the same first six and last four digits and expiry. */
export const hasSameFace = (one: CardFace, other: CardFace): boolean =>
  one.firstSixDigits !== '' && faceOf(one) === faceOf(other);

/** The same record, or another one of the same card: a card that is saved twice may get a second id. */
export const isSameCard = (one: SavedCard, other: SavedCard): boolean => one.id === other.id || hasSameFace(one, other);
