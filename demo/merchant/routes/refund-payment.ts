import { pick, refund } from '../answers.js';
import { requireOwnPayment } from '../own-payment.js';
import { readBody, readId, readIdempotencyKey, refundRequest } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `POST /api/payments/{id}/refunds`: refunds `amount`, or all that is left when the body has none. */
export async function refundPayment(c: ShopContext) {
  const id = readId(c);
  const body = await readBody(c, refundRequest);
  const requestOptions = readIdempotencyKey(c);
  await requireOwnPayment(c, id);
  const made = await c.var.mercadoPago.refunds.create({ payment_id: id, body, requestOptions });
  return c.json(pick(refund, made), 201);
}
