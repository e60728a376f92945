import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { PaymentApiName } from '../../demo/merchant/payment-apis/payment-api.js';
import { esAr } from '../support/messages.js';
import { answerChallenge } from '../demo/sandbox/support/challenges.js';
import { apiTurns } from './support/api-turns.js';
import { BankQuestion } from './support/bank-question.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';

const CODE = '123';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

for (const engine of engines) {
  describe(`a page with JavaScript whose payment the bank asks about, in ${engine}`, { timeout: 120_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;
    let bank: BankQuestion;
    const turns = apiTurns(engine);
    let api: PaymentApiName;

    const open = async () => {
      checkout = await CheckoutPage.prepare(browser);
      bank = new BankQuestion(checkout.page);
      await checkout.page.goto(`${demo.origin}/?customer=dora&api=${api}`);
    };
    /** Pays with the first card, and waits until the bank asks. */
    const pay = async () => {
      await checkout.fieldReady();
      await checkout.typeCode(CODE);
      await checkout.pay();
      const { status, statusDetail } = await checkout.result();
      assert.deepEqual([status, statusDetail], ['pending', 'pending_challenge']);
    };
    const ends = async (wanted: string) => {
      await checkout.page.waitForSelector(`#payment-result[data-status="${wanted}"]`);
      await bank.isGone();
    };
    const listSays = (selector: string) => checkout.widgetText(selector);
    const shopSays = () => checkout.page.$eval('#payment-result', ({ textContent }) => textContent);
    const statuses = () => demo.statuses(checkout.page);

    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    beforeEach(() => demo.reset());
    afterEach(async () => {
      assert.deepEqual(checkout.errors, []);
      await checkout.close();
    });

    const both = (title: string, test: () => Promise<void>) => {
      for (const each of turns())
        it(`${title} (${each})`, async () => {
          api = each;
          await open();
          await test();
        });
    };

    both('says that the bank asks, and that it is paid once the bank has confirmed', async () => {
      await pay();
      assert.equal(await listSays('.chosen .title'), esAr.paymentChallenge);
      await bank.answer('confirm');
      await ends('approved');
      assert.equal(await listSays('#paid .title'), esAr.paid);
      assert.equal(await checkout.focused(), 'payment-result');
      assert.equal((await checkout.loggedEvents()).filter((name) => name === 'challenge-done').length, 1);
      assert.deepEqual(await statuses(), ['approved']);
    });

    both('says what to do when the bank has refused, and pays again', async () => {
      await pay();
      await bank.answer('reject');
      await ends('rejected');
      assert.equal(await listSays('.chosen .title'), esAr.bankUnconfirmed);
      assert.equal(await listSays('.chosen .notice p:not(.title)'), esAr.confirmWithBank);
      assert.equal(await shopSays(), '');
      await checkout.hasFocus('notice');
      const refused = await checkout.result();
      await checkout.typeCode(CODE);
      await checkout.pay();
      await checkout.result(refused);
      await bank.answer('confirm');
      await ends('approved');
      assert.deepEqual((await statuses()).sort(), ['approved', 'rejected']);
    });

    both('shows the question again to a shopper who closed it: with Pay, and after a reload', async () => {
      await pay();
      await bank.is('waiting');
      await bank.press(esAr.closeBankPage);
      await bank.is('closed');
      assert.ok((await bank.notice()).includes(esAr.bankUndecided));
      await checkout.pay();
      await checkout.page.waitForFunction(() => document.activeElement?.localName === 'mp-payment-challenge');
      await checkout.page.reload();
      assert.equal((await checkout.result()).status, 'pending');
      assert.equal(await listSays('.chosen .title'), esAr.paymentChallenge);
      await bank.answer('confirm');
      await ends('approved');
      assert.equal(await listSays('#paid .title'), esAr.paid);
      assert.deepEqual(await statuses(), ['approved']);
    });

    both('pays with another card, after which the first question no longer counts', async () => {
      await pay();
      const first = await checkout.result();
      const { url, creq } = await bank.address();
      await bank.is('waiting');
      await bank.press(esAr.closeBankPage);
      await bank.is('closed');
      await checkout.choose(3);
      await checkout.typeCode(CODE);
      await checkout.pay();
      assert.equal((await checkout.result(first)).status, 'approved');
      await bank.isGone();
      await answerChallenge(url, creq, 'confirm');
      assert.deepEqual((await statuses()).sort(), ['approved', 'cancelled']);
    });

    both('says that an expired question ended the payment, and of the money only what is known', async () => {
      await pay();
      await demo.bankBehaves({ expires_after_ms: 0 });
      await ends(api === 'orders' ? 'rejected' : 'cancelled');
      assert.equal(await listSays('.chosen .title'), api === 'orders' ? esAr.bankUnconfirmed : esAr.paymentEnded);
      assert.equal((await listSays('.chosen .notice')).includes(esAr.nothingCharged), api === 'orders');
      assert.equal(await shopSays(), '');
    });

    both('pays in a tab of its own where the bank’s page refuses to be framed', async () => {
      await demo.bankBehaves({ framing: 'refused' });
      await pay();
      await bank.answerInNewTab('confirm');
      await ends('approved');
      assert.deepEqual(await statuses(), ['approved']);
    });

    both('that was closed says once that it is paid, when it is opened again', async () => {
      await pay();
      const { url, creq } = await bank.address();
      await checkout.close();
      await answerChallenge(url, creq, 'confirm');
      await open();
      assert.equal((await checkout.result()).status, 'approved');
      assert.equal(await listSays('#paid .title'), esAr.paid);
      await demo.challengeClosed(checkout.page);
      await checkout.page.reload();
      await checkout.fieldReady();
      assert.equal(await shopSays(), '');
      assert.deepEqual(await statuses(), ['approved']);
    });
  });
}
