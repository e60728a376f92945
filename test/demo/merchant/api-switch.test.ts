import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import type { PaymentApiName } from '../../../demo/merchant/payment-apis/payment-api.js';
import { answerChallenge } from '../sandbox/support/challenges.js';
import { apiProxy, type Caught } from './api-proxy.js';
import { cartOf, idOf, resultOf, UNCHARGED } from './plain-page.js';
import { openShop, type Browser } from './shop.js';

/** A charge that the shop gave up, and that is carried out just before the next one. */
let isDelayed = false;
let delayed: Caught['carryOut'] | undefined;
const withDelays = apiProxy({
  instead: async ({ method, path, carryOut }) => {
    if (method !== 'POST' || !/^\/v1\/(payments|orders)$/.test(path) || !isDelayed) return undefined;
    if (delayed) {
      await delayed();
      return undefined;
    }
    delayed = carryOut;
    throw new Error('No answer');
  },
});

const shop = await openShop({ api: withDelays });

const purchase = z.looseObject({
  id: z.union([z.number(), z.string()]).transform(String),
  status: z.string(),
  challenge: z.object({ url: z.url(), creq: z.string().optional() }).optional(),
});

const ways = [
  ['payments', 'orders'],
  ['orders', 'payments'],
] as const satisfies readonly (readonly PaymentApiName[])[];

for (const [before, after] of ways) {
  describe(`a payment of the ${before} API, in a shop that pays with ${after} meanwhile`, () => {
    const sites = ['MLA', 'MLB', 'MLM', 'MLC', 'MCO', 'MPE', 'MLU'] as const;
    let turn = before === 'payments' ? 0 : 1;
    /** Each test has a country of its own. Her first card asks the bank. */
    const visit = async (customer: string) => {
      const site = sites[turn++ % sites.length] ?? 'MLA';
      const browser = await shop.visit(customer, site, before);
      const change = () => browser.send('POST', '/session', { site, customer, api: after });
      return { browser, site, change };
    };
    afterEach(() => shop.setSwitches({ faults: [], webhooks: null, search_delay_ms: null, next_payment: null }));

    const entries = async (browser: Browser) => {
      const card_id = String((await browser.cardIds())[0]);
      return { token: await browser.tokenOfCard(card_id), card_id };
    };
    const pay = async (browser: Browser) =>
      purchase.parse((await browser.send('POST', '/api/payments', await entries(browser))).json);
    const status = async (browser: Browser, id: string) => {
      const answer = await browser.get(`/api/payments/${id}`);
      assert.equal(answer.status, 200);
      return z.object({ status: z.string() }).parse(answer.json).status;
    };
    const made = async () =>
      (await shop.requests('POST', /^\/v1\/(payments|orders)$/)).map(({ path, idempotency_key: key }) => ({
        path,
        key,
      }));

    it('is polled, found by a page that is opened again, and cancelled', async () => {
      const { browser, site, change } = await visit('dora');
      const { id } = await pay(browser);
      await change();
      assert.equal(await status(browser, id), 'pending');
      assert.equal(purchase.parse((await browser.get('/api/challenge')).json).id, id);
      for (const path of ['/checkout', `/checkout/payments/${id}`]) {
        assert.match((await browser.get(path)).text, /<mp-payment-challenge/, path);
      }
      const other = await shop.visit('ana', site, after);
      assert.equal((await other.get(`/api/payments/${id}`)).status, 404);
      assert.equal((await other.send('PUT', `/api/payments/${id}`, { status: 'cancelled' })).status, 404);
      assert.equal((await browser.send('PUT', `/api/payments/${id}`, { status: 'cancelled' })).status, 200);
      assert.equal(await status(browser, id), 'cancelled');
    });

    it('is passed, seen by the shopper, and refunded', async () => {
      const { browser, change } = await visit('dora');
      const { id, challenge } = await pay(browser);
      await change();
      await answerChallenge(challenge?.url ?? '', challenge?.creq, 'confirm');
      assert.equal(await status(browser, id), 'approved');
      assert.equal(purchase.parse((await browser.get('/api/challenge')).json).status, 'approved');
      assert.equal((await browser.send('DELETE', `/api/challenge/${id}`)).status, 204);
      assert.equal((await browser.get('/api/challenge')).status, 204);
      const headers = { 'x-idempotency-key': crypto.randomUUID() };
      assert.equal((await browser.send('POST', `/api/payments/${id}/refunds`, {}, headers)).status, 201);
      assert.match((await browser.get(`/checkout/payments/${id}`)).text, /data-status="refunded"/);
    });

    it('is passed, and left with the button of the plain page', async () => {
      const { browser, change } = await visit('dora');
      const { id, challenge } = await pay(browser);
      await change();
      await answerChallenge(challenge?.url ?? '', challenge?.creq, 'confirm');
      assert.match((await browser.get('/checkout')).text, /data-status="approved"/);
      assert.match((await browser.send('POST', `/checkout/payments/${id}/seen`)).text, /<mp-saved-cards/);
      assert.doesNotMatch((await browser.get('/checkout')).text, /payment-result/);
    });

    it('is cancelled before another card pays', async () => {
      const { browser, change } = await visit('dora');
      const { id } = await pay(browser);
      await change();
      await browser.send('POST', '/api/payments', { ...(await entries(browser)) });
      assert.equal(await status(browser, id), 'cancelled');
    });

    it('is the answer to the next attempt, when its own answer was lost', async () => {
      const { browser, change } = await visit('bruno');
      await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${before}`, times: 1 }]);
      assert.equal((await browser.send('POST', '/api/payments', await entries(browser))).status, 502);
      const sent = await made();
      await change();
      assert.equal((await pay(browser)).status, 'approved');
      assert.deepEqual(await made(), sent, 'no second payment');
    });

    it('is the answer to its own token that is sent again', async () => {
      const { browser, change } = await visit('bruno');
      await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${before}`, times: 1 }]);
      const form = await entries(browser);
      assert.equal((await browser.send('POST', '/api/payments', form)).status, 502);
      await change();
      const again = await browser.send('POST', '/api/payments', form);
      assert.equal(again.status, 201);
      assert.equal(purchase.parse(again.json).status, 'approved');
      const [first, second] = (await made()).slice(-2);
      assert.deepEqual([first?.path, second], [`/v1/${before}`, first]);
    });

    it('is listed once, with what was paid since', async () => {
      const { browser, site, change } = await visit('veinte');
      await shop.receiveWebhooks(site);
      await shop.setSwitches({ webhooks: { hold: true } });
      await pay(browser);
      await change();
      await pay(browser);
      // Webhooks report the payments of orders too.
      await shop.webhooksWorkedOff(site);
      const { payments } = z
        .object({ payments: z.array(z.unknown()) })
        .parse((await browser.get('/api/payments')).json);
      assert.equal(payments.length, 2);
    });

    it('is read by a webhook', async () => {
      const { browser, site, change } = await visit('bruno');
      await shop.receiveWebhooks(site);
      await shop.setSwitches({ webhooks: { hold: true }, next_payment: 'CONT' });
      const { id } = await pay(browser);
      await change();
      await shop.decide(site, id, 'APRO');
      await shop.webhooksWorkedOff(site);
      // A payment that is decided is answered from the shop's record.
      await shop.setFaults([{ kind: 'server_error', method: 'GET', path: `/v1/${before}/`, times: 9 }]);
      assert.equal(await status(browser, id), 'approved');
      await shop.setFaults([]);
      // Until a page says that its end was seen, it is the answer to the next attempt.
      assert.equal((await browser.send('DELETE', `/api/challenge/${id}`)).status, 204);
      assert.equal((await browser.get('/api/challenge')).status, 204);
    });

    it('that may never have been made is no dead end, where the shop may not use that API any more', async (t) => {
      const { browser, change } = await visit('oscar');
      const pay = async () => (await browser.send('POST', '/api/payments', await entries(browser))).status;
      await shop.setFaults([{ kind: 'refusal', status: 403, code: 'forbidden', path: `/v1/${before}` }]);
      assert.equal(await pay(), 502);
      await change();
      assert.equal(await pay(), 409, 'it may have been made');
      const now = Date.now();
      t.mock.method(Date, 'now', () => now + 59 * 60_000);
      assert.equal(await pay(), 409);
      t.mock.method(Date, 'now', () => now + 61 * 60_000);
      assert.equal(await pay(), 201);
    });

    it('is found, where it was on its way while its token was sent again', async (t) => {
      t.after(() => {
        isDelayed = false;
        delayed = undefined;
      });
      const { browser, change } = await visit('olga');
      const cart_id = cartOf((await browser.get('/checkout')).text);
      const form = { ...(await entries(browser)), installments: '1', cart_id };
      isDelayed = true;
      assert.notEqual(resultOf((await browser.submit(form)).text), 'approved');
      await change();
      assert.doesNotMatch((await browser.submit(form)).text, UNCHARGED);
      const page = (await browser.get('/checkout')).text;
      assert.equal(resultOf(page), 'approved');
      const next = await browser.submit({ ...(await entries(browser)), installments: '1', cart_id });
      assert.equal(idOf(next.text), idOf(page));
    });

    if (before === 'payments')
      it('is the answer where a webhook has named it, and the shop may not search with that API any more', async () => {
        const { browser, site, change } = await visit('ana');
        await shop.receiveWebhooks(site);
        await shop.setSwitches({ webhooks: { hold: true } });
        await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/payments', times: 1 }]);
        assert.equal((await browser.send('POST', '/api/payments', await entries(browser))).status, 502);
        await shop.webhooksWorkedOff(site);
        await change();
        await shop.setFaults([{ kind: 'refusal', status: 403, code: 'forbidden', path: '/v1/payments/search' }]);
        assert.match((await pay(browser)).id, /^\d+$/);
      });
  });
}
