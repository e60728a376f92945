import type { SavedCard } from '../card/saved-card.js';
import type { ListMessages } from '../i18n/messages.js';

/** A card within a sentence that is seen. */
export const shownName = ({ paymentMethod, lastFourDigits }: SavedCard): string =>
  `${paymentMethod.name} •••• ${lastFourDigits}`;

/** The card's bank, unless it has the name of the brand: "Naranja" is the bank of "Naranja X". */
export function bankName({ paymentMethod, issuer }: SavedCard): string {
  const [brand = '', bank = ''] = [paymentMethod, issuer].map((each) => each?.name.toLowerCase());
  return issuer && !brand.includes(bank) && !bank.includes(brand) ? issuer.name : '';
}

/** A card within a sentence for screen readers only. */
export const spokenName = (messages: ListMessages, { paymentMethod, lastFourDigits }: SavedCard): string =>
  `${paymentMethod.name} ${messages.endingIn(lastFourDigits)}`;
