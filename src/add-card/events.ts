import type { PaymentMethod } from '../card/payment-method.js';
import type { SavedCard } from '../card/saved-card.js';
import { MpEvent } from '../core/events.js';

/** The first digits identified the card; `null` when they are gone or of no card that Mercado Pago knows. */
export class PaymentMethodChangeEvent extends MpEvent<{ paymentMethod: PaymentMethod | null }> {
  constructor(paymentMethod: PaymentMethod | null) {
    super('payment-method-change', { paymentMethod });
  }
}

/** The shop saved the card. */
export class CardAddedEvent extends MpEvent<{ card: SavedCard }> {
  constructor(card: SavedCard) {
    super('card-added', { card });
  }
}

export interface AddCardEventMap {
  'payment-method-change': PaymentMethodChangeEvent;
  'card-added': CardAddedEvent;
}

declare global {
  interface HTMLElementEventMap extends AddCardEventMap {}
  interface DocumentEventMap extends AddCardEventMap {}
  interface WindowEventMap extends AddCardEventMap {}
}
