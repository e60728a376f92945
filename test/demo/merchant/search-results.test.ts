import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paymentApiNames } from '../../../demo/merchant/payment-apis/payment-api.js';
import { apiProxy } from './api-proxy.js';
import { openShop, type Browser } from './shop.js';

/** Mercado Pago with a search that does not filter: it answers with the payments of all customers. */
const withoutFilter = apiProxy({ request: (url) => url.searchParams.delete('external_reference') });

const shop = await openShop({ api: withoutFilter });

const listed = async (browser: Browser) =>
  ((await browser.get('/api/payments')).json as { payments: unknown[] }).payments;

describe('a search that finds payments of other customers', () => {
  for (const api of paymentApiNames) {
    it(`shows each customer the own payments only, with ${api}`, async () => {
      const site = api === 'orders' ? 'MLM' : 'MLA';
      const [ana, bruno] = [await shop.visit('ana', site, api), await shop.visit('bruno', site, api)];
      const [card_id] = await ana.cardIds();
      const body = { token: await ana.tokenOfCard(String(card_id)), card_id };
      assert.equal((await ana.send('POST', '/api/payments', body)).status, 201);
      assert.equal((await listed(ana)).length, 1);
      assert.deepEqual(await listed(bruno), []);
    });
  }
});
