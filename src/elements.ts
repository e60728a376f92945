export { MpAddCardElement } from './add-card/element.js';
export { CardAddedEvent, PaymentMethodChangeEvent } from './add-card/events.js';
export type { Intent } from './add-card/settings.js';
export type { Issuer, PaymentMethod } from './card/payment-method.js';
export type { CardList, SavedCard, SecurityCodeMode, SecurityCodeRule } from './card/saved-card.js';
export type { TokenDetail } from './card/token-detail.js';
export { MpError, type MpErrorCode } from './errors.js';
export type { Messages } from './i18n/messages.js';
export { configureSdk, type SdkOptions } from './mercadopago/sdk-options.js';
export { MpSavedCardsElement } from './saved-cards/element.js';
export {
  BeforeRemoveEvent,
  CardRemovedEvent,
  CardSelectedEvent,
  CardsReadyEvent,
  DefaultCardChangedEvent,
} from './saved-cards/events.js';
export type { SavedCardsState } from './saved-cards/derived.js';
export type { Diagnosis, DiagnosisCheck, DiagnosisId } from './diagnose/diagnose.js';
export {
  BeforeTokenizeEvent,
  CardErrorEvent,
  InstallmentsChangeEvent,
  StateChangeEvent,
  TokenInvalidatedEvent,
  TokenReadyEvent,
  type ErrorPhase,
  type InstallmentsChoice,
  type InvalidationReason,
  type OutcomeOptions,
} from './core/events.js';
export type { NewCardState } from './core/card-list-link.js';
