import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import { paymentApiNames } from '../../../demo/merchant/payment-apis/payment-api.js';
import { openShop, type Browser } from './shop.js';

const shop = await openShop();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const payment = z.object({
  id: z.union([z.string(), z.number()]),
  status: z.string(),
  transaction_amount_refunded: z.number(),
});
const list = z.object({ payments: z.array(payment) });
const statuses = async (browser: Browser) =>
  list.parse((await browser.get('/api/payments')).json).payments.map(({ status }) => status);

async function pay(browser: Browser): Promise<number> {
  const [card_id] = await browser.cardIds();
  const token = await browser.tokenOfCard(String(card_id));
  return (await browser.send('POST', '/api/payments', { token, card_id })).status;
}

/** Reading a payment or an order fails this often. */
const failing = (status: number, times?: number) => {
  const fault = { kind: 'refusal', status, code: 'not_yet', method: 'GET', ...(times && { times }) };
  return ['/v1/payments/1', '/v1/payments/2', '/v1/payments/3', '/v1/payments/4', '/v1/payments/5', '/v1/payments/6']
    .concat(['/v1/payments/7', '/v1/payments/8', '/v1/payments/9', '/v1/orders/ORD'])
    .map((path) => ({ ...fault, path }));
};

describe('what Mercado Pago has announced, and cannot be read yet', () => {
  afterEach(async () => {
    await shop.setSwitches({ faults: [], webhooks: null, search_delay_ms: null });
    await rm(join(shop.folder, 'attempts'), { recursive: true, force: true });
  });

  for (const api of paymentApiNames) {
    it(`is read again until it can be, after a webhook of ${api}`, async (t) => {
      t.mock.method(console, 'warn', () => {});
      await shop.receiveWebhooks('MLA');
      // What was lost of one API would be the answer to the attempt with the other.
      const shopper = await shop.visit(api === 'payments' ? 'ana' : 'bruno', 'MLA', api);
      await shop.setSwitches({ webhooks: { hold: true }, search_delay_ms: HOUR });
      await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${api}`, times: 1 }, ...failing(404, 2)]);
      assert.equal(await pay(shopper), 502);
      const before = (await statuses(shopper)).length;
      await shop.webhooksWorkedOff('MLA');
      await shop.webhooksRetried();
      assert.equal((await statuses(shopper)).length, before, 'it was unknown twice');
      await shop.webhooksRetried();
      assert.deepEqual((await statuses(shopper)).slice(before), ['approved']);
    });

    it(`may still be approved by the bank: no second payment is made with ${api}`, async () => {
      const dora = await shop.visit('dora', api === 'orders' ? 'MLU' : 'MPE', api);
      await pay(dora);
      await shop.setFaults(failing(404));
      assert.equal(await pay(dora), 409);
      await shop.setFaults([]);
      await pay(dora);
      assert.equal((await statuses(dora)).filter((status) => status === 'pending').length, 1);
    });

    it(`is said on the plain page, with the longest wait, for a payment of ${api}`, async (t) => {
      const dora = await shop.visit('dora', 'MCO', api);
      await pay(dora);
      await shop.setFaults(failing(404));
      const [card_id] = await dora.cardIds();
      const form = { token: await dora.tokenOfCard(String(card_id)), card_id: String(card_id) };
      for (const page of [await dora.submit(form), await dora.get('/checkout')]) {
        assert.equal(page.status, 409);
        assert.match(page.text, /un pago anterior, que puede aprobarse.* en 60 min como máximo/);
        assert.match(page.text, /<mp-saved-cards/);
      }
      t.mock.timers.enable({ apis: ['Date'], now: Date.now() + HOUR - 5 * MINUTE });
      assert.match((await dora.get('/checkout')).text, / en 5 min /);
      t.mock.timers.setTime(Date.now() + 6 * MINUTE);
      assert.doesNotMatch((await dora.get('/checkout')).text, /payment-result/);
    });

    it(`is listed as it was when the shop paid with ${api}, and forgotten after an hour`, async (t) => {
      const olga = await shop.visit('olga', 'MLC', api);
      await shop.setSwitches({ search_delay_ms: 24 * HOUR });
      assert.equal(await pay(olga), 201);
      await shop.setFaults(failing(404));
      assert.deepEqual(await statuses(olga), ['approved']);
      t.mock.timers.enable({ apis: ['Date'], now: Date.now() + HOUR - MINUTE });
      assert.deepEqual(await statuses(olga), ['approved']);
      t.mock.timers.setTime(Date.now() + 2 * MINUTE);
      assert.deepEqual(await statuses(olga), []);
    });

    it(`is listed as it was refunded with ${api}, before the search knows`, async () => {
      const ana = await shop.visit('ana', 'MLU', api);
      const refunded = async () => list.parse((await ana.get('/api/payments')).json).payments[0];
      await pay(ana);
      await shop.setSwitches({ search_delay_ms: HOUR });
      const id = (await refunded())?.id;
      const headers = { 'x-idempotency-key': crypto.randomUUID() };
      assert.equal((await ana.send('POST', `/api/payments/${id}/refunds`, { amount: 90 }, headers)).status, 201);
      await shop.setFaults(failing(500));
      assert.equal((await refunded())?.transaction_amount_refunded, 90);
    });

    it(`is listed as it was for as long as ${api} fails`, async (t) => {
      const bruno = await shop.visit('bruno', api === 'orders' ? 'MLC' : 'MLB', api);
      await shop.setSwitches({ search_delay_ms: 24 * HOUR });
      await pay(bruno);
      await shop.setFaults(failing(500));
      t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 2 * HOUR });
      assert.deepEqual(await statuses(bruno), ['approved']);
    });
  }

  it('is given up after an hour, with one line in the log', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    await shop.receiveWebhooks('MPE');
    const ana = await shop.visit('ana', 'MPE');
    await shop.setSwitches({ webhooks: { hold: true } });
    await pay(ana);
    await shop.setFaults(failing(404));
    await shop.webhooksWorkedOff('MPE');
    assert.equal((await readdir(join(shop.folder, 'webhooks'))).length, 1);
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + HOUR });
    await shop.webhooksRetried();
    assert.deepEqual(await readdir(join(shop.folder, 'webhooks')), []);
    assert.match(String(warn.mock.calls.at(-1)?.arguments[0]), /^Webhook about payment \d+ dropped/);
  });
});
