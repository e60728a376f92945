import { Hono } from 'hono';
import type { Account } from '../engine/account.js';
import { parseBody } from '../http/body.js';
import { paymentErrors } from '../http/catalogue.js';
import { accessTokenOnly } from '../http/credentials.js';
import type { Env } from '../http/env.js';
import { createPayment } from './create.js';
import { type Outcome, outcomeOfName } from './outcomes.js';
import type { PaymentRecord } from './record.js';
import { createBody, paymentBodyRules } from './request.js';
import { paymentView } from './view.js';

/** A payment of this account, or 2000. */
export function requirePayment(account: Account, id: string): PaymentRecord {
  const payment = account.payments.get(Number(id));
  if (!payment) throw paymentErrors.error(404, '2000');
  return payment;
}

/** An order is the name of an outcome, or an error code that refuses the request. */
function orderedOutcome(order: string | null): Outcome | null {
  if (order === null) return null;
  if (paymentErrors.has(order)) throw paymentErrors.error(400, order);
  return outcomeOfName(order);
}

/** `/v1/payments` */
export function paymentRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(accessTokenOnly);

  routes.post('/', async (c) => {
    const { account, control } = c.var;
    const origin = new URL(c.req.url).origin;
    const key = c.req.header('x-idempotency-key');
    const earlier = key === undefined ? undefined : account.idempotentPayments.get(key);
    if (earlier !== undefined) return c.json(paymentView(account, requirePayment(account, String(earlier)), origin));

    const body = await parseBody(c, createBody, paymentBodyRules);
    const payment = createPayment(account, body, () => orderedOutcome(control.takeNextPayment(account.name)));
    if (key !== undefined) account.idempotentPayments.set(key, payment.id);
    return c.json(paymentView(account, payment, origin), 201);
  });

  routes.get('/:id', (c) => {
    const payment = requirePayment(c.var.account, c.req.param('id'));
    return c.json(paymentView(c.var.account, payment, new URL(c.req.url).origin));
  });
  return routes;
}
