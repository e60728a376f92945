import type { SavedCard } from '../card/saved-card.js';
import type { ListMessages } from '../i18n/messages.js';

/** A card within a sentence that is seen. */
export const shownName = ({ paymentMethod, lastFourDigits }: SavedCard): string =>
  `${paymentMethod.name} •••• ${lastFourDigits}`;

/** A card within a sentence that is only heard. */
export const spokenName = (messages: ListMessages, { paymentMethod, lastFourDigits }: SavedCard): string =>
  `${paymentMethod.name} ${messages.endingIn(lastFourDigits)}`;
