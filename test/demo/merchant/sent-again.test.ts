import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { apiProxy } from './api-proxy.js';
import { idOf, resultOf, UNCHARGED } from './plain-page.js';
import { errorBody, openShop, type Browser } from './shop.js';

const SITE = 'MLB';

/** Paths of POSTs that are carried out, and answered with a redirect to something that is not there. */
const redirected = new Map<string, string>();

const withRedirects = apiProxy({
  answer: (method, path, answer) => {
    const location = method === 'POST' ? redirected.get(path) : undefined;
    return location ? { status: 302, body: '', location } : answer;
  },
});

const shop = await openShop({ api: withRedirects });

async function entries(browser: Browser) {
  const card_id = String((await browser.cardIds()).at(-1));
  return { token: await browser.tokenOfCard(card_id), card_id, installments: '1' };
}

for (const api of ['payments', 'orders'] as const) {
  describe(`a payment with the ${api} API that is sent again`, () => {
    afterEach(async () => {
      redirected.clear();
      await shop.setSwitches({ faults: [], orders: {}, next_payment: null });
    });

    /** Each test has a shopper of its own: what is open would be the answer to the next one. */
    const sites = ['MLB', 'MLA', 'MLM', 'MPE', 'MLC', 'MCO', 'MLU'] as const;
    let turn = 0;
    const visit = () => shop.visit(api === 'orders' ? 'bruno' : 'dora', sites[turn++ % sites.length] ?? SITE, api);
    const charges = async () => (await shop.requests('POST', new RegExp(`^/v1/${api}$`))).length;
    const refuse = (path: string, method: string, code: string) =>
      shop.setFaults([{ kind: 'refusal', status: 400, code, method, path, times: 9 }]);

    it('is answered by what it has paid, however Mercado Pago would answer', async () => {
      const dora = await visit();
      const form = await entries(dora);
      const first = (await dora.submit(form)).text;
      assert.equal(resultOf(first), 'approved');
      const before = await charges();
      await refuse(`/v1/${api}`, 'POST', '105');
      const again = (await dora.submit(form)).text;
      assert.deepEqual([resultOf(again), idOf(again)], ['approved', idOf(first)]);
      assert.equal(await charges(), before);
    });

    it('is answered as it is now, where it was in review', async () => {
      const dora = await visit();
      const form = await entries(dora);
      await shop.nextPayment('CONT');
      const first = (await dora.submit(form)).text;
      assert.notEqual(resultOf(first), 'approved');
      const site = sites[turn - 1] ?? SITE;
      await shop.decide(site, api === 'orders' ? idOf(first) : Number(idOf(first)), 'APRO');
      assert.equal(resultOf((await dora.submit(form)).text), 'approved');
    });

    it('is a refusal again, and no unknown payment', async () => {
      const dora = await visit();
      const form = await entries(dora);
      await shop.nextPayment('FUND');
      const first = (await dora.submit(form)).text;
      const again = (await dora.submit(form)).text;
      assert.deepEqual([resultOf(first), resultOf(again)], ['rejected', 'rejected']);
      assert.equal(idOf(again), idOf(first));
    });

    it('gives a page no code by which it would say that nothing was charged', async () => {
      const dora = await visit();
      const form = await entries(dora);
      await shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${api}`, times: 1 }]);
      assert.equal((await dora.send('POST', '/api/payments', form)).status, 502);
      for (const [path, method] of [
        [`/v1/${api}`, 'POST'],
        ['/v1/customers', 'GET'],
      ] as const) {
        await refuse(path, method, '3026');
        const { status, json } = await dora.send('POST', '/api/payments', form);
        assert.deepEqual([status, errorBody.parse(json).cause], [409, []], path);
      }
    });

    it('is not said to be uncharged after a redirect, which leads to an error', async () => {
      const dora = await visit();
      redirected.set(`/v1/${api}`, '/v1/payment_methods/search');
      assert.doesNotMatch((await dora.submit(await entries(dora))).text, UNCHARGED);
      redirected.clear();
      assert.equal(resultOf((await dora.get('/checkout')).text), 'approved');
    });

    // An order that is refused as a duplicate says no more than that it was rejected.
    if (api === 'payments')
      it('is not said to be uncharged where it is refused as a duplicate', async () => {
        const dora = await visit();
        await shop.nextPayment('DUPL');
        const page = (await dora.submit(await entries(dora))).text;
        assert.equal(resultOf(page), 'rejected');
        assert.doesNotMatch(page, UNCHARGED);
        assert.match(page, /status-detail="/);
      });
  });
}
