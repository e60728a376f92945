import { paymentSearch, pick } from '../answers.js';
import { currentCustomer } from '../customer.js';
import type { ShopContext } from '../shop-env.js';

/** `GET /api/payments`: the customer's payments, newest first. A real shop lists the orders of its own database. */
export async function listPayments(c: ShopContext) {
  const { id } = await currentCustomer(c);
  const options = { external_reference: id, sort: 'date_created', criteria: 'desc', limit: 50 } as const;
  const { results } = pick(paymentSearch, await c.var.mercadoPago.payments.search({ options }));
  return c.json({ payments: results });
}
