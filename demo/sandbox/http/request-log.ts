import { createMiddleware } from 'hono/factory';
import { timestamp, type Clock } from '../engine/clock.js';
import type { Env } from './env.js';

const CAPACITY = 500;
/** Of all entries together, in characters of their JSON. */
const MAX_SIZE = 512 * 1024;
/** Keys of secrets as `bareName` writes them, so that a misnamed field is masked as well. */
const SECRETS = new Set(['cardnumber', 'securitycode', 'cvv', 'cvc', 'token', 'identification', 'creq']);
/** As many digits as a card number has, however it is grouped, whatever the field is called and whatever else is in it. */
const CARD_NUMBER = /(?<!\d)\d(?:[ -]?\d){11,18}(?!\d)/;
/** A card token, or a card number, between the slashes of a path. */
const SECRET_SEGMENT = /(?<=\/)([0-9a-f]{32}|\d{12,19})(?=\/|$)/g;
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
  /** `X-meli-session-id`: the device that the shopper pays with. */
  readonly device_id: string | null;
  /** The JSON body of a request that was not refused; numbers, codes, tokens and documents are masked. */
  readonly body: unknown;
}

/** The last requests, for tests to look at. */
export class RequestLog {
  #entries: { readonly request: LoggedRequest; readonly size: number }[] = [];

  add(request: LoggedRequest): void {
    this.#entries.push({ request, size: JSON.stringify(request).length });
    let size = this.#entries.reduce((sum, entry) => sum + entry.size, 0);
    while (this.#entries.length > CAPACITY || size > MAX_SIZE) size -= this.#entries.shift()?.size ?? 0;
  }

  /** Oldest first; those of one account only when it is given. */
  list(account?: string): LoggedRequest[] {
    return this.#entries
      .map(({ request }) => request)
      .filter((request) => account === undefined || request.account === account);
  }

  clear(account?: string): void {
    this.#entries = this.#entries.filter(({ request }) => account !== undefined && request.account !== account);
  }
}

/**
 * Keeps what a resource has read and not refused. Requests without credentials and refused ones are listed without their
 * bodies: what was typed into the wrong field is known to no mask.
 */
export function logRequests(log: RequestLog, clock: Clock) {
  return createMiddleware<Env>(async (c, next) => {
    await next();
    log.add({
      at: timestamp(clock()),
      account: c.var.caller?.name ?? null,
      method: c.req.method,
      path: c.req.path.replace(SECRET_SEGMENT, MASK),
      status: c.res.status,
      idempotency_key: c.req.header('x-idempotency-key') ?? null,
      device_id: c.req.header('x-meli-session-id') ?? null,
      body: c.var.caller && c.res.ok ? masked(c.var.body) : null,
    });
  });
}

const bareName = (key: string) => key.replaceAll('_', '').toLowerCase();

const isSecret = (key: string, value: unknown) =>
  SECRETS.has(bareName(key)) ||
  ((typeof value === 'string' || typeof value === 'number') && CARD_NUMBER.test(String(value)));

function masked(body: unknown): unknown {
  if (body === undefined) return null;
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (isSecret(key, value) ? MASK : value)));
}
