import { currentCustomer } from '../customer.js';
import { checkoutPage } from '../pages/checkout-page.js';
import type { ShopContext } from '../shop-env.js';
import { paymentPage } from './show-payment.js';

/**
 * `GET /checkout`. A tab that was closed while the bank asked finds its question again, or the answer. `?other` is the way to
 * another card: the payment that waits is cancelled when that one pays.
 */
export async function showCheckout(c: ShopContext) {
  const id = c.req.query('other') === undefined ? await openPaymentOf(c) : null;
  return id ? paymentPage(c, id) : c.html(checkoutPage(c));
}

async function openPaymentOf(c: ShopContext): Promise<string | null> {
  const { session, config, mercadoPago } = c.var;
  if (session.email === null || !config.data) return null;
  const { id: customerId } = await currentCustomer(c);
  const open = await config.data.challenges.get(session.site, customerId);
  return open && mercadoPago.payments.isId(open.paymentId) ? open.paymentId : null;
}
