import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Backend } from './config.js';
import type { ShopEnv } from './shop-env.js';

/** MercadoPago.js fetches the page of a field before it frames it, so its host is named twice. */
const FIELDS = 'https://secure-fields.mercadopago.com';

/**
 * The Content Security Policy of the checkout page: nothing inline, and no host besides the shop and Mercado Pago.
 * The device fingerprint of MercadoPago.js is an inline script without a nonce, so it is blocked; payments work without it.
 * A real shop weighs its fraud score against that.
 *
 * The page with the bank's question has no card fields, and lets any https page into a frame and be posted to: which hosts a
 * bank uses is on no list.
 */
export function contentPolicy(backend: Backend) {
  const [usual, withBank] = [policy(backend, []), policy(backend, ['https:'])];
  return createMiddleware<ShopEnv>(async (c, next) => {
    await next();
    await (c.var.showsChallenge ? withBank : usual)(c, async () => {});
  });
}

function policy(backend: Backend, bank: readonly string[]) {
  const sandbox = backend.kind === 'sandbox' ? [backend.origin] : [];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", 'https://sdk.mercadopago.com', ...sandbox],
      connectSrc: ["'self'", 'https://api.mercadopago.com', 'https://api-static.mercadopago.com', FIELDS, ...sandbox],
      frameSrc: [FIELDS, ...sandbox, ...bank],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'", ...bank, ...(bank.length > 0 ? sandbox : [])],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      // Whether the real MercadoPago.js keeps to Trusted Types was never tried: enforced on the sandbox only.
      ...(sandbox.length > 0 && {
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html', 'mp-saved-cards', "'allow-duplicates'"],
      }),
    },
    strictTransportSecurity: false, // the shop's own decision, and wrong on localhost
  });
}
