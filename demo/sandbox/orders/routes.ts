import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../http/env.js';
import {
  addTransaction,
  cancelOrder,
  captureOrder,
  changeTransaction,
  processOrder,
  refundOrder,
  removeTransaction,
} from './changes.js';
import { createOrder } from './create.js';
import { orderError, transactionFailed } from './errors.js';
import { requireOrder } from './find.js';
import { requireKey } from './keys.js';
import { stateOfPayment } from './outcomes.js';
import { readBody } from './read.js';
import type { OrderRecord } from './record.js';
import { changeBody, orderBody, refundBody, transactionsBody } from './request.js';
import { orderPage, searchOrders } from './search.js';
import { lastUpdate, methodView, orderView, shortView, transactionView, type Viewer } from './view.js';

/** For the seller's server, as elsewhere, but with the words of this API. */
const accessTokenOnly = createMiddleware<Env>(async (c, next) => {
  const { caller, credential } = c.var;
  if (!caller) throw orderError('unauthorized');
  if (credential === 'public-key') throw orderError('user_not_authorized');
  c.set('account', caller);
  await next();
});

const viewerOf = (c: Context<Env>): Viewer => ({
  account: c.var.account,
  switches: c.var.control.orderSwitchesOf(c.var.account.name),
  origin: new URL(c.req.url).origin,
});

const ordered = (c: Context<Env>) => () => c.var.control.takeNextPayment(c.var.account.name);

/** The answer to a charge: the order, or 402 with the order inside when its card was refused. */
function charged(c: Context<Env>, order: OrderRecord, status: 200 | 201) {
  const viewer = viewerOf(c);
  const view = orderView(viewer, order);
  const failed = order.payments.find((transaction) => stateOfPayment(order, transaction).status === 'failed');
  if (failed && viewer.switches.refusal === '402') {
    throw transactionFailed(failed.id, stateOfPayment(order, failed).statusDetail, view);
  }
  return c.json(view, status);
}

/** `/v1/orders` */
export function orderRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(accessTokenOnly, requireKey);

  routes.post('/', async (c) => {
    const body = await readBody(c, orderBody);
    const { account, switches } = viewerOf(c);
    return charged(c, createOrder(account, switches, body, ordered(c)), 201);
  });

  routes.get('/', (c) => {
    const viewer = viewerOf(c);
    const known = viewer.account.now().getTime() - c.var.control.searchDelayOf(viewer.account.name);
    const found = searchOrders(viewer.account, c.req.query()).filter((order) => lastUpdate(order).getTime() <= known);
    return c.json(orderPage(found, c.req.query(), viewer.switches, (order) => orderView(viewer, order)));
  });

  routes.get('/:id', (c) => c.json(orderView(viewerOf(c), requireOrder(c.var.account, c.req.param('id')))));

  routes.post('/:id/process', (c) => {
    const { account, switches } = viewerOf(c);
    const order = requireOrder(account, c.req.param('id'));
    processOrder(account, switches, order, ordered(c));
    return charged(c, order, 200);
  });

  routes.post('/:id/capture', (c) => {
    const viewer = viewerOf(c);
    const order = requireOrder(viewer.account, c.req.param('id'));
    captureOrder(viewer.account, order);
    return c.json(viewer.switches.capture_answer === 'short' ? shortView(viewer, order) : orderView(viewer, order));
  });

  routes.post('/:id/cancel', (c) => {
    const viewer = viewerOf(c);
    const order = requireOrder(viewer.account, c.req.param('id'));
    cancelOrder(viewer.account, viewer.switches, order);
    return c.json(orderView(viewer, order));
  });

  routes.post('/:id/refund', async (c) => {
    const viewer = viewerOf(c);
    const order = requireOrder(viewer.account, c.req.param('id'));
    const { transactions } = await readBody(c, refundBody);
    refundOrder(viewer.account, order, transactions?.[0]);
    return c.json(orderView(viewer, order), 201);
  });

  routes.post('/:id/transactions', async (c) => {
    const viewer = viewerOf(c);
    const order = requireOrder(viewer.account, c.req.param('id'));
    const { payments } = await readBody(c, transactionsBody);
    const added = payments.map((payment) => addTransaction(viewer.account, viewer.switches, order, payment));
    return c.json({ payments: added.map((transaction) => transactionView(viewer, order, transaction)) }, 201);
  });

  routes.put('/:id/transactions/:transaction', async (c) => {
    const viewer = viewerOf(c);
    const order = requireOrder(viewer.account, c.req.param('id'));
    const { payment_method: changes } = await readBody(c, changeBody);
    const id = c.req.param('transaction');
    const changed = changeTransaction(viewer.account, viewer.switches, order, id, changes);
    return c.json({ payment_method: methodView(viewer, order, changed) });
  });

  routes.delete('/:id/transactions/:transaction', (c) => {
    const { account, switches } = viewerOf(c);
    removeTransaction(account, switches, requireOrder(account, c.req.param('id')), c.req.param('transaction'));
    return c.body(null, 204);
  });
  return routes;
}
