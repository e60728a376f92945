import { currentCustomer } from '../customer.js';
import { lookAtOpenAttempt } from '../earlier-attempt.js';
import { isForeseen } from '../errors.js';
import { oneAtATime } from '../one-at-a-time.js';
import { checkoutPage } from '../pages/checkout-page.js';
import { isUndecided } from '../payment-state.js';
import type { ShopContext } from '../shop-env.js';
import { answerError, answerUnavailable } from './pay-checkout.js';
import { showResult } from './show-payment.js';

/**
 * `GET /checkout`. A tab that was closed while the bank asked finds its question again, or the answer. `?other` is the way to
 * another card: the payment that waits is cancelled when that one pays.
 */
export async function showCheckout(c: ShopContext) {
  const { session, config } = c.var;
  if (session.email === null || !config.data) return c.html(checkoutPage(c));
  const wantsOther = c.req.query('other') !== undefined;
  let isKnown = false;
  try {
    const customer = await currentCustomer(c);
    isKnown = true;
    const looked = await oneAtATime(customer.id, () => lookAtOpenAttempt(c, customer.id));
    if (looked && !(wantsOther && isUndecided(looked.payment))) return await showResult(c, customer, looked);
    return c.html(checkoutPage(c));
  } catch (error) {
    if (wantsOther && isForeseen(error)) return c.html(checkoutPage(c));
    return isKnown ? answerError(c, error) : answerUnavailable(c, error);
  }
}
