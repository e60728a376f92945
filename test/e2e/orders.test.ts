import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { esAr } from '../support/messages.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';

const CODE = '739';
/** What the Orders API calls the refusal of SECU: it does not say which of the card's data was wrong. */
const REASON = 'bad_filled_card_data';
const ORDER_ID = /^ORDTST01[0-9A-Z]{24}$/;

let demo: Demo;
before(async () => {
  process.env['MP_API'] = 'orders';
  demo = await startDemo();
});
after(() => demo.stop());

for (const engine of engines) {
  describe(`paying with a saved card at a shop that uses orders, in ${engine}`, { timeout: 120_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    const open = async (path: string) => {
      checkout = await CheckoutPage.open(browser, `${demo.origin}/${path}`);
    };
    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    beforeEach(() => demo.reset());
    afterEach(async () => {
      assert.deepEqual(checkout.errors, []);
      await checkout.close();
    });

    it('guides a page with JavaScript from the 402 of a refused code to an approved order', async () => {
      await open('?outcome=SECU');
      await checkout.typeCode(CODE);
      await checkout.pay();
      const refused = await checkout.result();
      assert.deepEqual([refused.status, refused.statusDetail], ['rejected', REASON]);
      assert.match(refused.paymentId, ORDER_ID);
      assert.equal(await checkout.widgetText('.chosen .title'), esAr.cardDataUnclear);

      await checkout.hasCursor('securityCode');
      await checkout.typeCode(CODE);
      await checkout.pay();
      const approved = await checkout.result(refused);
      assert.deepEqual([approved.status, approved.statusDetail], ['approved', 'accredited']);
      assert.match(approved.paymentId, ORDER_ID);
      assert.equal((await demo.orders()).length, 2);
      assert.equal((await demo.payments()).length, 0);
      const tokens = await checkout.tokens();
      const shown = await checkout.everythingShown();
      assert.ok(tokens.length === 2 && tokens.every((token) => !shown.includes(token)), 'a token is shown');
    });

    it('guides a page without JavaScript of its own in the same way', async () => {
      await open('checkout');
      const { page } = checkout;
      await demo.nextPayment('SECU');
      await checkout.typeCode(CODE);
      await checkout.payByForm();
      const refused = await checkout.result();
      assert.deepEqual([refused.status, refused.statusDetail], ['rejected', REASON]);
      await page.waitForSelector(`mp-saved-cards[status-detail="${REASON}"][card-id]`);
      assert.equal(await checkout.widgetText('.chosen .title'), esAr.cardDataUnclear);

      await checkout.fieldReady();
      await checkout.typeCode(CODE);
      await checkout.payByForm();
      assert.equal((await checkout.result()).status, 'approved');
      assert.equal((await demo.orders()).length, 2);
    });
  });
}
