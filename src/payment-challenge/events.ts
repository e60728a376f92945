import { MpEvent } from '../core/events.js';
import type { PaymentStatus } from '../merchant/payment-status.js';

/**
 * The challenge is over. `status` is what the shop answered; `unknown` when it was not decided in time. `preventDefault()`
 * keeps the page from going to `return-url`.
 */
export class ChallengeDoneEvent extends MpEvent<PaymentStatus> {
  constructor({ status, statusDetail }: PaymentStatus) {
    super('challenge-done', { status, statusDetail }, { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'challenge-done': ChallengeDoneEvent;
  }
  interface DocumentEventMap {
    'challenge-done': ChallengeDoneEvent;
  }
  interface WindowEventMap {
    'challenge-done': ChallengeDoneEvent;
  }
}
