import { type Context, Hono } from 'hono';
import { parseBody, readObject, validate } from '../http/body.js';
import { paymentErrors } from '../http/catalogue.js';
import { accessTokenOnly } from '../http/credentials.js';
import type { Env } from '../http/env.js';
import { paged, readPage } from '../http/paging.js';
import { cancel, capture, postpone } from './changes.js';
import { createPayment } from './create.js';
import { requirePayment } from './find.js';
import { isOrderName, type Outcome, outcomeOfOrder } from './outcomes.js';
import type { PaymentRecord } from './record.js';
import { addRefundRoutes } from './refund-routes.js';
import { cancellationBody, changeBody, createBody, paymentBodyRules } from './request.js';
import { searchPayments } from './search.js';
import { paymentView } from './view.js';

const MAX_ROWS = 1000;

/** An order is the name of an outcome, or an error code that refuses the request. */
function orderedOutcome(order: string | null): Outcome | null {
  if (order === null) return null;
  if (paymentErrors.has(order)) throw paymentErrors.error(400, order);
  return isOrderName(order) ? outcomeOfOrder(order) : null;
}

/** Renders for the request: links in the answer lead back to the address that was called. */
function viewFor(c: Context<Env>) {
  const { origin } = new URL(c.req.url);
  const { account, control } = c.var;
  const { info } = control.challengeOf(account.name);
  return (payment: PaymentRecord) => paymentView(account, payment, origin, info);
}

/** `/v1/payments`, with the refunds below each payment. */
export function paymentRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(accessTokenOnly);

  // A key that has made a payment gives that payment again, whatever the body says now. Nothing is awaited between the
  // look at the key and the new payment, so requests that come at the same time make one payment too.
  routes.post('/', async (c) => {
    const { account, control } = c.var;
    const sent = await readObject(c, paymentBodyRules);
    const key = c.req.header('x-idempotency-key');
    const earlier = key === undefined ? undefined : account.idempotentPayments.get(key);
    if (earlier !== undefined) return c.json(viewFor(c)(requirePayment(account, earlier)), 200);

    const body = validate(sent, createBody, paymentBodyRules);
    const payment = createPayment(account, body, () => orderedOutcome(control.takeNextPayment(account.name)));
    if (key !== undefined) account.idempotentPayments.set(key, payment.id);
    return c.json(viewFor(c)(payment), 201);
  });

  routes.get('/search', (c) => {
    const { account, control } = c.var;
    const query = c.req.query();
    if (Number(query['limit']) > MAX_ROWS) throw paymentErrors.error(400, '1000');
    const known = account.now().getTime() - control.searchDelayOf(account.name);
    const payments = [...account.payments.values()].filter(({ dateLastUpdated: date }) => date.getTime() <= known);
    const found = searchPayments(payments, query, account.now());
    return c.json(paged(found, readPage(query), viewFor(c)));
  });

  routes.get('/:id', (c) => c.json(viewFor(c)(requirePayment(c.var.account, c.req.param('id')))));

  routes.put('/:id', async (c) => {
    const { account } = c.var;
    const payment = requirePayment(account, c.req.param('id'));
    const body = await parseBody(c, changeBody, paymentBodyRules);
    if (body.status === 'cancelled') cancel(account, payment);
    else if (body.capture === true) capture(account, payment, body.transaction_amount);
    else if (body.date_of_expiration !== undefined) postpone(account, payment, new Date(body.date_of_expiration));
    else throw paymentErrors.error(400, '1');
    return c.json(viewFor(c)(payment));
  });

  routes.put('/:id/cancellations', async (c) => {
    const { account } = c.var;
    const payment = requirePayment(account, c.req.param('id'));
    await parseBody(c, cancellationBody, paymentBodyRules);
    cancel(account, payment);
    return c.json(viewFor(c)(payment));
  });

  addRefundRoutes(routes);
  return routes;
}
