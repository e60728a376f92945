import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { z } from 'zod';
import { answerChallenge } from '../sandbox/support/challenges.js';
import { apiProxy } from './api-proxy.js';
import { openShop, type Browser } from './shop.js';

const HOUR = 3_600_000;

let isMissing = false;
let hidesTransactions = false;
let usesUpKeys = false;
/** Of a capture that failed, and of no other. */
let usedUp = '';
const between = apiProxy({
  instead: ({ method, path, key }) => {
    if (!usesUpKeys || method !== 'POST' || !path.endsWith('/capture') || (usedUp !== '' && usedUp !== key)) return;
    const [status, code] = usedUp === '' ? [500, 'internal_error'] : [409, 'idempotency_key_already_used'];
    usedUp = key;
    return { status, body: JSON.stringify({ errors: [{ code, message: '' }] }) };
  },
  answer: (method, path, answer) => {
    if (method === 'GET' && isMissing && /^\/v1\/payments\/\d+$/.test(path))
      return { status: 404, body: '<html>Not here</html>' };
    if (method !== 'GET' || !hidesTransactions || !path.startsWith('/v1/orders/ORD')) return answer;
    const { transactions: _, ...rest } = z.looseObject({}).parse(JSON.parse(answer.body));
    return { ...answer, body: JSON.stringify(rest) };
  },
});
const shop = await openShop({ api: between });

const made = z.object({ id: z.union([z.string(), z.number()]), status: z.string() });
const list = z.object({ payments: z.array(made), is_complete: z.boolean() });
const listed = async (browser: Browser) =>
  list.parse((await browser.get('/api/payments')).json).payments.map(({ id, status }) => `${id} ${status}`);

async function pay(browser: Browser) {
  const card_id = String((await browser.cardIds())[0]);
  return browser.send('POST', '/api/payments', { token: await browser.tokenOfCard(card_id), card_id });
}

describe('the list of payments', () => {
  afterEach(() => shop.setSwitches({ faults: [], search_delay_ms: null }));

  it('has an order that the shop made, where it pays with the Payments API since, and the search is behind', async () => {
    const ana = await shop.visit('ana', 'MLA', 'orders');
    await shop.setSwitches({ search_delay_ms: HOUR });
    const { id } = made.parse((await pay(ana)).json);
    const since = await shop.visit('ana', 'MLA', 'payments');
    assert.deepEqual(await listed(since), [`${id} approved`]);
    await shop.setSwitches({ search_delay_ms: null });
    assert.deepEqual(await listed(since), [`${id} approved`], 'once, though the search has its payment too');
  });

  it('has a payment whose answer was lost, where the shop pays with orders since', async () => {
    const olga = await shop.visit('olga', 'MLC', 'payments');
    await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/payments', times: 1 }]);
    assert.equal((await pay(olga)).status, 502);
    const [payment, ...others] = await listed(await shop.visit('olga', 'MLC', 'orders'));
    assert.match(payment ?? '', /^\d+ approved$/);
    assert.deepEqual(others, []);
  });

  it('keeps a payment that an answer of something in between says is missing, long after it was made', async (t) => {
    t.after(() => (isMissing = false));
    const bruno = await shop.visit('bruno', 'MLB', 'payments');
    const { id } = made.parse((await pay(bruno)).json);
    await shop.setSwitches({ search_delay_ms: HOUR });
    const now = Date.now();
    t.mock.method(Date, 'now', () => now + 2 * HOUR);
    for (const missing of [true, false, true]) {
      isMissing = missing;
      assert.deepEqual(await listed(bruno), [`${id} approved`]);
    }
    t.mock.method(Date, 'now', () => now + 4 * HOUR);
    assert.deepEqual(await listed(bruno), [], 'until it has been missing for an hour');
  });

  for (const path of ['/v1/payments/search', '/v1/orders'])
    it(`says that it is not whole, where the search at ${path} fails, and has what is known`, async () => {
      const ana = await shop.visit('ana', 'MLM', 'payments');
      const all = [await pay(ana), await pay(await shop.visit('ana', 'MLM', 'orders'))].map(
        ({ json }) => `${made.parse(json).id} approved`,
      );
      const isComplete = async () => list.parse((await ana.get('/api/payments')).json).is_complete;
      assert.equal(await isComplete(), true);
      await shop.setFaults([{ kind: 'server_error', method: 'GET', path }]);
      assert.equal(await isComplete(), false);
      const shown = await listed(ana);
      assert.ok(all.every((each) => shown.includes(each)));
    });

  it('is not given, where nothing can be searched', async () => {
    const ana = await shop.visit('ana', 'MLM', 'payments');
    await pay(ana);
    await shop.setFaults(
      ['/v1/payments/search', '/v1/orders'].map((path) => ({ kind: 'server_error', method: 'GET', path })),
    );
    assert.equal((await ana.get('/api/payments')).status, 500);
  });

  it('is given where the shop may not use the other API', async () => {
    const ana = await shop.visit('ana', 'MLM', 'payments');
    const { id } = made.parse((await pay(ana)).json);
    await shop.setFaults([{ kind: 'refusal', status: 403, code: 'forbidden', method: 'GET', path: '/v1/orders' }]);
    assert.ok((await listed(ana)).includes(`${id} approved`));
    assert.equal(list.parse((await ana.get('/api/payments')).json).is_complete, true, 'it has no others');
  });
});

describe('a refund of a part', () => {
  it('is not asked for as one of everything, where the order does not say what it is a part of', async (t) => {
    t.after(() => (hidesTransactions = false));
    const ana = await shop.visit('ana', 'MCO', 'orders');
    const { id } = made.parse((await pay(ana)).json);
    hidesTransactions = true;
    const key = { 'x-idempotency-key': crypto.randomUUID() };
    assert.equal((await ana.send('POST', `/api/payments/${id}/refunds`, { amount: 10 }, key)).status, 409);
    assert.equal((await shop.requests('POST', /\/refund$/)).length, 0);
  });
});

describe('an order whose money is only kept for the shop', () => {
  beforeEach(() => shop.setSwitches({ orders: { profile: 'official-e2e' } }));
  afterEach(() => shop.setSwitches({ orders: { profile: 'measured' }, faults: [], webhooks: null }));

  const at = async (id: string, site = 'MPE') => {
    const headers = { authorization: `Bearer TEST-${site}-demo` };
    return made.parse(await (await fetch(`${shop.sandboxOrigin}/v1/orders/${id}`, { headers })).json()).status;
  };
  const failing = { kind: 'server_error', method: 'POST', path: '/v1/orders/' };

  it('is captured, at the latest when it is looked at again', async () => {
    const ana = await shop.visit('ana', 'MPE', 'orders');
    const first = made.parse((await pay(ana)).json);
    assert.deepEqual([first.status, await at(String(first.id))], ['approved', 'processed']);

    await shop.setFaults([failing]);
    const second = made.parse((await pay(ana)).json);
    assert.deepEqual([second.status, await at(String(second.id))], ['authorized', 'action_required']);
    await shop.setFaults([]);
    await ana.get(`/checkout/payments/${second.id}`);
    assert.equal(await at(String(second.id)), 'processed');
  });

  it('is captured by the shop itself, where no one looks at it and no webhook comes', async () => {
    const ana = await shop.visit('ana', 'MLU', 'orders');
    await shop.setFaults([failing]);
    const { id } = made.parse((await pay(ana)).json);
    await shop.webhooks?.idle();
    await shop.setFaults([]);
    assert.equal(await at(String(id), 'MLU'), 'action_required');
    await shop.webhooksRetried();
    assert.equal(await at(String(id), 'MLU'), 'processed');
    assert.deepEqual(await readdir(join(shop.folder, 'webhooks')), []);
  });

  it('is captured by a webhook that is tried again, where that has failed once', async () => {
    await shop.receiveWebhooks('MLC');
    await shop.setSwitches({ webhooks: { hold: true } });
    const dora = await shop.visit('dora', 'MLC', 'orders');
    const [card_id = ''] = await dora.cardIds();
    const token = await dora.tokenOfCard(card_id);
    const asked = z
      .looseObject({ id: z.string(), challenge: z.object({ url: z.url() }) })
      .parse((await dora.send('POST', '/api/payments', { token, card_id })).json);
    await answerChallenge(asked.challenge.url, undefined, 'confirm');
    await shop.setFaults([failing]);
    await shop.webhooksWorkedOff('MLC');
    await shop.setFaults([]);
    await shop.webhooksRetried();
    assert.equal(await at(asked.id, 'MLC'), 'processed');
  });

  it('is captured, where Mercado Pago keeps the key of a request that failed', async (t) => {
    t.after(() => (usesUpKeys = false));
    usesUpKeys = true;
    const ana = await shop.visit('ana', 'MLA', 'orders');
    const { id } = made.parse((await pay(ana)).json);
    await ana.get(`/checkout/payments/${id}`);
    assert.equal(await at(String(id), 'MLA'), 'processed');
  });
});
