import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import { apiProxy } from './api-proxy.js';
import { cartOf, idOf, resultOf } from './plain-page.js';
import { openShop, type Browser } from './shop.js';

const headers = { authorization: 'Bearer TEST-MLA-demo', 'content-type': 'application/json' };
const listed = z.object({ payments: z.array(z.looseObject({ status: z.string() })) });

const press = async (browser: Browser, cart_id: string) => {
  const card_id = String((await browser.cardIds()).at(-1));
  return { token: await browser.tokenOfCard(card_id), card_id, installments: '1', cart_id };
};
const approved = async (browser: Browser) =>
  listed.parse((await browser.get('/api/payments')).json).payments.filter(({ status }) => status === 'approved').length;

/** The same moment in another zone, as one API answers it where the other request had it in UTC. */
const inOtherZone = (text: string) => {
  const moment = new Date(new Date(text).getTime() - 3 * 3_600_000);
  return moment.toISOString().replace('Z', '-03:00');
};

const withOtherAnswers = apiProxy({
  request: (url) => {
    const query = url.searchParams;
    if (url.pathname === '/v1/orders' && !query.has('sort_order')) query.set('sort_order', 'asc');
  },
  answer: (method, _path, answer) => {
    if (method !== 'GET') return answer;
    const body = answer.body.replace(
      /("(?:date_created|created_date)":")([^"]+)/g,
      (_, name: string, date: string) => name + inOtherZone(date),
    );
    return { ...answer, body };
  },
});

const shop = await openShop({ api: withOtherAnswers });

describe('a Mercado Pago that writes a date otherwise when a payment is read', () => {
  for (const [api, site] of [
    ['payments', 'MLM'],
    ['orders', 'MLC'],
  ] as const)
    it(`is paid once for one cart, and shows the payment to a page that is sent again (${api})`, async () => {
      const bruno = await shop.visit('bruno', site, api);
      const cart = cartOf((await bruno.get('/checkout')).text);
      const form = await press(bruno, cart);
      const first = (await bruno.submit(form)).text;
      assert.equal(resultOf(first), 'approved');
      assert.equal(idOf((await bruno.submit(await press(bruno, cart))).text), idOf(first));
      assert.match((await bruno.get('/checkout')).text, /ya está pagada/);
      assert.equal(await approved(bruno), 1);
    });

  for (const [api, site] of [
    ['payments', 'MLU'],
    ['orders', 'MPE'],
  ] as const)
    it(`shows what the bank asks about to a tab that is opened again, and cancels it for another card (${api})`, async () => {
      const dora = await shop.visit('dora', site, api);
      const [card_id = ''] = await dora.cardIds();
      const first = (await dora.submit({ token: await dora.tokenOfCard(card_id), card_id, installments: '1' })).text;
      assert.equal(idOf((await dora.get('/checkout')).text), idOf(first));
      await dora.submit(await press(dora, cartOf((await dora.get('/checkout?other')).text)));
      const { payments } = listed.parse((await dora.get('/api/payments')).json);
      assert.deepEqual(payments.map(({ status }) => status).sort(), ['approved', 'cancelled']);
    });
});

describe('a search of orders that is sorted as it is asked for, the oldest first otherwise', () => {
  afterEach(() => shop.setSwitches({ faults: [] }));

  it('finds the payment whose answer was lost, after fifty others', async () => {
    const bruno = await shop.visit('bruno', 'MLA', 'orders');
    const found = await fetch(`${shop.sandboxOrigin}/v1/customers/search?email=bruno@testuser.com`, { headers });
    const reference = z.object({ results: z.array(z.object({ id: z.string() })) }).parse(await found.json())
      .results[0]?.id;
    for (let count = 0; count < 51; count += 1) {
      const body = JSON.stringify({
        type: 'online',
        processing_mode: 'manual',
        total_amount: '1.00',
        external_reference: reference,
        payer: { email: 'bruno@testuser.com' },
      });
      const own = { ...headers, 'x-idempotency-key': crypto.randomUUID() };
      const answer = await fetch(`${shop.sandboxOrigin}/v1/orders`, { method: 'POST', headers: own, body });
      assert.equal(answer.status, 201, await answer.text());
    }
    const cart = cartOf((await bruno.get('/checkout')).text);
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/orders', times: 1 }]);
    assert.equal((await bruno.submit(await press(bruno, cart))).status, 502);
    assert.equal(resultOf((await bruno.submit(await press(bruno, cart))).text), 'approved');
    assert.equal(await approved(bruno), 1);
  });
});
