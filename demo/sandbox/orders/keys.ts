import { createHash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DAY } from '../engine/clock.js';
import type { Env } from '../http/env.js';
import { orderError } from './errors.js';

const MAX_LENGTH = 128;

/**
 * `X-Idempotency-Key`, without which nothing is made or changed: the same request is answered as before, another one with
 * the same key is refused. A request that was refused as wrong leaves its key free; whether the live API does is not known.
 */
export const requireKey = createMiddleware<Env>(async (c, next) => {
  if (c.req.method !== 'POST' && c.req.method !== 'PUT') return next();
  const { account, control } = c.var;
  const key = c.req.header('x-idempotency-key') ?? '';
  if (key === '') throw orderError('empty_required_header', ['X-Idempotency-Key']);
  if (key.length > MAX_LENGTH) throw orderError('invalid_idempotency_key_length');

  const digest = createHash('sha256')
    .update(await c.req.text())
    .digest('hex');
  const name = `${c.req.method} ${c.req.path} ${key}`;
  const earlier = account.orderAnswers.get(name);
  if (earlier && account.now().getTime() - earlier.at.getTime() < DAY) {
    const isSame = earlier.digest === digest && control.orderSwitchesOf(account.name).same_request === 'replayed';
    if (!isSame) throw orderError('idempotency_key_already_used');
    return c.body(earlier.body, earlier.status as ContentfulStatusCode, { 'Content-Type': 'application/json' });
  }
  await next();
  if (!c.res.ok && c.res.status !== 402) return;
  const body = await c.res.clone().text();
  account.orderAnswers.set(name, { at: account.now(), digest, status: c.res.status, body });
});

/**
 * Lets one request at a time do something with a key or with an order: the next one is refused until the first is
 * answered. Comes before the faults, so that one that delays shows it.
 */
export function oneAtATime() {
  const running = new Set<string>();
  return createMiddleware<Env>(async (c, next) => {
    const { caller } = c.var;
    if (c.req.method === 'GET' || !caller) return next();
    const key = c.req.header('x-idempotency-key');
    const orderId = /^\/v1\/orders\/([^/]+)/.exec(c.req.path)?.[1];
    const names = [key && `key ${key}`, orderId && `order ${orderId}`].filter(Boolean);
    const locks = names.map((name) => `${caller.name} ${name}`);
    if (locks.some((lock) => running.has(lock))) {
      throw orderError('resource_locked', [], Number(c.var.control.orderSwitchesOf(caller.name).at_once));
    }
    locks.forEach((lock) => running.add(lock));
    try {
      await next();
    } finally {
      locks.forEach((lock) => running.delete(lock));
    }
  });
}
