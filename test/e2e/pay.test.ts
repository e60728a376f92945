import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';

const CODE = '739';
const AMEX_CODE = '8461';
/** When the impatient shopper clicks again, in milliseconds after the first click. */
const FURTHER_CLICKS = [0, 50, 1_500];

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

for (const engine of engines) {
  describe(`paying with a saved card in ${engine}`, { timeout: 300_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    const open = async (query = '') => {
      checkout = await CheckoutPage.open(browser, `${demo.origin}/${query}`);
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

    it('approves the second card with the code typed into its frame', async () => {
      await open();
      await checkout.choose(2);
      await checkout.typeCode(CODE);
      await checkout.pay();
      const { status, statusDetail } = await checkout.result();
      assert.deepEqual([status, statusDetail], ['approved', 'accredited']);
      assert.equal((await demo.payments()).length, 1);
    });

    it('takes the four digits of an American Express', async () => {
      await open();
      await checkout.choose(3);
      await checkout.typeCode(AMEX_CODE);
      await checkout.pay();
      assert.equal((await checkout.result()).status, 'approved');
    });

    it('pays in the installments that the shopper chose for a card, whose total the button says', async () => {
      await open();
      const amount = await checkout.payLabel();
      const details = await checkout.chooseInstallments('6');
      assert.match(details, /^6 × \$ [\d.,]+ \(\$ [\d.,]+\) CFT: 214,52%/);
      const total = `Pagar ${/\((.+?)\)/.exec(details)?.[1]}`;
      const labels = [await checkout.payLabel()];
      for (const card of [2, 1]) {
        await checkout.choose(card);
        labels.push(await checkout.payLabel());
      }
      assert.deepEqual(labels, [total, amount, total]);
      await checkout.typeCode(CODE);
      await checkout.pay();
      assert.equal((await checkout.result()).status, 'approved');
      // As the panel shows the shop's answer.
      assert.match(await checkout.everythingShown(), /"transaction_amount"[^{}]*"installments": ?6\b/);
    });

    it('guides from a code that the bank refused to an approved payment, with a fresh token', async () => {
      await open('?outcome=SECU');
      await checkout.typeCode(CODE);
      await checkout.pay();
      const rejected = await checkout.result();
      assert.deepEqual([rejected.status, rejected.statusDetail], ['rejected', 'cc_rejected_bad_filled_security_code']);

      await checkout.fieldReady();
      await checkout.typeCode(CODE);
      await checkout.pay();
      const approved = await checkout.result(rejected);
      assert.equal(approved.status, 'approved');
      const tokens = await checkout.tokens();
      assert.equal(tokens.length, 2);
      assert.notEqual(tokens[0], tokens[1]);
    });

    it('pays once, however often Pay is clicked while the shop is slow', async () => {
      await open('?fault=payment-slow');
      await checkout.typeCode(CODE);
      await checkout.payImpatiently(FURTHER_CLICKS);
      assert.equal((await checkout.result()).status, 'approved');
      assert.equal((await demo.payments()).length, 1);
    });

    it('pays once in a form that posts by itself, however often Pay is clicked while the shop is slow', async () => {
      await open('?fault=payment-slow&native=true');
      await checkout.typeCode(CODE);
      await checkout.payImpatiently(FURTHER_CLICKS);
      assert.equal((await checkout.result()).status, 'approved');
      assert.equal((await demo.payments()).length, 1);
    });

    it('pays when Enter is pressed on the radio of a card', async () => {
      await open();
      await checkout.typeCode(CODE);
      await (await checkout.radio(1)).press('Enter');
      assert.equal((await checkout.result()).status, 'approved');
    });

    it('pays when Enter is pressed in an input of the shop', async () => {
      await open();
      await checkout.typeCode(CODE);
      const recipient = await checkout.page.waitForSelector('input[name="recipient"]');
      await recipient?.press('Enter');
      assert.equal((await checkout.result()).status, 'approved');
    });

    it('asks for the payment whose answer was lost instead of paying again', async () => {
      await open('?fault=payment-lost');
      await checkout.typeCode(CODE);
      await checkout.pay();
      const unknown = await checkout.result();
      assert.equal(unknown.status, 'unknown');

      await demo.endFaults();
      await checkout.pay();
      assert.equal((await checkout.result(unknown)).status, 'approved');
      // The fault also keeps the shop from looking at what a webhook names: it may have to send the charge again, with its key.
      const keys = (await demo.payments()).map(({ idempotency_key }) => idempotency_key);
      assert.equal(new Set(keys).size, 1);
      assert.equal((await demo.statuses(checkout.page)).filter((status) => status === 'approved').length, 1);
    });

    it('shows no code, no card number and no token anywhere but in token-ready', async () => {
      await open();
      await checkout.typeCode(CODE);
      await checkout.pay();
      await checkout.result();
      const [token] = await checkout.tokens();
      assert.match(token ?? '', /^[0-9a-f]{32}$/);

      assert.ok((await checkout.loggedEvents()).includes('token-ready'));
      for (const text of [await checkout.everythingShown(), ...checkout.console]) {
        assert.doesNotMatch(text, new RegExp(`\\b${CODE}\\b`));
        // Not the decimals of a drawing.
        assert.doesNotMatch(text, /(?<!\.)\b(\d[ -]?){13,19}\b/);
        assert.ok(!text.includes(token ?? ''), 'a token is shown');
      }
    });
  });
}
