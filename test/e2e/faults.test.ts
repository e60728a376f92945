import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { faultLabels } from '../../demo/qa/faults.js';
import { engines, launch, type Engine } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { journeys } from './support/fault-journeys.js';
import { PausedTimers } from './support/paused-timers.js';
import { Shopper } from './support/shopper.js';

const isWhole = process.env['PROOF'] === 'whole';
/** In `npm test` each error once, in one engine; `PROOF=whole`: every way to provoke it, in each engine. */
const met = isWhole
  ? journeys
  : journeys.filter(({ codes }, at) => at === journeys.findIndex((other) => other.codes.join() === codes.join()));
/** Every how many of them Firefox meets one: its start of a page takes twice as long. */
const FIREFOX_TURN = 5;

const isTurnOf = (engine: Engine, index: number): boolean =>
  isWhole || engines.length === 1 || (engine === 'firefox') === (index % FIREFOX_TURN === 0);

/** In `pay.test.ts`. */
const ELSEWHERE = ['payment-slow', 'payment-lost'];

it('every fault that the QA page offers has a way to a payment', () => {
  const tried = [...ELSEWHERE, ...journeys.map(({ fault }) => fault)];
  const untried = Object.keys(faultLabels).filter((fault) => !tried.includes(fault));
  assert.deepEqual(untried, []);
});

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

/** The panel of the QA page reads the form to show its entries. */
const isOurs = (line: string) => line.startsWith('mp-saved-cards') && !line.includes('The form was read');

for (const engine of engines) {
  describe(`a fault in ${engine}`, { timeout: 600_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    beforeEach(() => demo.reset());
    afterEach(() => checkout.close());

    for (const [index, { fault, settings = '', codes, meet, says, pageErrors, goOn }] of met.entries()) {
      if (!isTurnOf(engine, index)) continue;
      it(`of the kind ${fault} (${codes.join() || 'not shown'}) ends in one payment, by the shopper’s clicks`, async () => {
        checkout = await CheckoutPage.prepare(browser);
        const shopper = new Shopper(checkout, await PausedTimers.install(checkout.page));
        await checkout.page.goto(`${demo.origin}/?locale=es-AR&fault=${fault}${settings}`);

        await meet?.(shopper);
        assert.deepEqual(await shopper.errorCodes(codes.length), codes);
        await shopper.reads(says);
        await shopper.faultEnds();
        await goOn(shopper);
        assert.equal((await checkout.result()).status, 'approved');
        assert.equal((await demo.payments()).length, 1);
        assert.deepEqual(
          checkout.errors.filter((error) => !pageErrors?.test(error)),
          [],
        );
        // What is wrong with a page is said to those who made it, and nothing else.
        assert.equal(checkout.console.some(isOurs), codes.includes('configuration'), checkout.console.join('\n'));
      });
    }
  });
}
