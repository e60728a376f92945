import { pay } from '../pay.js';
import { paymentRequest, readBody } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/**
 * `POST /api/payments`: 201 also for a payment that was rejected, as `/v1/payments` has it; see `status`. `/v1/orders` has a
 * 402 for it, with the failed order: `paymentResult()` of the elements understands both.
 */
export async function createPayment(c: ShopContext) {
  const { payment, cardSaved, refusal, challenge } = await pay(c, await readBody(c, paymentRequest));
  if (refusal) return c.json({ message: refusal.errors[0]?.message ?? '', cause: [], ...refusal }, 402);
  return c.json({ ...payment, card_saved: cardSaved, ...(challenge && { challenge }) }, 201);
}
