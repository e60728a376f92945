import { MpPaymentChallengeElement } from './payment-challenge/element.js';
import { register } from './register.js';

export { CardErrorEvent, StateChangeEvent, type ErrorPhase } from './core/events.js';
export { MpError, type MpErrorCode } from './errors.js';
export type { Messages } from './i18n/messages.js';
export type { PaymentStatus } from './merchant/payment-status.js';
export { ChallengeDoneEvent } from './payment-challenge/events.js';
export type { ChallengeState } from './payment-challenge/selectors.js';
export { MpPaymentChallengeElement };

register({ 'mp-payment-challenge': MpPaymentChallengeElement });

declare global {
  interface HTMLElementTagNameMap {
    'mp-payment-challenge': MpPaymentChallengeElement;
  }
}
