import { pick, profile } from '../answers.js';
import { currentCustomer } from '../customer.js';
import type { ShopContext } from '../shop-env.js';

/** `GET /api/customer`: the profile of the signed-in customer. */
export async function getCustomer(c: ShopContext) {
  return c.json(pick(profile, await currentCustomer(c)));
}
