import { pay } from '../pay.js';
import { paymentRequest, readBody } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `POST /api/payments`: 201 also for a payment that was rejected, as at Mercado Pago; see `status`. */
export async function createPayment(c: ShopContext) {
  const { payment, cardSaved } = await pay(c, await readBody(c, paymentRequest));
  return c.json({ ...payment, card_saved: cardSaved }, 201);
}
