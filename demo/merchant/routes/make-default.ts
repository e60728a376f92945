import { currentCustomer } from '../customer.js';
import { readId } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `PUT /api/cards/{id}/default`. */
export async function makeDefault(c: ShopContext) {
  const cardId = readId(c);
  const { cards, customers } = c.var.mercadoPago;
  const { id: customerId } = await currentCustomer(c);
  // 404 when the card is not one of this customer's.
  await cards.get({ customerId, cardId });
  await customers.update({ customerId, body: { default_card: cardId } });
  return c.body(null, 204);
}
