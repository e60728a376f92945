import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { expireChallenge, settleWaiting } from '../challenges/progress.js';
import type { Account } from '../engine/account.js';
import { type Accounts, accountNameOf } from '../engine/accounts.js';
import { ApiError } from '../http/api-error.js';
import type { Env } from '../http/env.js';
import type { RequestLog } from '../http/request-log.js';
import { addWebhookRoutes } from '../webhooks/routes.js';
import type { WebhookSender } from '../webhooks/sender.js';
import { expireOrder } from '../orders/changes.js';
import { requireOrder } from '../orders/find.js';
import { decide } from '../payments/changes.js';
import { requirePayment } from '../payments/find.js';
import { happen, isLaterEvent, LATER_EVENT_NAMES } from '../payments/later-events.js';
import type { PaymentRecord } from '../payments/record.js';
import { DECISION_NAMES, outcomeOfOrder } from '../payments/outcomes.js';
import type { Control } from './control.js';
import { settingsPatch } from './settings.js';

interface Parts {
  readonly accounts: Accounts;
  readonly control: Control;
  readonly log: RequestLog;
  readonly sender: WebhookSender;
  readonly onReset: ((account: string | null) => Promise<void>) | undefined;
}

/** An outcome as `next_payment` takes it, or what happens to a payment later. */
const decisionBody = z.strictObject({ outcome: z.enum([...DECISION_NAMES, ...LATER_EVENT_NAMES]) });

const isLoopback = (origin: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);

/** Keeps out pages from elsewhere. CORS alone would only hide the answer from them: a form's post is carried out. */
const loopbackOnly = createMiddleware<Env>(async (c, next) => {
  const origin = c.req.header('origin');
  if (origin !== undefined && !isLoopback(origin)) throw new ApiError(403, 'only pages on this machine may do this');
  await next();
});

/**
 * `/sandbox`: the switches. With `?account=TEST-MLB-1` they act on that account only, so that tests that run side by
 * side do not affect each other. Pages on this machine may use them, pages from elsewhere may not.
 */
export function controlRoutes({ accounts, control, log, sender, onReset }: Parts): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(loopbackOnly, cors({ origin: (origin) => (isLoopback(origin) ? origin : null) }));

  /** How long a challenge waits may have changed, and time has passed. */
  const settle = (scope: string | null) => {
    for (const account of accounts.inUse(scope)) settleWaiting(control, account);
  };

  routes.post('/reset', async (c) => {
    const account = scopeOf(c.req.query('account'));
    accounts.reset(account ?? undefined);
    log.clear(account ?? undefined);
    sender.reset(account);
    if (account === null) control.clearAll();
    else control.clear(account);
    await onReset?.(account);
    return c.body(null, 204);
  });

  routes.get('/faults', (c) => c.json(control.settingsOf(scopeOf(c.req.query('account')))));

  routes.post('/faults', async (c) => {
    const parsed = settingsPatch.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) throw new ApiError(400, z.prettifyError(parsed.error));
    const scope = scopeOf(c.req.query('account'));
    control.change(scope, parsed.data);
    settle(scope);
    return c.json(control.settingsOf(scope));
  });

  routes.delete('/faults', (c) => {
    const scope = scopeOf(c.req.query('account'));
    control.clear(scope);
    settle(scope);
    return c.body(null, 204);
  });

  routes.get('/requests', (c) => c.json(log.list(scopeOf(c.req.query('account')) ?? undefined)));

  routes.get('/counts', (c) => {
    const account = accounts.of(c.req.query('account') ?? '');
    if (!account) throw new ApiError(400, 'expected ?account= with an access token or public key');
    return c.json(account.counts());
  });

  // What reviews, banks, shoppers and time do later to a payment or an order.
  routes.post('/payments/:id', async (c) => {
    const account = accounts.of(c.req.query('account') ?? '');
    if (!account) throw new ApiError(400, 'expected ?account= with an access token or public key');
    const parsed = decisionBody.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) throw new ApiError(400, z.prettifyError(parsed.error));
    const [id, { outcome }] = [c.req.param('id'), parsed.data];
    settleWaiting(control, account);
    if (outcome === 'expired') expire(account, id);
    else if (isLaterEvent(outcome)) happen(account, paymentOf(account, id), outcome);
    else decide(account, paymentOf(account, id), outcomeOfOrder(outcome));
    return c.body(null, 204);
  });

  addWebhookRoutes(routes, sender, scopeOf);
  return routes;
}

/** An order can expire before it is charged, and a challenge ends as it does by itself. */
function expire(account: Account, id: string): void {
  const order = id.startsWith('ORD') ? requireOrder(account, id) : null;
  if (order && !order.payments[0]?.payment) return expireOrder(account, order);
  const payment = paymentOf(account, id);
  if (payment.statusDetail === 'pending_challenge') expireChallenge(account, payment);
  else happen(account, payment, 'expired');
}

function paymentOf(account: Account, id: string): PaymentRecord {
  return requirePayment(
    account,
    id.startsWith('ORD') ? (requireOrder(account, id).payments[0]?.payment?.id ?? '') : id,
  );
}

/** The account that a control request is about; `null` when it is about all of them. */
function scopeOf(credential: string | undefined): string | null {
  if (credential === undefined) return null;
  const name = accountNameOf(credential);
  if (name === null) throw new ApiError(400, 'not a sandbox account: expected APP_USR-<SITE>-<anything>');
  return name;
}
