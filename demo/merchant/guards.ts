import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { currentEmail } from './customer.js';
import type { ShopEnv } from './shop-env.js';

const isWrite = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Refuses writes that another site makes the shopper's browser send. Every browser of today sends `Sec-Fetch-Site`,
 * older ones `Origin`; a client that sends neither is no browser and has no shopper's cookies.
 * A real shop keeps its framework's CSRF token as well: `request-headers` on the element sends it along.
 */
export const sameOriginWrites = createMiddleware(async (c, next) => {
  if (isWrite(c.req.method) && !isSameOrigin(c.req.url, c.req.header('sec-fetch-site'), c.req.header('origin'))) {
    throw new HTTPException(403, { message: 'Writes are accepted from our own pages only' });
  }
  await next();
});

function isSameOrigin(url: string, fetchSite: string | undefined, origin: string | undefined): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host;
}

/** Answers 401 unless a customer is signed in. */
export const signedIn = createMiddleware<ShopEnv>(async (c, next) => {
  currentEmail(c);
  await next();
});

/** Accepts only JSON bodies: what a plain HTML form can send is refused. */
export const jsonBodies = createMiddleware(async (c, next) => {
  const type = c.req.header('content-type');
  const isEmpty = type === undefined && !c.req.header('transfer-encoding') && !Number(c.req.header('content-length'));
  if (isWrite(c.req.method) && !isEmpty && !/^application\/json\s*(;|$)/i.test(type ?? '')) {
    throw new HTTPException(415, { message: 'Send application/json' });
  }
  await next();
});
