import { pick, profile } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { customerRequest, readBody } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `PUT /api/customer`: changes the fields that are sent and leaves the others. */
export async function updateCustomer(c: ShopContext) {
  const { address, ...change } = await readBody(c, customerRequest);
  const customer = await currentCustomer(c);
  // A customer has one address here; a real shop keeps an address book and says which one is meant.
  const body = address ? { ...change, address: { id: customer.address?.id ?? '1', ...address } } : change;
  return c.json(pick(profile, await c.var.mercadoPago.customers.update({ customerId: customer.id, body })));
}
