import { card, pick } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { newCardRequest, readBody, readIdempotencyKey } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `POST /api/cards`: saves the card of a token. A real shop asks who is there again before it does. */
export async function addCard(c: ShopContext) {
  const body = await readBody(c, newCardRequest);
  const requestOptions = readIdempotencyKey(c);
  const { id: customerId } = await currentCustomer(c);
  const saved = await c.var.mercadoPago.cards.create({ customerId, body: withoutNulls(body), requestOptions });
  return c.json(pick(card, saved), 201);
}

function withoutNulls({ token, payment_method_id, issuer_id }: ReturnType<typeof newCardRequest.parse>) {
  return {
    token,
    ...(payment_method_id ? { payment_method_id } : {}),
    ...(issuer_id ? { issuer_id } : {}),
  };
}
