import { fieldsOf, listOf, textOf } from './raw-json.js';
import type { SecurityCodeRule } from './saved-card.js';
import { securityCodeRule } from './security-code.js';

/** A bank or brand that issues cards. */
export interface Issuer {
  readonly id: string;
  readonly name: string;
}

/** What Mercado Pago knows about a card from its first digits (source: `getPaymentMethods` of MercadoPago.js). */
export interface PaymentMethod {
  /** Mercado Pago's `payment_method_id`: `visa`, `master`, `debvisa` … */
  readonly id: string;
  /** Brand as Mercado Pago names it, never empty. */
  readonly name: string;
  /** `credit_card`, `debit_card`, `prepaid_card` …; empty when the answer does not have it. */
  readonly paymentTypeId: string;
  /** The usual issuer; `null` when the answer has none. */
  readonly issuer: Issuer | null;
  /** The shopper has to choose the issuer: `additional_info_needed` contains `issuer_id`. */
  readonly needsIssuer: boolean;
  /** An identity document is required: `additional_info_needed` contains `cardholder_identification_number`. */
  readonly needsIdentification: boolean;
  /** Length of the card number, 8–19; `null` when it is not known. `validation`: whether the Luhn check applies. */
  readonly cardNumber: { readonly length: number | null; readonly validation: 'standard' | 'none' };
  readonly securityCode: SecurityCodeRule;
}

function decodeIssuer(raw: unknown): Issuer | null {
  const { id, name } = fieldsOf(raw);
  return textOf(id) ? { id: textOf(id), name: textOf(name) || textOf(id) } : null;
}

/** Reads a list of issuers. An entry without an id is left out, since it cannot be sent. */
export const decodeIssuers = (body: unknown): Issuer[] =>
  listOf(body)
    .map(decodeIssuer)
    .filter((issuer) => issuer !== null);

function decodePaymentMethod(raw: unknown): PaymentMethod | null {
  const method = fieldsOf(raw);
  const id = textOf(method['id']);
  if (!id) return null;
  // One entry for each pattern of first digits. In a search by first digits the one that matches comes first.
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

/** Reads the answer of a search by first digits, `{results: […]}`, the likeliest first. An entry without an id is left out. */
export const decodePaymentMethods = (body: unknown): PaymentMethod[] =>
  listOf(fieldsOf(body)['results'])
    .map(decodePaymentMethod)
    .filter((method) => method !== null);
