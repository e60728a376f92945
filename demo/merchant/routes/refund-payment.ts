import { HTTPException } from 'hono/http-exception';
import type { ShopPayment } from '../answers.js';
import { requireOwnPayment } from '../own-payment.js';
import { recordChange } from '../record-payment.js';
import { readBody, readPaymentId, refundRequest, requireIdempotencyKey } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `POST /api/payments/{id}/refunds`: refunds `amount`, or all that is left when the body has none. */
export async function refundPayment(c: ShopContext) {
  const id = readPaymentId(c);
  const { amount = null } = await readBody(c, refundRequest);
  const requestOptions = requireIdempotencyKey(c);
  const { config, mercadoPago, session } = c.var;
  const attempt = { amount, before: await requireOwnPayment(c, id) };
  const first = (await config.data?.refunds.first(session.site, requestOptions.idempotencyKey, attempt)) ?? attempt;
  if (first.amount !== amount) throw otherAmount();
  const made = await mercadoPago.paymentsOf(id).refund(id, first, requestOptions);
  // Mercado Pago answers a key that has refunded before with that refund, whatever is asked now. "All that is left" can be
  // less than it was when the key was first sent; a shop that keeps what its keys were for does not have to compare it.
  const expected = amount ?? (config.data ? made.amount : leftOf(first.before) || made.amount);
  if (made.amount !== expected) throw otherAmount();
  await recordChange(c, id);
  return c.json(made, 201);
}

const otherAmount = () => new HTTPException(409, { message: 'This key has refunded another amount' });

/** In cents, since decimals do not add up. */
const leftOf = ({ transaction_amount: amount, transaction_amount_refunded: refunded }: ShopPayment): number =>
  (Math.round(amount * 100) - Math.round((refunded ?? 0) * 100)) / 100;
