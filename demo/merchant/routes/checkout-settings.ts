import { cartFor } from '../cart.js';
import { openCart, unseenPayment } from '../cart-payment.js';
import { credentialsFor } from '../config.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';

/** `GET /api/checkout`: what a shop's server would otherwise write into its page. Nothing in it is secret. */
export async function checkoutSettings(c: ShopContext) {
  const { backend } = c.var.config;
  const { site, email } = c.var.session;
  const { amount, currency, description } = cartFor(site);
  const open = await openCart(c);
  return c.json({
    site,
    customer: email,
    publicKey: credentialsFor(backend, site).publicKey,
    cartId: open?.id ?? null,
    // Its page can have been lost: a page that opens says that it is paid.
    paidBefore: open && (await unseenPayment(c, open)),
    amount,
    currency,
    description,
    locale: countryOf(site).locale,
    sandbox: backend.kind === 'sandbox' ? { origin: backend.origin } : null,
  });
}
