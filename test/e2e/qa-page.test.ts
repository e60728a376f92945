import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { violations } from './support/axe.js';
import { BankQuestion } from './support/bank-question.js';
import type { CheckoutPage } from './support/checkout-page.js';
import type { Demo } from './support/demo.js';
import { usePage } from './support/use-page.js';

const isWhole = process.env['PROOF'] === 'whole';
/** In `npm test` these; `faults.test.ts` goes from each kind of fault to a payment. `PROOF=whole`: all of them. */
const IN_SHORT = ['endpoint-500', 'sdk-blocked', 'amount-comma', 'remove-drop'];

/** Faults that show without an act of the shopper and without a time-out, and what the element reports. */
const FAULTS = {
  'endpoint-500': 'endpoint-status',
  'endpoint-html': 'protocol',
  'endpoint-json': 'protocol',
  'endpoint-401': 'signed-out',
  'endpoint-drop': 'endpoint-network',
  'endpoint-missing': 'configuration',
  'sdk-blocked': 'sdk-blocked',
  'field-error': 'field-timeout',
  'key-missing': 'configuration',
  'key-malformed': 'configuration',
  'amount-comma': 'configuration',
  'installments-500': 'sdk-blocked',
};

/** Faults of changes to the list. A card is removed for good once another one is removed. */
const CHANGE_FAULTS = {
  'default-500': { pressed: ['Usar como principal'], code: 'endpoint-status' },
  'default-401': { pressed: ['Usar como principal'], code: 'signed-out' },
  'remove-404': { pressed: ['Quitar', 'Quitar'], code: 'endpoint-status' },
  'remove-drop': { pressed: ['Quitar', 'Quitar'], code: 'endpoint-network' },
};

describe('the QA page', { timeout: 300_000 }, () => {
  let demo: Demo;
  let checkout: CheckoutPage;

  const visit = (query: string) => checkout.page.goto(`${demo.origin}/${query}`);
  const press = (label: string) => checkout.page.locator(`::-p-xpath(//button[.="${label}"])`).click();

  /** Opens the link, in a shop that has no payments yet. */
  const reopen = async (link: string) => {
    await checkout.page.goto('about:blank');
    await demo.reset();
    await visit(link);
    await checkout.fieldReady();
  };
  const pay = async () => {
    await checkout.typeCode('739');
    await checkout.pay();
  };

  usePage({ width: 1280, height: 900 }, (started, page) => {
    demo = started;
    checkout = page;
  });

  for (const look of ['theme=contrast', 'theme=brand&rtl=true', 'density=dense&mode=manage', 'show=save', 'show=pay']) {
    it(`is accessible and as wide as a phone with ${look}`, async () => {
      await checkout.page.setViewport({ width: 320, height: 640 });
      await visit(`?${look}`);
      await checkout.page.waitForSelector('.log li');
      assert.deepEqual(await violations(checkout.page), []);
      assert.equal(await checkout.page.evaluate(() => document.documentElement.scrollWidth), 320);
    });
  }

  for (const theme of ['light', 'dark']) {
    it(`is accessible and as wide as a phone, in ${theme} colours and with a rejected payment`, async () => {
      await checkout.page.setViewport({ width: 320, height: 640 });
      await visit(`?theme=${theme}&outcome=OTHE`);
      await checkout.fieldReady();
      await checkout.typeCode('739');
      await checkout.pay();
      assert.equal((await checkout.result()).status, 'rejected');
      await checkout.page.click('.drawer > summary');
      assert.deepEqual(await violations(checkout.page), []);
      assert.equal(await checkout.page.evaluate(() => document.documentElement.scrollWidth), 320);
    });
  }

  it('is as wide as a phone with text of twice the size', async () => {
    await checkout.page.setViewport({ width: 320, height: 640 });
    await visit('?text=200');
    await checkout.fieldReady();
    assert.equal(await checkout.page.evaluate(() => document.documentElement.scrollWidth), 320);
    const cutOff = await checkout.page.evaluate(() => {
      const shown = document.querySelector('mp-saved-cards')?.shadowRoot;
      const edge = shown?.querySelector('.list')?.getBoundingClientRect().right ?? 0;
      const words = [...(shown?.querySelectorAll('.name, .digits, .badge, .hint') ?? [])];
      return words.filter((word) => word.getBoundingClientRect().right > edge).map((word) => word.textContent);
    });
    assert.deepEqual(cutOff, []);
  });

  for (const [fault, code] of Object.entries(FAULTS)) {
    if (!isWhole && !IN_SHORT.includes(fault)) continue;
    it(`provokes ${code} with the fault ${fault}, and takes it away again`, async () => {
      await visit(`?fault=${fault}`);
      const reported = await checkout.page.waitForFunction(readError);
      assert.match(String(await reported.jsonValue()), new RegExp(`"code": "${code}"`));

      await press('end the fault');
      await checkout.page.waitForFunction(() => location.search === '');
      await press('reload()');
      await checkout.fieldReady();
    });
  }

  for (const [fault, { pressed, code }] of Object.entries(CHANGE_FAULTS)) {
    if (!isWhole && !IN_SHORT.includes(fault)) continue;
    it(`provokes ${code} with the fault ${fault}`, async () => {
      await visit(`?mode=manage&fault=${fault}`);
      for (const label of pressed) {
        const button = await checkout.page.waitForSelector(`mp-saved-cards >>> button[aria-label^="${label}"]`);
        await button?.click();
      }
      const reported = await checkout.page.waitForFunction(readError);
      assert.match(String(await reported.jsonValue()), new RegExp(`"code": "${code}"`));
    });
  }

  it('prints what is wrong, and how to correct it', async () => {
    await visit('?fault=key-malformed');
    await press('what is wrong?');
    const wrong = await checkout.page.waitForSelector('.checks [data-ok="false"] .message');
    assert.match((await wrong?.evaluate(({ textContent }) => textContent)) ?? '', /TEST-|APP_USR-/);
  });

  it('writes the total in the currency of the country and the words of the chosen language', async () => {
    await visit('?site=MLC&locale=en-US');
    await checkout.fieldReady();
    const label = await checkout.page.$eval('#pay', ({ textContent }) => textContent);
    assert.equal(label.replace(/\s/g, ' '), 'Pay CLP 12,990');
  });

  it('has in its link how the bank behaves, and the bank behaves so whenever it is opened', async () => {
    await visit('?customer=dora');
    await checkout.fieldReady();
    await checkout.page.select('#set-bank', 'ends');
    await checkout.page.waitForFunction(() => location.search === '?customer=dora&bank=ends');
    await pay();
    await checkout.page.waitForSelector('#payment-result[data-status=approved]');
    await reopen('?customer=dora&bank=ends');
    await pay();
    await checkout.page.waitForSelector('#payment-result[data-status=approved]');
    assert.deepEqual(await demo.statuses(checkout.page), ['approved']);
    await reopen('?customer=dora');
    await pay();
    await new BankQuestion(checkout.page).is('waiting');
    assert.deepEqual(await demo.statuses(checkout.page), ['pending']);
  });

  it('has in its link how webhooks arrive, and they arrive so whenever it is opened', async () => {
    await visit('?outcome=CONT');
    await checkout.fieldReady();
    await checkout.page.select('#set-webhook', 'twice');
    await checkout.page.waitForFunction(() => location.search === '?outcome=CONT&webhook=twice');
    const answersTo = async (expected: readonly number[]) => {
      await pay();
      assert.equal((await checkout.result()).status, 'in_process');
      await press('Mercado Pago approves it');
      const end = Date.now() + 10_000;
      let answers = await demo.webhookAnswers();
      const isOver = () => answers.length > 1 && answers.every(({ length }) => length === expected.length);
      while (!isOver() && Date.now() < end) answers = await demo.webhookAnswers();
      assert.deepEqual(await demo.statuses(checkout.page), ['approved']);
      // Of the payment that was made, and of the one that was approved. Read again: more may have come than was expected.
      assert.deepEqual(await demo.webhookAnswers(), [expected, expected]);
    };
    await answersTo([200, 200]);
    for (const [webhook, answers] of [
      ['&webhook=twice', [200, 200]],
      ['&webhook=forged', [401]],
      ['&webhook=unsigned', [401]],
      ['&webhook=held', []],
      ['', [200]],
    ] as const) {
      await reopen(`?outcome=CONT${webhook}`);
      await answersTo(answers);
    }
  });

  it('shows the entries of the last submit with its token masked', async () => {
    await visit('');
    await checkout.fieldReady();
    await checkout.typeCode('739');
    await checkout.pay();
    await checkout.result();
    const entries = await checkout.page.$eval('.entries dd:last-of-type', ({ textContent }) => textContent);
    const names = entries.split('\n').map((line) => line.split('=')[0]);
    assert.deepEqual(names.slice(2), [
      'token',
      'card_id',
      'payment_method_id',
      'payment_type_id',
      'issuer_id',
      'installments',
    ]);
    assert.match(entries, /^token=••••$/m);
  });
});

function readError(): string | undefined {
  const entries = [...document.querySelectorAll('.log li')];
  return entries.find((entry) => entry.textContent.includes('card-error'))?.textContent;
}
