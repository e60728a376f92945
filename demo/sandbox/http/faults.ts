import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../control/settings.js';
import { ApiError } from './api-error.js';
import { tokenErrors } from './catalogue.js';
import type { Env } from './env.js';

/** Applies the faults that were ordered for a request. The sandbox's own resources are never affected. */
export const faults = createMiddleware<Env>(async (c, next) => {
  const { caller, control } = c.var;
  // All of them first: an error that one of them makes may be one that another one nests.
  c.var.faults.push(...control.takeFaults(caller?.name ?? null, c.req.method, c.req.path));
  for (const fault of c.var.faults) {
    const answer = await before(c, fault);
    if (answer) return answer;
  }
  await next();
  for (const fault of c.var.faults) await after(c, fault);
});

/** What a fault does before the request is carried out; an answer here means that it never is. */
async function before(c: Context<Env>, fault: Fault): Promise<Response | undefined> {
  const { caller, control } = c.var;
  switch (fault.kind) {
    case 'latency':
      await delay(fault.ms, undefined, { ref: false, signal: control.faultsEnd(caller?.name ?? null) }).catch(() => {});
      return undefined;
    case 'rate_limit':
      c.header('Retry-After', '1');
      throw new ApiError(429, 'Rate limit exceeded. Retry after the indicated number of seconds.');
    case 'server_error':
      throw new ApiError(500, 'internal server error');
    case 'bad_gateway':
      return c.html(
        '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
        502,
      );
    case 'token_failure':
      throw tokenErrors.error(500, 'E601');
    case 'refusal':
      throw new ApiError(fault.status as ContentfulStatusCode, fault.message, [
        { code: fault.code, description: fault.message, data: null },
      ]);
    case 'drop':
      return hangUp(c);
    case 'drop_answer':
    case 'malformed_json':
    case 'nested_cause':
      return undefined;
  }
}

/** What a fault does to the answer. Nested causes are written where errors are, in the app. */
async function after(c: Context<Env>, fault: Fault): Promise<void> {
  if (fault.kind === 'drop_answer') c.res = hangUp(c);
  if (fault.kind === 'malformed_json') {
    const text = await c.res.text();
    c.res = new Response(text.slice(0, Math.max(1, text.length / 2)), c.res);
  }
}

function hangUp(c: Context<Env>): Response {
  c.env.incoming?.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
