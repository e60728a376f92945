export { MpAddCardElement } from './add-card/element.js';
export { CardAddedEvent, PaymentMethodChangeEvent } from './add-card/events.js';
export type { Intent } from './add-card/settings.js';
export * from './shared-exports.js';
export type { PaymentStatus } from './merchant/payment-status.js';
export { MpPaymentChallengeElement } from './payment-challenge/element.js';
export { ChallengeDoneEvent } from './payment-challenge/events.js';
export type { ChallengeState } from './payment-challenge/selectors.js';
export type { NewCardState } from './core/card-list-link.js';
export type { SavedCardsState } from './saved-cards/selectors.js';
export { MpSavedCardsElement } from './saved-cards/element.js';
export {
  BeforeRemoveEvent,
  CardRemovedEvent,
  CardSelectedEvent,
  CardsReadyEvent,
  DefaultCardChangedEvent,
} from './saved-cards/events.js';
