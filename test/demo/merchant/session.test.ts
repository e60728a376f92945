import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { Hono } from 'hono';
import { SessionStore } from '../../../demo/merchant/session.js';
import { errorBody, openShop, paymentBody, settingsBody } from './shop.js';

const shop = await openShop();

describe('the session', () => {
  it('gives the page what a shop’s server would write into it', async () => {
    const { status, json } = await (await shop.visit('bruno', 'MLB')).get('/api/checkout');
    assert.equal(status, 200);
    const { cartId } = z.object({ cartId: z.uuid() }).parse(json);
    assert.deepEqual(json, {
      cartId,
      paidBefore: null,
      site: 'MLB',
      customer: 'bruno@testuser.com',
      publicKey: 'TEST-MLB-demo',
      amount: '129.90',
      currency: 'BRL',
      description: 'Cafeteira italiana',
      locale: 'pt-BR',
      sandbox: { origin: shop.sandboxOrigin },
    });
  });

  it('is Ana’s in Argentina for a browser that has never been here', async () => {
    const { json, headers } = await (await shop.visit()).get('/api/checkout');
    const { site, customer, publicKey } = settingsBody.parse(json);
    assert.deepEqual([site, customer, publicKey], ['MLA', 'ana@testuser.com', 'TEST-MLA-demo']);
    assert.deepEqual(headers.getSetCookie(), []);
  });

  it('answers signing in with the new settings and a cookie that scripts cannot read', async () => {
    const browser = await shop.visit();
    const { json, headers } = await browser.send('POST', '/session', { site: 'MLC', customer: 'carla' });
    assert.deepEqual(json, (await browser.get('/api/checkout')).json);
    assert.match(headers.getSetCookie().join(), /^shop_session=[\w-]{36};.*HttpOnly.*SameSite=Lax/);
  });

  it('gets a new id with every sign-in, and the old one is not accepted', async () => {
    const browser = await shop.visit();
    const ids: string[] = [];
    for (const customer of ['olga', 'oscar']) {
      const { headers } = await browser.send('POST', '/session', { site: 'MLM', customer });
      ids.push(String(headers.getSetCookie()[0]?.split(';')[0]));
    }
    assert.notEqual(ids[0], ids[1]);
    const response = await fetch(`${shop.origin}/api/checkout`, { headers: { cookie: String(ids[0]) } });
    assert.equal(settingsBody.parse(await response.json()).customer, null);
  });

  it('can be left: then there is no customer', async () => {
    const browser = await shop.visit(null, 'MCO');
    const { json } = await browser.get('/api/checkout');
    assert.equal(settingsBody.parse(json).customer, null);
    assert.equal((await browser.get('/api/customer')).status, 401);
  });

  it('takes only the customers and countries that there are', async () => {
    const browser = await shop.visit();
    for (const body of [{ site: 'MLX', customer: 'ana' }, { site: 'MLA', customer: 'eve' }, { site: 'MLA' }]) {
      const { status, json } = await browser.send('POST', '/session', body);
      assert.equal(status, 400, JSON.stringify(body));
      errorBody.parse(json);
    }
  });

  it('ends when a thousand newer ones have begun: no visitor can fill the shop’s memory', async () => {
    const sessions = new SessionStore({ site: 'MLA', email: 'ana@testuser.com' });
    const app = new Hono();
    app.post('/', (c) => {
      sessions.replace(c, { site: 'MLB', email: 'bruno@testuser.com' });
      return c.text('');
    });
    app.get('/', (c) => c.text(sessions.read(c).email ?? 'no one'));
    const begin = async () => {
      const response = await app.request('/', { method: 'POST' });
      return String(response.headers.getSetCookie()[0]?.split(';')[0]);
    };
    const whoIs = async (cookie: string) => (await app.request('/', { headers: { cookie } })).text();

    const first = await begin();
    const second = await begin();
    for (let count = 0; count < 999; count += 1) await begin();
    assert.equal(await whoIs(first), 'no one');
    assert.equal(await whoIs(second), 'bruno@testuser.com');
  });
});

describe('a session cookie that the shop does not know', () => {
  /** One that was left by signing in again, and those that were made up, as is one of a process that has ended. */
  async function unknownCookies(): Promise<string[]> {
    const browser = await shop.visit();
    const { headers } = await browser.send('POST', '/session', { site: 'MLA', customer: 'bruno' });
    await browser.send('POST', '/session', { site: 'MLA', customer: 'carla' });
    const forged = [crypto.randomUUID(), '', '0', '__proto__', 'ana@testuser.com', '%00', 'a'.repeat(4000)];
    return [String(headers.getSetCookie()[0]?.split(';')[0]), ...forged.map((id) => `shop_session=${id}`)];
  }

  const routes = [
    ['GET', '/api/cards'],
    ['POST', '/api/cards'],
    ['DELETE', '/api/cards/1'],
    ['PUT', '/api/cards/1/default'],
    ['GET', '/api/payments'],
    ['POST', '/api/payments'],
    ['GET', '/api/payments/:id'],
    ['PUT', '/api/payments/:id'],
    ['POST', '/api/payments/:id/refunds'],
    ['GET', '/api/challenge'],
    ['DELETE', '/api/challenge/:id'],
    ['GET', '/api/customer'],
    ['PUT', '/api/customer'],
    ['POST', '/checkout'],
    ['GET', '/checkout/payments/:id'],
  ] as const;

  it('is no one’s: 401 on every route that shows or changes what is a customer’s', async () => {
    // The visitor of the demo, whose they would be.
    const ana = await shop.visit();
    const [card_id] = await ana.cardIds();
    const paid = await ana.send('POST', '/api/payments', { token: await ana.tokenOfCard(String(card_id)), card_id });
    const { id } = paymentBody.parse(paid.json);
    const before = (await shop.requests('GET', /./)).length;
    for (const cookie of await unknownCookies()) {
      for (const [method, path] of routes) {
        const isForm = method === 'POST' && path === '/checkout';
        const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
        const init =
          method === 'GET' ? { headers: { cookie } } : { headers: { cookie, 'content-type': type }, body: '' };
        const response = await fetch(shop.origin + path.replace(':id', String(id)), { method, ...init });
        assert.equal(response.status, 401, `${method} ${path} ${cookie.slice(0, 60)}`);
        assert.doesNotMatch(await response.text(), new RegExp(`${id}|accredited|ana@`));
      }
      const settings = await fetch(`${shop.origin}/api/checkout`, { headers: { cookie } });
      assert.equal(settingsBody.parse(await settings.json()).customer, null);
      const page = await fetch(`${shop.origin}/checkout`, { headers: { cookie } });
      assert.doesNotMatch(await page.text(), /payment-result|challenge/);
    }
    assert.equal((await shop.requests('GET', /./)).length, before, 'and Mercado Pago is asked nothing');
  });

  it('is not taken over by signing in: the new one is the shop’s own', async () => {
    const cookie = 'shop_session=chosen-by-somebody-else';
    const headers = { cookie, 'content-type': 'application/json' };
    const body = JSON.stringify({ site: 'MLA', customer: 'bruno' });
    const { status } = await fetch(`${shop.origin}/session`, { method: 'POST', headers, body });
    assert.equal(status, 200);
    assert.equal((await fetch(`${shop.origin}/api/cards`, { headers: { cookie } })).status, 401);
  });
});
