import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { paymentApiNames } from '../../demo/merchant/payment-apis/payment-api.js';
import { paymentOutcome } from '../../src/card/outcome.js';
import { esAr } from '../support/messages.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage, type ShownResult } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';

const CODE = '739';
const isWhole = process.env['PROOF'] === 'whole';
/** `npm run proof` takes all of them; `test/demo/merchant/test-names.test.ts` has all without a browser. */
const NAMES = isWhole
  ? ['OTHE', 'CALL', 'FUND', 'SECU', 'EXPI', 'FORM', 'CARD', 'INST', 'DUPL', 'LOCK', 'CTNA', 'ATTE', 'BLAC']
  : ['FUND'];

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

for (const engine of engines) {
  describe(`the refusals of the test cardholders in ${engine}`, { timeout: 900_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    const close = async () => {
      assert.deepEqual(checkout.errors, []);
      await checkout.close();
    };
    /** A page of its own, as in a new tab. */
    const open = async (path: string) => {
      checkout = await CheckoutPage.open(browser, `${demo.origin}/${path}`);
    };
    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    beforeEach(() => demo.reset());
    afterEach(close);

    /** Pays, refused by this name; does what the list says; pays again. */
    const guide = async (name: string, press: () => Promise<unknown>) => {
      await demo.nextPayment(name);
      await checkout.typeCode(CODE);
      await press();
      const refused = await checkout.result();
      assert.equal(refused.status, 'rejected', name);
      const outcome = paymentOutcome(refused.statusDetail);
      assert.ok(outcome, refused.statusDetail);
      assert.equal(await checkout.widgetText('.notice .title'), esAr[outcome.reason as 'declined'], name);
      await useRemedy(outcome.remedy, outcome.isCardUnusable);
      await press();
      return checkout.result(refused);
    };
    const useRemedy = async (remedy: string, isCardUnusable: boolean) => {
      if (remedy === 'card' || isCardUnusable) await checkout.choose(2);
      else await checkout.fieldReady();
      if (remedy === 'installments') await checkout.chooseInstallments('3');
      await checkout.typeCode(CODE);
    };
    const expectPaid = ({ status, statusDetail }: ShownResult, name: string) =>
      assert.deepEqual([status, statusDetail], ['approved', 'accredited'], name);

    const ways = {
      'a page with JavaScript': { path: (api: string) => `?api=${api}`, press: () => checkout.pay() },
      'the plain form': {
        path: () => 'checkout',
        press: () => checkout.payByForm(),
      },
    };
    type Way = keyof typeof ways;
    const all = paymentApiNames.flatMap((api) => Object.keys(ways).map((way) => [api, way as Way] as const));
    const some: typeof all = [
      ['payments', 'the plain form'],
      ['orders', 'a page with JavaScript'],
    ];
    for (const [api, way] of isWhole ? all : some) {
      it(`are guided to a paid purchase with ${api}, by ${way}`, async () => {
        const { path, press } = ways[way];
        // The API is the session's, for the plain form as well.
        await open(`?api=${api}`);
        for (const name of NAMES) {
          await close();
          await open(path(api));
          expectPaid(await guide(name, press), name);
        }
      });
    }
  });
}
