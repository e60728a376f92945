import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { answerChallenge } from '../demo/sandbox/support/challenges.js';
import type { PaymentApiName } from '../../demo/merchant/payment-apis/payment-api.js';
import { esAr } from '../support/messages.js';
import { apiTurns } from './support/api-turns.js';
import { BankQuestion } from './support/bank-question.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { nextPage } from './support/next-page.js';

const CODE = '123';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

for (const engine of engines) {
  describe(
    `a page without JavaScript of its own whose payment the bank asks about, in ${engine}`,
    { timeout: 120_000 },
    () => {
      let browser: Browser;
      let checkout: CheckoutPage;
      let bank: BankQuestion;
      const turns = apiTurns(engine);

      const address = () => `${demo.origin}/checkout`;
      const prepare = async () => {
        checkout = await CheckoutPage.prepare(browser);
        bank = new BankQuestion(checkout.page);
      };
      /** Pays with the first card, and waits until the bank asks. */
      const pay = async () => {
        await checkout.fieldReady();
        await checkout.typeCode(CODE);
        await checkout.pay();
        await bank.is('waiting');
        assert.equal((await checkout.result()).status, 'pending');
      };
      /** The page has gone to `return-url`. */
      const ends = async (wanted: string) => {
        await checkout.page.waitForSelector(`#payment-result[data-status="${wanted}"]`);
        assert.match(await checkout.page.evaluate(() => location.pathname), /\/checkout\/payments\/\w+$/);
      };
      /** Presses the button of the result page. */
      const leave = () => nextPage(checkout.page, () => checkout.page.click('form[action$="/seen"] button'));
      const pageSays = () => checkout.page.$eval('main', ({ textContent }) => textContent);
      const statuses = () => demo.statuses(checkout.page);

      before(async () => {
        browser = await launch(engine);
      });
      after(() => browser.close());
      beforeEach(() => demo.reset());
      afterEach(async () => {
        assert.deepEqual(checkout.errors.filter(isFault), []);
        await checkout.close();
      });

      const both = (title: string, test: (api: PaymentApiName) => Promise<void>) => {
        for (const api of turns())
          it(`${title} (${api})`, async () => {
            await prepare();
            await checkout.page.goto(`${demo.origin}/api/checkout`);
            await checkout.page.evaluate(signIn, { site: 'MLA', customer: 'dora', api });
            await checkout.page.goto(address());
            await test(api);
          });
      };

      both('goes to the result once the bank has confirmed, and Back is no second payment', async () => {
        await pay();
        await bank.answer('confirm');
        await ends('approved');
        assert.match(await pageSays(), /Gracias por tu compra/);
        // The bank's page may have left an entry of its own, so that Chromium asks whether to send the form again.
        await checkout.page.goBack().catch(() => {});
        await checkout.page.goto(address());
        // The shop cannot know whether the shopper has seen it.
        await checkout.page.waitForSelector('#payment-result[data-status="approved"]');
        await leave();
        await checkout.fieldReady();
        assert.deepEqual(await statuses(), ['approved']);
      });

      both('is the checkout with the reason when the bank has refused, and pays again', async () => {
        await pay();
        await bank.answer('reject');
        await ends('rejected');
        assert.equal(await checkout.widgetText('.notice .title'), esAr.bankUnconfirmed);
        assert.match(await pageSays(), /No se cobró nada/);
        await pay();
        await bank.answer('confirm');
        await ends('approved');
        assert.deepEqual((await statuses()).sort(), ['approved', 'rejected']);
      });

      both('keeps the question for a shopper who closed the dialog, and cancels it for another card', async () => {
        await pay();
        const { url, creq } = await bank.address();
        await bank.press(esAr.closeBankPage);
        await bank.is('closed');
        assert.ok((await bank.notice()).includes(esAr.bankUndecided));
        await checkout.page.click('a[href="/checkout?other"]');
        await checkout.fieldReady();
        await checkout.choose(3);
        await checkout.typeCode(CODE);
        await checkout.pay();
        await checkout.page.waitForSelector('#payment-result[data-status="approved"]');
        await answerChallenge(url, creq, 'confirm');
        assert.deepEqual((await statuses()).sort(), ['approved', 'cancelled']);
      });

      both('says that an expired question ended the payment, and of the money only what is known', async (api) => {
        await pay();
        await demo.bankBehaves({ expires_after_ms: 0 });
        await ends(api === 'orders' ? 'rejected' : 'cancelled');
        assert.equal((await pageSays()).includes('No se cobró'), api === 'orders');
        await checkout.fieldReady();
      });

      both('pays in a tab of its own where the bank’s page refuses to be framed', async () => {
        await demo.bankBehaves({ framing: 'refused' });
        await pay();
        await bank.answerInNewTab('confirm');
        await ends('approved');
        assert.deepEqual(await statuses(), ['approved']);
      });

      both('asks again in a tab that was opened again, and says that it is paid until the shopper leaves', async () => {
        await pay();
        await checkout.close();
        await prepare();
        await checkout.page.goto(address());
        const { url, creq } = await bank.address();
        await checkout.close();
        await answerChallenge(url, creq, 'confirm');
        await prepare();
        await checkout.page.goto(address());
        assert.match(await pageSays(), /Gracias por tu compra/);
        await leave();
        await checkout.fieldReady();
        assert.equal(await checkout.page.$('#payment-result'), null);
        assert.deepEqual(await statuses(), ['approved']);
      });
    },
  );
}

async function signIn(session: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  await fetch('/session', { method: 'POST', headers, body: JSON.stringify(session) });
}

/**
 * Firefox reports as an error of the page also what a policy blocks: the official loader's first attempt, and a bank's page
 * that refuses to be framed.
 */
const isFault = (error: string) => !/blocked assigning to an injection sink|\(frame-ancestors\)/.test(error);
