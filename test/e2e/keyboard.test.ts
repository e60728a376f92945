import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Messages } from '../../src/i18n/messages.js';
import { en, esAr, pt } from '../support/messages.js';
import { engines, launch, type Engine } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { press, tabTo } from './support/keys.js';
import { typingArrived } from './support/typing-arrived.js';

const CODE = '739';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

const languages: [locale: string, site: string, words: Messages][] = [
  ['es-AR', 'MLA', esAr],
  ['pt-BR', 'MLB', pt],
  ['en-US', 'MLM', en],
];

/** In Chromium the journey in English is one of `phone-keyboard.test.ts`. */
const languagesFor = (engine: Engine) => languages.filter(([locale]) => engine === 'firefox' || locale !== 'en-US');

for (const engine of engines) {
  describe(`the whole journey with the keyboard only, in ${engine}`, { timeout: 300_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    afterEach(async () => {
      assert.deepEqual(checkout.errors, []);
      await checkout.close();
    });

    for (const [locale, site, words] of languagesFor(engine)) {
      it(`in ${locale}: choose, type, pay, be refused, correct the code, pay`, async () => {
        await demo.reset();
        checkout = await CheckoutPage.open(browser, `${demo.origin}/?locale=${locale}&site=${site}&outcome=SECU`);
        await checkout.page.focus('#recipient');

        await tabTo(checkout, 'radio');
        await press(checkout, 'ArrowDown');
        await checkout.fieldReady();
        assert.equal(await checkout.focused(), 'radio');
        await press(checkout, 'Tab');
        await checkout.hasFocus('securityCode');
        await checkout.page.keyboard.type(CODE);
        await tabTo(checkout, 'pay');
        await typingArrived(checkout.page);
        await press(checkout, 'Enter');
        const refused = await checkout.result();
        assert.equal(refused.statusDetail, 'cc_rejected_bad_filled_security_code');

        assert.equal(await checkout.widgetText('.chosen .title'), words.codeRejected);
        await checkout.fieldReady();
        await checkout.hasCursor('securityCode');
        await checkout.page.keyboard.type(CODE);
        await tabTo(checkout, 'pay');
        await typingArrived(checkout.page);
        await press(checkout, ' ');
        assert.equal((await checkout.result(refused)).status, 'approved');
      });
    }

    it('types a new card from the number to the box, and pays', async () => {
      await demo.reset();
      checkout = await CheckoutPage.open(browser, `${demo.origin}/?locale=es-AR`);
      await checkout.page.focus('#recipient');
      await tabTo(checkout, 'radio');
      await press(checkout, 'End');
      await checkout.page.waitForFunction(() => document.querySelectorAll('iframe[name]').length === 3);
      await checkout.newCardReady();
      const fields: [place: string, text: string][] = [
        ['cardNumber', '4509953566233704'],
        ['expirationDate', '1130'],
        ['securityCode', CODE],
        ['cardholderName', 'APRO'],
        ['identificationType', ''],
        ['identificationNumber', '12345678'],
      ];
      for (const [place, text] of fields) {
        await press(checkout, 'Tab');
        await checkout.hasFocus(place);
        await checkout.page.keyboard.type(text);
      }
      await tabTo(checkout, 'saveCard');
      await press(checkout, ' ');
      await tabTo(checkout, 'pay');
      await typingArrived(checkout.page);
      await press(checkout, 'Enter');
      const paid = await checkout.result();
      assert.equal(paid.status, 'approved');
      // Nothing asks for anything until another payment is wanted; then the first card is the saved one.
      await checkout.page.waitForSelector('mp-saved-cards >>> #paid');
      await tabTo(checkout, 'anotherPayment', 'Shift');
      await press(checkout, 'Enter');
      await checkout.newCardReady();
      await checkout.hasCursor('cardNumber');
      await tabTo(checkout, 'radio', 'Shift');
      await press(checkout, 'Home');
      await checkout.fieldReady();
      await press(checkout, 'Tab');
      await checkout.hasCursor('securityCode');
      await checkout.page.keyboard.type(CODE);
      await tabTo(checkout, 'pay');
      await typingArrived(checkout.page);
      await press(checkout, 'Enter');
      assert.equal((await checkout.result(paid)).status, 'approved');
    });
  });
}
