import type { Hono } from 'hono';
import { readObject, validate } from '../http/body.js';
import type { Env } from '../http/env.js';
import { refund } from './changes.js';
import { requirePayment, requireRefund } from './find.js';
import { refundView } from './refund-view.js';
import { paymentBodyRules, refundBody } from './request.js';

/** The routes under `/v1/payments/{id}/refunds`; the payments' own guard lets only access tokens through. */
export function addRefundRoutes(routes: Hono<Env>): void {
  routes.post('/:id/refunds', async (c) => {
    const { account } = c.var;
    const payment = requirePayment(account, c.req.param('id'));
    const sent = await readObject(c, paymentBodyRules);
    const header = c.req.header('x-idempotency-key');
    const key = header === undefined ? undefined : `${payment.id}/${header}`;
    const earlier = key === undefined ? undefined : account.idempotentRefunds.get(key);
    if (earlier !== undefined) return c.json(refundView(account, requireRefund(payment, earlier)), 200);

    const { amount } = validate(sent, refundBody, paymentBodyRules);
    const record = refund(account, payment, amount ?? null);
    if (key !== undefined) account.idempotentRefunds.set(key, record.id);
    return c.json(refundView(account, record), 201);
  });

  // The official SDK asks with a slash at the end.
  routes.on('GET', ['/:id/refunds', '/:id/refunds/'], (c) => {
    const { account } = c.var;
    const payment = requirePayment(account, c.req.param('id'));
    return c.json(payment.refunds.map((record) => refundView(account, record)));
  });

  routes.get('/:id/refunds/:refund', (c) => {
    const { account } = c.var;
    const payment = requirePayment(account, c.req.param('id'));
    return c.json(refundView(account, requireRefund(payment, c.req.param('refund'))));
  });
}
