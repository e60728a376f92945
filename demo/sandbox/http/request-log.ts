import { createMiddleware } from 'hono/factory';
import { timestamp, type Clock } from '../engine/clock.js';
import type { Env } from './env.js';

const CAPACITY = 500;
/** Keys of secrets as `bareName` writes them, so that a misnamed field is masked as well. */
const SECRETS = new Set(['cardnumber', 'securitycode', 'cvv', 'cvc', 'token', 'identification', 'creq']);
/** As many digits as a card number has, however it is grouped, and whatever the field is called. */
const CARD_NUMBER = /(?<!\d)\d{12,19}(?!\d)|^\s*\d(?:[ -]?\d){11,18}\s*$/;
const MASK = '[masked]';

/** One request that reached the sandbox, without secrets. */
export interface LoggedRequest {
  readonly at: string;
  readonly account: string | null;
  readonly method: string;
  /** Card tokens in it are masked. */
  readonly path: string;
  readonly status: number;
  readonly idempotency_key: string | null;
  /** The JSON body; numbers, codes, tokens and documents are masked. */
  readonly body: unknown;
}

/** The last requests, for tests to look at. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) this.#entries = this.#entries.slice(-CAPACITY / 2);
  }

  /** Oldest first; those of one account only when it is given. */
  list(account?: string): LoggedRequest[] {
    return this.#entries.filter((entry) => account === undefined || entry.account === account);
  }

  clear(account?: string): void {
    this.#entries = account === undefined ? [] : this.#entries.filter((entry) => entry.account !== account);
  }
}

export function logRequests(log: RequestLog, clock: Clock) {
  return createMiddleware<Env>(async (c, next) => {
    const body = await c.req.text();
    await next();
    log.add({
      at: timestamp(clock()),
      account: c.var.caller?.name ?? null,
      method: c.req.method,
      path: c.req.path.replace(/\/[0-9a-f]{32}(?=\/|$)/, `/${MASK}`),
      status: c.res.status,
      idempotency_key: c.req.header('x-idempotency-key') ?? null,
      body: masked(body),
    });
  });
}

const bareName = (key: string) => key.replaceAll('_', '').toLowerCase();

const isSecret = (key: string, value: unknown) =>
  SECRETS.has(bareName(key)) ||
  ((typeof value === 'string' || typeof value === 'number') && CARD_NUMBER.test(String(value)));

function masked(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body, (key, value: unknown) => (isSecret(key, value) ? MASK : value));
  } catch {
    return MASK;
  }
}
