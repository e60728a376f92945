/** What the entries of both elements export: errors, the events that both have, types, and how MercadoPago.js is loaded. */
export type { Issuer, PaymentMethod } from './card/payment-method.js';
export type { CardList, SavedCard, SecurityCodeMode, SecurityCodeRule } from './card/saved-card.js';
export type { TokenDetail } from './card/token-detail.js';
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
export type { Diagnosis, DiagnosisCheck, DiagnosisId } from './diagnose/diagnose.js';
export { MpError, type MpErrorCode } from './errors.js';
export type { Messages } from './i18n/messages.js';
export { configureSdk, type SdkOptions } from './mercadopago/sdk-options.js';
