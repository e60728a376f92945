import { cardList, pick } from '../answers.js';
import { currentCustomer } from '../customer.js';
import type { ShopContext } from '../shop-env.js';

/** `GET /api/cards`: the customer's cards, and which of them is the default one. */
export async function listCards(c: ShopContext) {
  const customer = await currentCustomer(c);
  const cards = pick(cardList, await c.var.mercadoPago.cards.list({ customerId: customer.id }));
  return c.json({ cards, default_card: customer.default_card ?? null });
}
