import { leaveCart } from '../cart-payment.js';
import { currentCustomer, currentEmail } from '../customer.js';
import { lookAtOpenAttempt } from '../earlier-attempt.js';
import { isForeseen } from '../errors.js';
import { oneAtATime } from '../one-at-a-time.js';
import { isUndecided, waitsForBank } from '../payment-state.js';
import { readPaymentId } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/**
 * `GET /api/challenge`: what a page with JavaScript shows when it is opened again: the payment that the bank was asked about
 * last, or whose answer was lost, until the page says that the shopper has seen how it ended. 204 when there is none.
 */
export async function openChallenge(c: ShopContext) {
  const { id: customerId } = await currentCustomer(c);
  const looked = await oneAtATime(customerId, () => lookAtOpenAttempt(c, customerId));
  if (!looked) return c.body(null, 204);
  const { payment, challenge } = looked;
  const { id, status, status_detail: detail } = payment;
  return c.json({ id, status, status_detail: detail ?? '', ...(challenge && { challenge }) });
}

/**
 * `DELETE /api/challenge/{id}`: the shopper has seen how this payment ended. By a request of its own, since an answer can be
 * lost on its way to the page. One that may still be approved is kept.
 */
export async function closeChallenge(c: ShopContext) {
  await closeAttempt(c, readPaymentId(c));
  return c.body(null, 204);
}

/** `POST /checkout/payments/{id}/seen`: the same from the page without JavaScript, by the button that leaves it. */
export async function leavePayment(c: ShopContext) {
  // Where that fails, the checkout says how things are.
  await closeAttempt(c, readPaymentId(c)).catch((error: unknown) => {
    if (!isForeseen(error)) console.error(error);
  });
  return c.redirect('/checkout', 303);
}

async function closeAttempt(c: ShopContext, paymentId: string): Promise<void> {
  const { id: customerId } = await currentCustomer(c);
  const { site } = c.var.session;
  const { attempts, carts } = c.var.config.data ?? {};
  await oneAtATime(customerId, async () => {
    const looked = await lookAtOpenAttempt(c, customerId);
    const open = await attempts?.get(site, customerId);
    if (!looked || !open || open.paymentId !== paymentId || waitsForBank(looked.payment)) return;
    // A review can last for days. Without a cart the next purchase would look like this one.
    if (isUndecided(looked.payment) && open.cartId === null) return;
    if (isUndecided(looked.payment)) await leaveCart(c, open.cartId, looked.payment);
    await attempts?.forget(site, customerId, open);
  });
  await carts?.leave(site, currentEmail(c), paymentId);
}
