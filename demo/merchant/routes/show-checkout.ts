import { checkoutPage } from '../pages/checkout-page.js';
import type { ShopContext } from '../shop-env.js';

/** `GET /checkout`. */
export const showCheckout = (c: ShopContext) => c.html(checkoutPage(c));
