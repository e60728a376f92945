import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { SITES } from '../../demo/sandbox/sites/index.js';
import type { SiteId } from '../../demo/sandbox/sites/site.js';
import type { Messages } from '../../src/i18n/messages.js';
import { en, esAr, esMx, pt } from '../support/messages.js';
import { violations } from './support/axe.js';
import { engines, launch, type Engine } from './support/browser.js';
import { CheckoutPage, type ShownResult } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { press, tabTo } from './support/keys.js';
import { typingArrived } from './support/typing-arrived.js';

interface Country {
  readonly locale: string;
  readonly site: SiteId;
  readonly words: Messages;
}

const argentina: Country = { locale: 'es-AR', site: 'MLA', words: esAr };
const mexico: Country = { locale: 'es-MX', site: 'MLM', words: esMx };
const brazil: Country = { locale: 'pt-BR', site: 'MLB', words: pt };
const english: Country = { locale: 'en-US', site: 'MLU', words: en };

const CODE = '739';
const WIDTH = 320;
const whole = [argentina, mexico, brazil, english];

/** In `npm test` each language once, in one of the engines; `PROOF=whole`: all of them both ways, in each engine. */
function countriesFor(engine: Engine, journey: 'saved' | 'new'): readonly Country[] {
  if (process.env['PROOF'] === 'whole') return whole;
  if (engine === 'firefox') return journey === 'new' ? [argentina] : [];
  return journey === 'new' ? [brazil] : [mexico, english];
}

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

for (const engine of engines) {
  describe(`with the keyboard alone at ${WIDTH} px, in ${engine}`, { timeout: 300_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    const open = async ({ locale, site }: Country, outcome: string) => {
      await demo.reset();
      checkout = await CheckoutPage.prepare(browser);
      await checkout.page.setViewport({ width: WIDTH, height: 640 });
      await checkout.page.goto(`${demo.origin}/?locale=${locale}&site=${site}&outcome=${outcome}`);
      await checkout.fieldReady();
      await tabTo(checkout, 'radio');
    };
    const type = (text: string) => checkout.page.keyboard.type(text);
    const pay = async (before?: ShownResult) => {
      await tabTo(checkout, 'pay');
      await typingArrived(checkout.page);
      await press(checkout, 'Enter');
      return checkout.result(before);
    };
    /** Nothing is cut off or inaccessible, and what has the focus is in sight. */
    const isFine = async () => {
      const { scrollWidth, clientWidth } = await checkout.page.$eval('html', readWidths);
      assert.equal(scrollWidth, clientWidth);
      assert.deepEqual(await checkout.page.evaluate(readFocusBox), []);
      if (engine === 'chromium') assert.deepEqual(await violations(checkout.page), []);
    };

    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    afterEach(async () => {
      assert.deepEqual(checkout.errors, []);
      await checkout.close();
    });

    for (const country of countriesFor(engine, 'saved')) {
      const { locale, words } = country;
      it(`pays with a saved card in ${locale}: is refused, corrects the code, has paid`, async () => {
        await open(country, 'SECU');
        await press(checkout, 'Tab');
        await checkout.hasCursor('securityCode');
        await type(CODE);
        const refused = await pay();
        assert.equal(refused.statusDetail, 'cc_rejected_bad_filled_security_code');
        assert.equal(await checkout.widgetText('.chosen .title'), words.codeRejected);
        await checkout.fieldReady();
        await checkout.hasCursor('securityCode');
        await isFine();
        await type(CODE);
        assert.equal((await pay(refused)).status, 'approved');
        assert.equal(await checkout.widgetText('#paid .title'), words.paid);
        // The focus stays on the button that paid.
        assert.equal(await checkout.focused(), 'pay');
        await isFine();
      });
    }

    for (const country of countriesFor(engine, 'new')) {
      const { locale, site, words } = country;
      it(`pays with a new card in ${locale}: is refused for its date, corrects it, has paid`, async () => {
        const { testCards, testDocument } = SITES[site];
        await open(country, 'EXPI');
        await press(checkout, 'End');
        await checkout.newCardReady();
        const document: [place: string, text: string][] = testDocument
          ? [
              ['identificationType', testDocument.type],
              ['identificationNumber', testDocument.number],
            ]
          : [];
        const fields: [place: string, text: string][] = [
          ['cardNumber', testCards.visa.number],
          ['expirationDate', '1230'],
          ['securityCode', CODE],
          ['cardholderName', 'APRO'],
          ...document,
        ];
        for (const [place, text] of fields) {
          await tabTo(checkout, place);
          await type(text);
        }
        const refused = await pay();
        assert.equal(refused.statusDetail, 'cc_rejected_bad_filled_date');
        const said = await checkout.widgetText('.other [part~=notice]');
        assert.ok(said.includes(words.checkExpiration), said);
        await checkout.newCardReady();
        await checkout.hasCursor('expirationDate');
        await isFine();
        await press(checkout, 'End', ...Array.from({ length: 5 }, () => 'Backspace' as const));
        await type('1130');
        await tabTo(checkout, 'securityCode');
        await press(checkout, 'End', ...Array.from({ length: 4 }, () => 'Backspace' as const));
        await type(CODE);
        assert.equal((await pay(refused)).status, 'approved');
        assert.equal(await checkout.widgetText('#paid .title'), words.paid);
        await isFine();
      });
    }
  });
}

const readWidths = ({ scrollWidth, clientWidth }: Element) => ({ scrollWidth, clientWidth });

/** Where the box of what has the focus is, if it is not all in the window; scrolling ends on a whole pixel. */
function readFocusBox(): number[] {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return [];
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left >= 0 && top >= -1 && right <= innerWidth && bottom <= innerHeight + 1 ? [] : [left, top, right, bottom];
}
