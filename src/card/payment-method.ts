import { fieldsOf, listOf, textOf } from './fields.js';
import type { SecurityCodeRule } from './saved-card.js';
import { securityCodeRule } from './security-code.js';

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

function decodeIssuer(raw: unknown): Issuer | null {
  const { id, name } = fieldsOf(raw);
  return textOf(id) ? { id: textOf(id), name: textOf(name) || textOf(id) } : null;
}

/** Reads a list of issuers. One without an id cannot be chosen and is left out. */
export const decodeIssuers = (body: unknown): Issuer[] =>
  listOf(body)
    .map(decodeIssuer)
    .filter((issuer) => issuer !== null);

function decodePaymentMethod(raw: unknown): PaymentMethod | null {
  const method = fieldsOf(raw);
  const id = textOf(method['id']);
  if (!id) return null;
  // One entry for each pattern of first digits; the search by first digits brings the fitting one first.
  const settings = fieldsOf(listOf(method['settings'])[0]);
  const number = fieldsOf(settings['card_number']);
  const length = Number(textOf(number['length']));
  const needed = listOf(method['additional_info_needed']);
  return {
    id,
    name: textOf(method['name']) || id,
    paymentTypeId: textOf(method['payment_type_id']),
    issuer: decodeIssuer(method['issuer']),
    needsIssuer: needed.includes('issuer_id'),
    needsIdentification: needed.includes('cardholder_identification_number'),
    cardNumber: {
      length: Number.isInteger(length) && length >= 8 && length <= 19 ? length : null,
      validation: number['validation'] === 'none' ? 'none' : 'standard',
    },
    securityCode: securityCodeRule(settings['security_code'], id),
  };
}

/** Reads a search by first digits, `{results: […]}`. The likeliest comes first; an entry without an id is left out. */
export const decodePaymentMethods = (body: unknown): PaymentMethod[] =>
  listOf(fieldsOf(body)['results'])
    .map(decodePaymentMethod)
    .filter((method) => method !== null);
