import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { SITES } from '../../demo/sandbox/sites/index.js';
import type { Site } from '../../demo/sandbox/sites/site.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { NewCardForm, type TypedCard } from './support/new-card-form.js';

const EXPIRATION = '1130';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

/** Every official test card of a country, each number once. */
function testCards({ testCards, testDocument }: Site): (TypedCard & { lastFour: string })[] {
  const { visa, master, debit, third, others = [] } = testCards;
  const numbers = new Map(
    [visa, master, debit, third, ...others].flatMap((card) => (card ? [[card.number, card.methodId] as const] : [])),
  );
  return [...numbers].map(([number, methodId]) => ({
    number,
    expiration: EXPIRATION,
    code: methodId === 'amex' ? '1234' : '123',
    name: 'APRO',
    ...(testDocument && { document: testDocument }),
    lastFour: number.slice(-4),
  }));
}

for (const engine of engines) {
  describe(`a new card in ${engine}`, { timeout: 600_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;
    let form: NewCardForm;

    const open = async (query: string) => {
      await demo.reset();
      checkout = await CheckoutPage.prepare(browser);
      form = new NewCardForm(checkout.page);
      await checkout.page.goto(`${demo.origin}/${query}`);
    };
    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    afterEach(async () => {
      assert.deepEqual(checkout.errors, []);
      assert.deepEqual(
        checkout.console.filter((line) => line.includes('MercadoPago.js')),
        [],
      );
      await checkout.close();
    });

    for (const site of Object.values(SITES)) {
      it(`of each test card of ${site.id} is paid with, saved, listed first and paid with again`, async () => {
        await open(`?site=${site.id}&customer=nuevo`);
        let paid: Awaited<ReturnType<CheckoutPage['result']>> | undefined;
        for (const [index, card] of testCards(site).entries()) {
          if (index > 0) await checkout.useAnotherCard();
          await form.fill(card);
          await form.chooseBank();
          await form.keep();
          await checkout.pay();
          paid = await checkout.result(paid);
          assert.equal(paid.status, 'approved', `new card ${card.lastFour}`);

          await checkout.page.waitForFunction(isChosen, {}, card.lastFour);
          await checkout.fieldReady();
          await checkout.typeCode(card.code);
          await checkout.pay();
          paid = await checkout.result(paid);
          assert.equal(paid.status, 'approved', `saved card ${card.lastFour}`);
          assert.equal((await checkout.digits()).length, index + 1);
        }
      });
    }
  });
}

function isChosen(lastFour: string): boolean {
  const row = document.querySelector('mp-saved-cards')?.shadowRoot?.querySelector('.row.chosen .digits');
  return row?.textContent.includes(lastFour) ?? false;
}
