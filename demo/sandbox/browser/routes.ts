import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { secureFieldsHtml } from '../../../src/testing/secure-fields-html.js';
import { challengeRoutes } from '../challenges/routes.js';
import type { Accounts } from '../engine/accounts.js';
import type { Env } from '../http/env.js';
import { addShopperPages } from './shopper-pages.js';
import { standInScript } from './stand-in.js';

/** What browsers load: MercadoPago.js, the page inside every Secure Field, and where payments send the shopper. */
export function browserRoutes(accounts: Accounts): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/js/v2', async (c) => {
    const { origin } = new URL(c.req.url);
    const script = await standInScript({ apiBase: origin, fieldsPage: `${origin}/secure-fields` });
    return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' });
  });

  // MercadoPago.js fetches this page from the shop's origin before it points a frame at it.
  routes.get('/secure-fields', cors(), (c) => {
    const nonce = randomBytes(16).toString('base64');
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ];
    return c.html(secureFieldsHtml({ nonce, apiBase: new URL(c.req.url).origin }), 200, {
      'Content-Security-Policy': policy.join('; '),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    });
  });
  routes.route('/3ds', challengeRoutes(accounts));
  addShopperPages(routes);
  return routes;
}
