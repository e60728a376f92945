import { paymentList, pick } from '../answers.js';
import { currentCustomer } from '../customer.js';
import type { ShopContext } from '../shop-env.js';

/** `GET /api/payments`: the customer's payments, newest first. A real shop lists the orders of its own database. */
export async function listPayments(c: ShopContext) {
  const { id } = await currentCustomer(c);
  return c.json({ payments: pick(paymentList, await c.var.mercadoPago.payments.list(id)) });
}
