import type { Hono } from 'hono';
import { requireCustomer } from '../customers/profiles.js';
import { parseBody } from '../http/body.js';
import type { Env } from '../http/env.js';
import { cardBodyRules, saveBody, updateBody } from './request.js';
import { changeCard, saveCard } from './save.js';
import { cardsOf, removeCard, requireCard } from './saved-cards.js';
import { cardView } from './view.js';

/** The routes under `/v1/customers/{customer}/cards`; the customers' own guard lets only access tokens through. */
export function addCardRoutes(routes: Hono<Env>): void {
  // A key that has saved a card gives that card again, as long as it is there. Whether the live API does is not known:
  // a shop must be ready for the refusal of a used token as well.
  routes.post('/:customer/cards', async (c) => {
    const { account, control } = c.var;
    const body = await parseBody(c, saveBody, cardBodyRules);
    const customer = requireCustomer(account, c.req.param('customer'));
    const key = c.req.header('x-idempotency-key');
    const earlier = account.cards.get(account.idempotentCards.get(key ?? '') ?? '');
    if (earlier?.customerId === customer.id) return c.json(cardView(account, earlier), 200);
    const card = saveCard(account, customer, body, control.cardLimitOf(account.name));
    if (key !== undefined) account.idempotentCards.set(key, card.id);
    return c.json(cardView(account, card), 201);
  });

  // A bare array, not a page of results.
  routes.get('/:customer/cards', (c) => {
    const { account } = c.var;
    const customer = requireCustomer(account, c.req.param('customer'));
    return c.json(cardsOf(account, customer).map((card) => cardView(account, card)));
  });

  routes.get('/:customer/cards/:card', (c) => {
    const { account } = c.var;
    const customer = requireCustomer(account, c.req.param('customer'));
    return c.json(cardView(account, requireCard(account, customer, c.req.param('card'))));
  });

  routes.put('/:customer/cards/:card', async (c) => {
    const { account } = c.var;
    const customer = requireCustomer(account, c.req.param('customer'));
    const card = requireCard(account, customer, c.req.param('card'));
    changeCard(account, card, await parseBody(c, updateBody, cardBodyRules));
    return c.json(cardView(account, card));
  });

  routes.delete('/:customer/cards/:card', (c) => {
    const { account } = c.var;
    const customer = requireCustomer(account, c.req.param('customer'));
    const card = requireCard(account, customer, c.req.param('card'));
    const view = cardView(account, card);
    removeCard(account, customer, card);
    return c.json(view);
  });
}
