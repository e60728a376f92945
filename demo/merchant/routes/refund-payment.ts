import { HTTPException } from 'hono/http-exception';
import type { ShopPayment } from '../answers.js';
import { requireOwnPayment } from '../own-payment.js';
import { readBody, readPaymentId, refundRequest, requireIdempotencyKey } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `POST /api/payments/{id}/refunds`: refunds `amount`, or all that is left when the body has none. */
export async function refundPayment(c: ShopContext) {
  const id = readPaymentId(c);
  const body = await readBody(c, refundRequest);
  const requestOptions = requireIdempotencyKey(c);
  const before = await requireOwnPayment(c, id);
  const made = await c.var.mercadoPago.payments.refund(id, body.amount, requestOptions);
  // A key that has refunded before answers with that refund, whatever is asked now. Of a payment that is refunded whole,
  // "all that is left" cannot be compared, and there is nothing left to give.
  const expected = body.amount ?? (leftOf(before) || made.amount);
  if (made.amount !== expected) throw new HTTPException(409, { message: 'This key has refunded another amount' });
  return c.json(made, 201);
}

/** In cents, since decimals do not add up. */
const leftOf = ({ transaction_amount: amount, transaction_amount_refunded: refunded }: ShopPayment): number =>
  (Math.round(amount * 100) - Math.round((refunded ?? 0) * 100)) / 100;
