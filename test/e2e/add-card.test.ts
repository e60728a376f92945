import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { saveFaults } from '../../demo/qa/faults/change-faults.js';
import { SITES } from '../../demo/sandbox/sites/index.js';
import type { Site } from '../../demo/sandbox/sites/site.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { esAr } from '../support/messages.js';
import { engines, launch, type Engine } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { PausedTimers } from './support/paused-timers.js';
import { NewCardForm, type TypedCard } from './support/new-card-form.js';

const EXPIRATION = '1130';
/** As many cards as a list shows before it is asked for more. */
const SHORT_LIST = 5;

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

/**
 * In `npm test` the countries whose forms differ most, each in one engine: with the longest numbers of documents, with
 * banks, without documents. `PROOF=whole`: all of them, in each engine.
 */
function sitesFor(engine: Engine): readonly Site[] {
  if (process.env['PROOF'] === 'whole') return Object.values(SITES);
  return [SITES.MLB, SITES.MLA, SITES.MLM].filter((_, index) => engines[index % engines.length] === engine);
}

for (const engine of engines) {
  describe(`a new card in ${engine}`, { timeout: 600_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;
    let form: NewCardForm;
    let timers: PausedTimers;

    const open = async (query: string) => {
      await demo.reset();
      checkout = await CheckoutPage.prepare(browser);
      form = new NewCardForm(checkout.page);
      timers = await PausedTimers.install(checkout.page);
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

    for (const site of sitesFor(engine)) {
      it(`of each test card of ${site.id} is paid with, saved, listed first and paid with again`, async () => {
        await open(`?site=${site.id}&customer=nuevo`);
        let paid: Awaited<ReturnType<CheckoutPage['result']>> | undefined;
        for (const [index, card] of testCards(site).entries()) {
          if (index > 0) {
            await checkout.payAgain();
            await checkout.useAnotherCard();
          }
          await form.fill(card);
          await form.chooseBank();
          await form.keep();
          await checkout.pay();
          paid = await checkout.result(paid);
          assert.equal(paid.status, 'approved', `new card ${card.lastFour}`);

          await checkout.page.waitForFunction(isSaved, {}, card.lastFour);
          assert.ok(
            !(await checkout.page.evaluate(isChosen, card.lastFour)),
            'another payment is not prepared unasked',
          );
          await checkout.payAgain();
          await checkout.choose(1);
          await checkout.typeCode(card.code);
          await checkout.pay();
          paid = await checkout.result(paid);
          assert.equal(paid.status, 'approved', `saved card ${card.lastFour}`);
          assert.equal((await checkout.digits())[0], card.lastFour);
          assert.equal((await checkout.digits()).length, Math.min(index + 1, SHORT_LIST));
        }
      });
    }

    it('is saved once and pays, whatever the shop answers at first: each answer has its sentence, and what was typed stays', async () => {
      await open('?show=save&customer=nuevo&locale=es-AR');
      const card = testCards(SITES.MLA)[0] as TypedCard;
      await form.fill(card);
      for (const [fault, sentence] of refusedSaves) {
        await demo.orderFault(checkout.page, saveFaults[fault]);
        await form.save();
        if (fault === 'save-silent') await timers.passUntilError(TIMEOUT.merchant);
        assert.equal(await form.notice(), sentence, fault);
        assert.equal((await form.valueOf('cardNumber')).replaceAll(' ', ''), card.number, fault);
        assert.equal(await form.valueOf('securityCode'), card.code, fault);
      }
      await demo.endFaults(checkout.page);
      await form.save();
      assert.match(await form.text('.notice.success'), /3704/);
      assert.equal(await demo.cardSaves('TEST-MLA-demo'), 1);

      await checkout.page.goto(`${demo.origin}/?customer=nuevo`);
      await checkout.fieldReady();
      await checkout.typeCode(card.code);
      await checkout.pay();
      assert.equal((await checkout.result()).status, 'approved');
      assert.equal((await demo.payments()).length, 1);
    });

    it('prevents nothing: ten changes between card and form with digits typed leave no stale frame', async () => {
      await open('?customer=ana');
      await checkout.fieldReady();
      for (let turn = 0; turn < 10; turn++) {
        await checkout.typeCode('73');
        await checkout.useAnotherCard();
        await form.ready();
        assert.equal(await form.valueOf('cardNumber'), '');
        await form.typeInto('cardNumber', '4509');
        await checkout.choose((turn % 3) + 1);
        assert.deepEqual(await checkout.frames(), ['securityCode']);
      }
      await checkout.choose(2);
      await checkout.typeCode('123');
      await checkout.pay();
      assert.equal((await checkout.result()).status, 'approved');
    });

    it('is paid with and saved by a form without JavaScript, if the payment is approved', async () => {
      await open('?customer=nuevo&native=true');
      const card = testCards(SITES.MLA)[0] as TypedCard;
      await form.fill(card);
      await form.keep();
      await demo.nextPayment('FUND');
      await checkout.pay();
      const refused = await checkout.result();
      assert.equal(refused.statusDetail, 'cc_rejected_insufficient_amount');
      assert.equal(await checkout.widgetText('.other .title'), esAr.insufficientFunds);
      assert.equal(await demo.cardSaves('TEST-MLA-demo'), 0);

      await form.fill(card);
      await form.keep();
      await checkout.pay();
      assert.equal((await checkout.result(refused)).status, 'approved');
      assert.equal(await demo.cardSaves('TEST-MLA-demo'), 1);
    });
  });
}

/** In this order: the last one saves the card, and its answer is lost. */
const refusedSaves: [fault: keyof typeof saveFaults, sentence: string][] = [
  ['save-card-108', esAr.newCardRefused],
  ['save-card-120', esAr.checkIdentification],
  ['save-123', esAr.newCardRefused],
  ['save-124', esAr.newCardRefused],
  ['save-127', esAr.newCardRefused],
  ['save-129', esAr.cardLimit],
  ['save-401', esAr.signInAgain],
  ['save-409', esAr.cardDuplicate],
  ['save-html', esAr.saveUnknown],
  ['save-500', esAr.saveUnknown],
  ['save-drop', esAr.saveUnknown],
  ['save-silent', esAr.saveUnknown],
  ['save-lost', esAr.saveUnknown],
];

/** The payment is made, and its card listed first. */
function isSaved(lastFour: string): boolean {
  const list = document.querySelector('mp-saved-cards');
  const first = list?.shadowRoot?.querySelector('.digits');
  return list?.state === 'paid' && (first?.textContent.includes(lastFour) ?? false);
}

function isChosen(lastFour: string): boolean {
  const row = document.querySelector('mp-saved-cards')?.shadowRoot?.querySelector('.row.chosen .digits');
  return row?.textContent.includes(lastFour) ?? false;
}
