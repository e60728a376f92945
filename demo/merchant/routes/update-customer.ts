import { pick, profile } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { customerRequest, readBody } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `PUT /api/customer`: changes the fields that are sent and leaves the others. */
export async function updateCustomer(c: ShopContext) {
  const body = await readBody(c, customerRequest);
  const { id: customerId } = await currentCustomer(c);
  return c.json(pick(profile, await c.var.mercadoPago.customers.update({ customerId, body })));
}
