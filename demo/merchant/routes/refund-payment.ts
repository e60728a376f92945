import { requireOwnPayment } from '../own-payment.js';
import { readBody, readId, readIdempotencyKey, refundRequest } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `POST /api/payments/{id}/refunds`: refunds `amount`, or all that is left when the body has none. */
export async function refundPayment(c: ShopContext) {
  const id = readId(c);
  const body = await readBody(c, refundRequest);
  const requestOptions = readIdempotencyKey(c);
  await requireOwnPayment(c, id);
  return c.json(await c.var.mercadoPago.payments.refund(id, body.amount, requestOptions), 201);
}
