import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, KeyInput } from 'puppeteer-core';
import type { Messages } from '../../src/i18n/messages.js';
import { en, esAr, pt } from '../support/messages.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
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

for (const engine of engines) {
  describe(`the whole journey with the keyboard only, in ${engine}`, { timeout: 300_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    const press = async (...keys: KeyInput[]) => {
      for (const key of keys) await checkout.page.keyboard.press(key);
    };
    /** Presses Tab until the focus is where it is wanted. */
    const tabTo = async (place: string, ...held: KeyInput[]) => {
      for (const key of held) await checkout.page.keyboard.down(key);
      for (let presses = 0; presses < 12 && (await checkout.focused()) !== place; presses++) await press('Tab');
      for (const key of held) await checkout.page.keyboard.up(key);
      assert.equal(await checkout.focused(), place);
    };
    const backTo = (place: string) => tabTo(place, 'Shift');

    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    afterEach(async () => {
      assert.deepEqual(checkout.errors, []);
      await checkout.close();
    });

    for (const [locale, site, words] of languages) {
      it(`in ${locale}: choose, type, pay, be refused, mend it, pay`, async () => {
        await demo.reset();
        checkout = await CheckoutPage.open(browser, `${demo.origin}/?locale=${locale}&site=${site}&outcome=SECU`);
        await checkout.page.focus('#recipient');

        await tabTo('radio');
        await press('ArrowDown');
        await checkout.fieldReady();
        assert.equal(await checkout.focused(), 'radio');
        await press('Tab');
        await checkout.hasFocus('securityCode');
        await checkout.page.keyboard.type(CODE);
        await tabTo('pay');
        await typingArrived(checkout.page);
        await press('Enter');
        const refused = await checkout.result();
        assert.equal(refused.statusDetail, 'cc_rejected_bad_filled_security_code');

        assert.equal(await checkout.widgetText('.chosen .title'), words.codeRejected);
        await checkout.fieldReady();
        await checkout.hasCursor('securityCode');
        await checkout.page.keyboard.type(CODE);
        await tabTo('pay');
        await typingArrived(checkout.page);
        await press(' ');
        assert.equal((await checkout.result(refused)).status, 'approved');
      });
    }

    it('types a new card from the number to the box, and pays', async () => {
      await demo.reset();
      checkout = await CheckoutPage.open(browser, `${demo.origin}/?locale=es-AR`);
      await checkout.page.focus('#recipient');
      await tabTo('radio');
      await press('End');
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
        await press('Tab');
        await checkout.hasFocus(place);
        await checkout.page.keyboard.type(text);
      }
      await tabTo('saveCard');
      await press(' ');
      await tabTo('pay');
      await typingArrived(checkout.page);
      await press('Enter');
      const paid = await checkout.result();
      assert.equal(paid.status, 'approved');
      // Nothing asks for anything until another payment is wanted; then the first card is the saved one.
      await checkout.page.waitForSelector('mp-saved-cards >>> #paid');
      await backTo('anotherPayment');
      await press('Enter');
      await checkout.newCardReady();
      await checkout.hasCursor('cardNumber');
      await backTo('radio');
      await press('Home');
      await checkout.fieldReady();
      await press('Tab');
      await checkout.hasCursor('securityCode');
      await checkout.page.keyboard.type(CODE);
      await tabTo('pay');
      await typingArrived(checkout.page);
      await press('Enter');
      assert.equal((await checkout.result(paid)).status, 'approved');
    });
  });
}
