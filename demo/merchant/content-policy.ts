import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Backend } from './config.js';

/** MercadoPago.js fetches the page of a field before it frames it, so its host is named twice. */
const FIELDS = 'https://secure-fields.mercadopago.com';

/**
 * The Content Security Policy of the checkout page: nothing inline, and no host besides the shop and Mercado Pago.
 * The device fingerprint of MercadoPago.js is an inline script without a nonce, so it is blocked; payments work without it.
 * A real shop weighs its fraud score against that.
 */
export function contentPolicy(backend: Backend): MiddlewareHandler {
  const sandbox = backend.kind === 'sandbox' ? [backend.origin] : [];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", 'https://sdk.mercadopago.com', ...sandbox],
      connectSrc: ["'self'", 'https://api.mercadopago.com', 'https://api-static.mercadopago.com', FIELDS, ...sandbox],
      frameSrc: [FIELDS, ...sandbox],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
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
