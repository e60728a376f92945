import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import { errorBody, openShop, WEBHOOK_SECRET, type Browser } from './shop.js';

const shop = await openShop({ paymentApi: 'orders', readableWithin: 0 });
const HOUR = 3_600_000;

const made = z.object({ id: z.union([z.string(), z.number()]), status: z.string() });
const list = z.object({ payments: z.array(made) });

async function pay(browser: Browser, more: object = {}) {
  const [card_id] = await browser.cardIds();
  const token = await browser.tokenOfCard(String(card_id));
  return browser.send('POST', '/api/payments', { token, card_id, ...more });
}
const statuses = async (browser: Browser) =>
  list.parse((await browser.get('/api/payments')).json).payments.map(({ status }) => status);

async function announce(id: string, site: string) {
  const hash = createHmac('sha256', WEBHOOK_SECRET).update(`id:${id};request-id:r;ts:1;`).digest('hex');
  const headers = { 'x-signature': `ts=1,v1=${hash}`, 'x-request-id': 'r' };
  const url = `${shop.origin}/api/webhooks?data.id=${id}&type=payment&site=${site}`;
  assert.equal((await fetch(url, { method: 'POST', headers })).status, 200);
}

const readings = (path: RegExp) => shop.requests('GET', path);
const ofOnePayment = /^\/v1\/(payments\/\d+|orders\/ORD\w+)$/;

describe('a shop that pays with orders and receives webhooks', () => {
  afterEach(() => shop.setSwitches({ faults: [], webhooks: null, search_delay_ms: null, next_payment: null }));

  for (const [topic, site, id] of [
    ['order', 'MLA', 'absent'],
    ['orders', 'MCO', 'present'],
  ] as const)
    it(`lists an order whose answer was lost, before the search knows it, where the topic is ${topic}`, async () => {
      await shop.receiveWebhooks(site);
      const ana = await shop.visit('ana', site);
      await shop.setSwitches({
        webhooks: { hold: true, order_topic: topic, order_event_id: id },
        search_delay_ms: HOUR,
      });
      await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/orders' }]);
      assert.equal((await pay(ana)).status, 502);
      assert.deepEqual(await statuses(ana), []);
      assert.deepEqual(await shop.webhooksWorkedOff(site), [[200]]);
      assert.deepEqual(await statuses(ana), ['approved']);
      assert.deepEqual(await statuses(await shop.visit('bruno', site)), [], 'and to no other customer');
    });

  it('lists an order as its review ended', async () => {
    await shop.receiveWebhooks('MLB');
    const bruno = await shop.visit('bruno', 'MLB');
    await shop.setSwitches({ webhooks: { hold: true }, next_payment: 'CONT', search_delay_ms: HOUR });
    const { id, status } = made.parse((await pay(bruno)).json);
    assert.equal(status, 'in_process');
    await shop.decide('MLB', id, 'FUND');
    await shop.webhooksWorkedOff('MLB');
    assert.deepEqual(await statuses(bruno), ['rejected']);
  });

  it('lists what it has paid before the search knows it, and forgets it when Mercado Pago does not know it', async () => {
    const olga = await shop.visit('olga', 'MLC');
    await shop.setSwitches({ search_delay_ms: HOUR });
    await pay(olga);
    assert.deepEqual(await statuses(olga), ['approved']);
    await fetch(`${shop.sandboxOrigin}/sandbox/reset?account=TEST-MLC-demo`, { method: 'POST' });
    assert.deepEqual(await statuses(olga), []);
    const before = (await readings(ofOnePayment)).length;
    assert.deepEqual(await statuses(olga), []);
    assert.equal((await readings(ofOnePayment)).length, before, 'a forgotten record is not read again');
  });

  it('lists the charges of both APIs, each read with the API that made it', async () => {
    await shop.setSwitches({ search_delay_ms: HOUR });
    const withOrders = await shop.visit('ana', 'MLM', 'orders');
    const withPayments = await shop.visit('ana', 'MLM', 'payments');
    for (const browser of [withOrders, withPayments]) assert.equal((await pay(browser)).status, 201);
    const kinds = async (browser: Browser) =>
      list
        .parse((await browser.get('/api/payments')).json)
        .payments.map(({ id }) => (/^ORD/.test(String(id)) ? 'order' : 'payment'))
        .sort();
    assert.deepEqual(await kinds(withOrders), ['order', 'payment']);
    assert.deepEqual(await kinds(withPayments), ['order', 'payment']);
    // Now the search knows the order's payment, too.
    await shop.setSwitches({ search_delay_ms: 0 });
    assert.deepEqual(await kinds(withPayments), ['order', 'payment']);
    // Webhooks may name that one too.
    const { payments } = list.parse((await withPayments.get('/api/payments')).json);
    for (const { id } of payments) await announce(String(id), 'MLM');
    await shop.webhooks?.idle();
    assert.deepEqual(await kinds(withOrders), ['order', 'payment']);
    const missed = (await readings(/^\/v1\/(payments\/ORD|orders\/\d)/)).length;
    assert.equal(missed, 0);
  });

  it('refuses ids of neither API', async () => {
    const withOrders = await shop.visit('ana', 'MLU', 'orders');
    const withPayments = await shop.visit('ana', 'MLU', 'payments');
    const order = made.parse((await pay(withOrders)).json).id;
    for (const [browser, id] of [
      [withOrders, 'search'],
      [withOrders, String(order).toLowerCase()],
      [withOrders, `${order}%2F..`],
      [withPayments, 'search'],
    ] as const) {
      const headers = { 'x-idempotency-key': crypto.randomUUID() };
      for (const answer of [
        await browser.send('PUT', `/api/payments/${id}`, { status: 'cancelled' }),
        await browser.send('POST', `/api/payments/${id}/refunds`, {}, headers),
      ]) {
        assert.equal(answer.status, 400, String(id));
        errorBody.parse(answer.json);
      }
    }
  });

  it('sends the device id with an order', async () => {
    const ana = await shop.visit('ana', 'MPE');
    await pay(ana, { device_id: 'armor.0123456789abcdef' });
    const sent = (await shop.requests('POST', '/v1/orders')).at(-1);
    assert.equal(sent?.device_id, 'armor.0123456789abcdef');
  });

  it('refuses a key that has refunded another amount', async () => {
    const ana = await shop.visit('ana', 'MCO');
    const { id } = made.parse((await pay(ana)).json);
    const refund = (body: object, headers = {}) => ana.send('POST', `/api/payments/${id}/refunds`, body, headers);
    assert.equal((await refund({ amount: 1000 })).status, 400, 'a key is needed');
    const key = { 'x-idempotency-key': crypto.randomUUID() };
    const answers = [await refund({ amount: 1000 }, key), await refund({ amount: 2000 }, key), await refund({}, key)];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 409, 409],
    );
  });
});
