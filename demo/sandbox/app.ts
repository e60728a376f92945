import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { browserRoutes } from './browser/routes.js';
import { cardTokenRoutes } from './card-tokens/routes.js';
import { settleWaiting } from './challenges/progress.js';
import { Control } from './control/control.js';
import { controlRoutes } from './control/routes.js';
import { customerRoutes } from './customers/routes.js';
import { Accounts } from './engine/accounts.js';
import type { Clock } from './engine/clock.js';
import { ApiError } from './http/api-error.js';
import { customerErrors, paymentErrors } from './http/catalogue.js';
import { identify } from './http/credentials.js';
import type { Env } from './http/env.js';
import { faults } from './http/faults.js';
import { isHungUp } from './http/hang-up.js';
import { logRequests, RequestLog } from './http/request-log.js';
import { identificationTypeRoutes, paymentMethodRoutes } from './lookups/routes.js';
import { orderError, orderErrorBody } from './orders/errors.js';
import { oneAtATime } from './orders/keys.js';
import { orderRoutes } from './orders/routes.js';
import { paymentRoutes } from './payments/routes.js';
import { userRoutes } from './users/routes.js';
import { WebhookSender } from './webhooks/sender.js';

export interface SandboxOptions {
  /** Where the time comes from. */
  readonly clock?: Clock;
  /** How many cards a customer may have; the API documents an error for it, but no number. */
  readonly cardLimit?: number;
  /** Called when an account was emptied, or all of them (`null`), before the request that asked for it is answered. */
  readonly onReset?: (account: string | null) => Promise<void>;
  /** Aborted when the sandbox ends: nothing is sent after that. */
  readonly end?: AbortSignal;
}

/** Endpoints that MercadoPago.js calls from the shop's page. The others answer to servers only. */
const BROWSER_ENDPOINTS = ['/v1/card_tokens/*', '/v1/payment_methods/*', '/v1/identification_types/*'];

/** Largest body taken, in bytes. The API documents an error for it, but no number. */
const BODY_LIMIT = 64 * 1024;

/** The sandbox: Mercado Pago's REST API, MercadoPago.js and the Secure Fields page, with everything in memory. */
export function createSandbox({ clock = () => new Date(), cardLimit, onReset, end }: SandboxOptions = {}): Hono<Env> {
  const control = new Control({ cardLimit: cardLimit ?? null });
  const sender = new WebhookSender(control);
  const accounts = new Accounts(clock, {
    announce: sender.announce,
    orderSwitches: (account) => control.orderSwitchesOf(account),
  });
  end?.addEventListener('abort', () => {
    accounts.reset();
    sender.reset(null);
  });
  const log = new RequestLog();
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    c.set('control', control);
    c.set('faults', []);
    await next();
  });

  const limit = bodyLimit({
    maxSize: BODY_LIMIT,
    onError: (c) => {
      throw tooLarge(c.req.path);
    },
  });
  app.use('/sandbox/*', limit);
  app.route('/sandbox', controlRoutes({ accounts, control, log, sender, onReset }));

  for (const path of BROWSER_ENDPOINTS) {
    app.use(path, cors({ allowHeaders: ['Content-Type', 'X-Product-Id', 'X-Idempotency-Key'] }));
  }
  // After the caller, whose switches decide how the Orders API refuses.
  app.use(identify(accounts), limit, logRequests(log, clock));
  for (const path of ['/v1/payments/*', '/v1/orders/*']) {
    app.use(path, async (c, next) => {
      const { caller } = c.var;
      if (caller) settleWaiting(control, caller);
      await next();
      if (caller) settleWaiting(control, caller);
    });
  }
  app.use('/v1/orders/*', oneAtATime());
  app.use(faults);
  app.route('/', browserRoutes(accounts));
  app.route('/v1/customers', customerRoutes());
  app.route('/v1/card_tokens', cardTokenRoutes());
  app.route('/v1/payments', paymentRoutes());
  app.route('/v1/orders', orderRoutes());
  app.route('/v1/payment_methods', paymentMethodRoutes());
  app.route('/v1/identification_types', identificationTypeRoutes());
  app.route('/users', userRoutes());

  app.notFound((c) => {
    const refusal = new ApiError(404, 'resource not found');
    return c.json(isOrders(c.req.path) ? orderErrorBody(refusal, switchesOf(c)) : refusal.body(), 404);
  });
  app.onError((error, c) => {
    const refusal = error instanceof ApiError ? error : new ApiError(500, 'internal server error');
    if (refusal !== error && !isHungUp(c.req.raw)) console.error(error);
    if (isOrders(c.req.path)) return c.json(orderErrorBody(refusal, switchesOf(c)), refusal.status);
    const nested = c.var.faults.some(({ kind }) => kind === 'nested_cause');
    return c.json(refusal.body(nested), refusal.status);
  });
  return app;
}

/** That a body is too large, in the words of the API that it was sent to. Only customers have a code for it; the others are guessed. */
function tooLarge(path: string): ApiError {
  if (isOrders(path)) return orderError('invalid_properties', ['the body is too large']);
  return path.startsWith('/v1/payments') ? paymentErrors.error(400, '1') : customerErrors.error(400, '104');
}

/** Of the account that calls, as far as it is known yet. */
const switchesOf = ({ var: { control, caller } }: Context<Env>) => control.orderSwitchesOf(caller?.name ?? '');

const isOrders = (path: string): boolean => /^\/v1\/orders(\/|$)/.test(path);
