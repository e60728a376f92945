import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, HTTPRequest } from 'puppeteer-core';
import { esAr } from '../support/messages.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage, type ShownResult } from './support/checkout-page.js';
import type { Demo } from './support/demo.js';
import { startDemo } from './support/demo.js';
import { NewCardForm } from './support/new-card-form.js';

const CODE = '739';
/** An official test card of Argentina, which the customer does not have yet. */
const NEW_CARD = {
  number: '5287338310253304',
  expiration: '1130',
  code: '123',
  name: 'APRO',
  document: { type: 'DNI', number: '12345678' },
};
const SDK_ADDRESS = 'https://sdk.mercadopago.com/js/v2';

let demo: Demo;
let sdk: string;
before(async () => {
  assert.ok(existsSync('dist/mp-saved-cards.min.js'), 'run `npm run build` first');
  demo = await startDemo();
  sdk = await (await fetch(`${demo.sandboxOrigin}/js/v2`)).text();
});
after(() => demo.stop());

/** Answers the real address of MercadoPago.js with the stand-in; nothing else is touched. */
async function answerSdkAddress({ page }: CheckoutPage): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    const isSdk = request.url() === SDK_ADDRESS;
    void (isSdk ? request.respond({ contentType: 'text/javascript', body: sdk }) : request.continue());
  });
}

/** Firefox also reports as an error of the page what a policy blocked; the official loader's first attempt is. */
const isFault = (error: string) => !error.includes('blocked assigning to an injection sink');

for (const engine of engines) {
  describe(`a page with the script tag and no JavaScript of its own, in ${engine}`, { timeout: 120_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    const pay = async (): Promise<ShownResult> => {
      await checkout.fieldReady();
      await checkout.typeCode(CODE);
      await checkout.pay();
      return checkout.result();
    };
    const openCheckout = () => checkout.page.goto(`${demo.origin}/checkout?sdk=real`);

    before(async () => {
      browser = await launch(engine, { networkEnabled: true });
    });
    after(() => browser.close());
    beforeEach(async () => {
      await demo.reset();
      checkout = await CheckoutPage.prepare(browser);
      await answerSdkAddress(checkout);
      await openCheckout();
      await checkout.fieldReady();
    });
    afterEach(async () => {
      assert.deepEqual(checkout.errors.filter(isFault), []);
      await checkout.close();
    });

    it('has one script element, and it is ours', async () => {
      const scripts = await checkout.page.evaluate(() =>
        Array.from(document.scripts, ({ src, text }) => new URL(src).pathname + text),
      );
      // The second one is MercadoPago.js, which the element asked for.
      assert.deepEqual(scripts, ['/mp-saved-cards.min.js', '/js/v2']);
    });

    it('pays twice in a row', async () => {
      const first = await pay();
      assert.equal(first.status, 'approved');
      await openCheckout();
      const second = await pay();
      assert.equal(second.status, 'approved');
      assert.notEqual(second.paymentId, first.paymentId);
      assert.equal((await demo.payments()).length, 2);
    });

    it('pays after a refusal, guided by the page that the shop answers with', async () => {
      await demo.nextPayment('SECU');
      const refused = await pay();
      assert.deepEqual([refused.status, refused.statusDetail], ['rejected', 'cc_rejected_bad_filled_security_code']);
      const { page } = checkout;
      await page.waitForSelector('mp-saved-cards[status-detail="cc_rejected_bad_filled_security_code"][card-id]');
      assert.equal(await checkout.widgetText('.chosen .title'), esAr.codeRejected);
      assert.equal(await checkout.widgetText('.chosen .notice p:last-of-type'), esAr.tryCodeAgain(3, 'back'));
      // Where the cursor is already: a shopper types at once.
      await checkout.hasCursor('securityCode');
      await page.keyboard.type(CODE);
      await checkout.pay();
      assert.equal((await checkout.result(refused)).status, 'approved');
      assert.equal((await demo.payments()).length, 2);
    });

    it('pays with a new card, and keeps it', async () => {
      const form = new NewCardForm(checkout.page);
      const saved = await demo.cardSaves('TEST-MLA-demo');
      await checkout.useAnotherCard();
      await form.fill(NEW_CARD);
      await form.keep();
      await checkout.pay();
      assert.equal((await checkout.result()).status, 'approved');
      assert.equal(await demo.cardSaves('TEST-MLA-demo'), saved + 1);
      await openCheckout();
      await checkout.fieldReady();
      assert.ok((await checkout.digits()).includes(NEW_CARD.number.slice(-4)));
    });

    it('marks a card that was refused for good, and pays with another', async () => {
      await demo.nextPayment('ATTE');
      const refused = await pay();
      assert.equal(refused.statusDetail, 'cc_rejected_max_attempts');
      await checkout.page.waitForSelector('mp-saved-cards >>> .unusable');
      assert.equal(await checkout.widgetText('.chosen .title'), esAr.tooManyAttempts);
      await checkout.choose(2);
      await checkout.typeCode(CODE);
      await checkout.pay();
      assert.equal((await checkout.result(refused)).status, 'approved');
    });

    it('works under a strict Content Security Policy with Trusted Types', async () => {
      const blocked = await checkout.page.evaluate(() => {
        const attempts = {
          plainAddress: () => (document.createElement('script').src = 'x'),
          inlineScript: () => document.body.append(Object.assign(document.createElement('script'), { text: '1' })),
        };
        return Object.entries(attempts).flatMap(([name, attempt]) => {
          try {
            attempt();
            return [];
          } catch {
            return [name];
          }
        });
      });
      assert.deepEqual(blocked, ['plainAddress', 'inlineScript']);
    });
  });
}
