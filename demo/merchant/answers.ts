import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';

// Allowlists for answers: what is not named here does not leave the shop. Mercado Pago's objects also contain
// document numbers, addresses, fees and account ids.

const id = z.union([z.string(), z.number()]);
const text = z.string().nullish();

export const cardFace = z.object({
  first_six_digits: id.nullish(),
  last_four_digits: id.nullish(),
  expiration_month: z.number().nullish(),
  expiration_year: z.number().nullish(),
});
export type CardFace = z.infer<typeof cardFace>;

export const card = cardFace.extend({
  id,
  payment_method: z.object({ id: text, name: text, payment_type_id: text, secure_thumbnail: text }).nullish(),
  issuer: z.object({ id: id.nullish(), name: text }).nullish(),
  security_code: z.object({ length: z.number().nullish(), card_location: text, mode: text }).nullish(),
});
export type Card = z.infer<typeof card>;
export const cardList = z.array(card);

export const customer = z.object({
  id: z.string(),
  email: text,
  first_name: text,
  last_name: text,
  phone: z.object({ area_code: text, number: text }).nullish(),
  identification: z.object({ type: text, number: text }).nullish(),
  address: z
    .object({
      id: text,
      zip_code: text,
      street_name: text,
      street_number: id.nullish(),
      city: z.object({ name: text }).nullish(),
    })
    .nullish(),
  default_address: text,
  default_card: text,
});
export type ShopCustomer = z.infer<typeof customer>;
export const customerSearch = z.object({ results: z.array(customer) });

/** A customer as the browser sees it: our key for it at Mercado Pago stays on the server. */
export const profile = customer.omit({ id: true });

export const payment = z.object({
  id,
  status: z.string(),
  status_detail: text,
  currency_id: text,
  transaction_amount: z.number(),
  transaction_amount_refunded: z.number().nullish(),
  installments: z.number().nullish(),
  payment_method_id: text,
  payment_type_id: text,
  date_created: text,
  date_approved: text,
  card: cardFace.nullish(),
  /** With interest, once it is paid. */
  transaction_details: z.object({ total_paid_amount: z.number().nullish() }).nullish(),
  /** Whether it can still be cancelled, where that does not follow from its status. */
  can_cancel: z.boolean().nullish(),
});
export type ShopPayment = z.infer<typeof payment>;
/** As the shop records it; `date_last_updated` says which of two descriptions is the newer one. */
export const recordedPayment = payment.extend({
  external_reference: text,
  date_last_updated: text,
  /** The idempotency key of the attempt; the Payments API keeps it, and of an order it follows from the token. */
  metadata: z.object({ attempt: text }).nullish().catch(null),
  refunds: z.array(z.object({ id, amount: z.number() })).nullish(),
});
export type RecordedPayment = z.infer<typeof recordedPayment>;
export const paymentSearch = z.object({ results: z.array(recordedPayment) });

export const refund = z.object({
  id,
  payment_id: id.nullish(),
  amount: z.number(),
  status: text,
  date_created: text,
});

export type ShopRefund = z.infer<typeof refund>;

/** What `schema` names of an answer of Mercado Pago. The SDK's types promise more than it checks. */
export function pick<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw new HTTPException(502, { message: 'Mercado Pago gave an unexpected answer' });
  return result.data;
}
