import { currentCustomer } from '../customer.js';
import { lookAtOpenChallenge, waitsForBank } from '../earlier-challenge.js';
import { readPaymentId } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/**
 * `GET /api/challenge`: what a page with JavaScript shows when it is opened again: the payment that the bank was asked about
 * last, until the page says that the shopper has seen how it ended. 204 when there is none.
 */
export async function openChallenge(c: ShopContext) {
  const { id: customerId } = await currentCustomer(c);
  const looked = await lookAtOpenChallenge(c, customerId);
  if (!looked) return c.body(null, 204);
  const { payment, challenge } = looked;
  const { id, status, status_detail: detail } = payment;
  return c.json({ id, status, status_detail: detail ?? '', ...(challenge && { challenge }) });
}

/**
 * `DELETE /api/challenge/{id}`: the shopper has seen how this payment ended. By a request of its own, since an answer can be
 * lost on its way to the page. One that still waits is kept.
 */
export async function closeChallenge(c: ShopContext) {
  const id = readPaymentId(c);
  const { id: customerId } = await currentCustomer(c);
  const looked = await lookAtOpenChallenge(c, customerId);
  if (looked && !waitsForBank(looked.payment)) {
    await c.var.config.data?.challenges.forget(c.var.session.site, customerId, id);
  }
  return c.body(null, 204);
}
