import { cartFor } from '../cart.js';
import { credentialsFor } from '../config.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';

/** `GET /api/checkout`: what a shop's server would otherwise write into its page. Nothing in it is secret. */
export function checkoutSettings(c: ShopContext) {
  const { backend } = c.var.config;
  const { site, email } = c.var.session;
  const { amount, currency, description } = cartFor(site);
  return c.json({
    site,
    customer: email,
    publicKey: credentialsFor(backend, site).publicKey,
    amount,
    currency,
    description,
    locale: countryOf(site).locale,
    sandbox: backend.kind === 'sandbox' ? { origin: backend.origin } : null,
  });
}
