import { currentCustomer } from '../customer.js';
import { readId } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `DELETE /api/cards/{id}`. A real shop first checks that no subscription is still paid with the card. */
export async function removeCard(c: ShopContext) {
  const cardId = readId(c);
  const { id: customerId } = await currentCustomer(c);
  await c.var.mercadoPago.cards.remove({ customerId, cardId });
  return c.body(null, 204);
}
