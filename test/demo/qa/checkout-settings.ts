import type { CheckoutSettings } from '../../../demo/qa/shop-server.js';

/** What the shop's server says of a checkout. */
export const shop: CheckoutSettings = {
  customer: 'ana@testuser.com',
  publicKey: 'TEST-MLA-demo',
  cartId: null,
  paidBefore: null,
  amount: '12990.00',
  currency: 'ARS',
  description: 'Cafetera',
  locale: 'es-AR',
  sandbox: null,
};
