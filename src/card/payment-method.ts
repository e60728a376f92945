import type { SecurityCodeRule } from './saved-card.js';

/** A bank or brand that issues cards, as Mercado Pago names it. */
export interface Issuer {
  readonly id: string;
  readonly name: string;
}

/** What Mercado Pago knows of a card from its first digits (source: `getPaymentMethods` of MercadoPago.js). */
export interface PaymentMethod {
  /** Mercado Pago's `payment_method_id`: `visa`, `master`, `debvisa` … */
  readonly id: string;
  /** Brand as Mercado Pago names it, never empty. */
  readonly name: string;
  /** `credit_card`, `debit_card`, `prepaid_card` …; empty when it is not told. */
  readonly paymentTypeId: string;
  /** The usual issuer; `null` when it is not told. */
  readonly issuer: Issuer | null;
  /** The shopper has to choose the bank: `additional_info_needed` names `issuer_id`. */
  readonly needsIssuer: boolean;
  /** The card's document is asked for: `additional_info_needed` names `cardholder_identification_number`. */
  readonly needsIdentification: boolean;
  /** Length of the card number, 8–19; `null` when it is not told. `validation` is whether Luhn's check applies. */
  readonly cardNumber: { readonly length: number | null; readonly validation: 'standard' | 'none' };
  readonly securityCode: SecurityCodeRule;
}
