import { payment, pick } from '../answers.js';
import { requireOwnPayment } from '../own-payment.js';
import { recordChange } from '../record-payment.js';
import { cancelRequest, readBody, readPaymentId } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `PUT /api/payments/{id}` with `{"status": "cancelled"}`: only a payment that still waits can be cancelled. */
export async function cancelPayment(c: ShopContext) {
  const id = readPaymentId(c);
  await readBody(c, cancelRequest);
  await requireOwnPayment(c, id);
  const cancelled = await c.var.mercadoPago.paymentsOf(id).cancel(id);
  await recordChange(c, id);
  return c.json(pick(payment, cancelled));
}
