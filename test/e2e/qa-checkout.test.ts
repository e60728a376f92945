import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { esAr } from '../support/messages.js';
import type { CheckoutPage } from './support/checkout-page.js';
import type { Demo } from './support/demo.js';
import { tapRow, twoFrames } from './support/finger.js';
import { CODE, NEW_CARD } from './support/shopper.js';
import { NewCardForm } from './support/new-card-form.js';
import { usePage } from './support/use-page.js';

declare global {
  interface Window {
    /** Scores of the moves that Chromium saw, without those that follow an input. */
    layoutShifts: number[];
    /** What the region for progress said. */
    progressSaid: string[];
  }
}

describe('the checkout of the QA page', { timeout: 120_000 }, () => {
  let demo: Demo;
  let checkout: CheckoutPage;

  const open = async (query: string) => {
    await checkout.page.goto(`${demo.origin}/${query}`);
    await checkout.fieldReady();
  };
  const payWithCode = async () => {
    await checkout.typeCode(CODE);
    await checkout.pay();
  };
  const read = (selector: string) =>
    checkout.page.$eval(selector, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  const press = (label: string) => checkout.page.locator(`::-p-xpath(//button[.="${label}"])`).click();

  usePage({ width: 1280, height: 900 }, (started, page) => {
    demo = started;
    checkout = page;
  });

  it('says of a refusal one thing only, and keeps in its link what led to it', async () => {
    await checkout.page.evaluateOnNewDocument(listenToProgress);
    await open('?outcome=SECU');
    await payWithCode();
    const refused = await checkout.result();
    assert.equal(refused.status, 'rejected');
    assert.equal(await checkout.widgetText('.chosen .title'), esAr.codeRejected);
    assert.equal(await read('#payment-result'), '');
    assert.deepEqual(await checkout.page.evaluate(() => window.progressSaid), ['Procesando el pago…', '']);

    // The outcome was for one payment; opened again, the link shows the same again.
    const link = checkout.page.url();
    assert.match(link, /\?outcome=SECU$/);
    assert.equal(await checkout.page.$eval('#set-outcome', (select) => (select as HTMLSelectElement).value), 'card');
    await checkout.page.$eval('input[type=checkbox]', (box) => box.click());
    await checkout.page.waitForFunction(() => location.search.includes('amount=false'));
    await payWithCode();
    assert.equal((await checkout.result(refused)).status, 'approved');
    await checkout.page.goto(link);
    await checkout.fieldReady();
    await payWithCode();
    assert.equal((await checkout.result()).statusDetail, refused.statusDetail);
  });

  it('has in its link the card that was chosen, a saved one or another, and presses it with the pointer', async () => {
    await open('');
    const choice = () =>
      checkout.page.$$eval('mp-saved-cards >>> input[type=radio]', (all) => all.findIndex((radio) => radio.checked));
    await checkout.page.$$eval('#qa-panel label', (all) =>
      all.find(({ textContent }) => textContent.includes('code-focus'))?.click(),
    );
    await checkout.choose(3);
    await checkout.hasCursor('securityCode');
    await checkout.chooseInstallments('3');
    await checkout.page.waitForFunction(() => location.search.includes('installments'));
    const link = checkout.page.url();
    assert.match(link, /\?card=\d+&installments=3&codeFocus=true$/);
    assert.match(await read('pre[aria-label=Code]'), /card-id="\d+" code-focus="pointer"/);
    await checkout.page.goto('about:blank');
    await checkout.page.goto(link);
    await checkout.fieldReady();
    assert.equal(await choice(), 2);
    const installments = await checkout.page.waitForSelector('mp-saved-cards >>> option:nth-child(2):checked');
    assert.equal(await installments?.evaluate((option) => option.value), '3');

    await checkout.useAnotherCard();
    await checkout.newCardReady();
    assert.match(checkout.page.url(), /\?card=other&/);
    await checkout.page.reload();
    await checkout.newCardReady();
    await checkout.page.select('#set-customer', 'olga');
    await checkout.page.waitForFunction(() => location.search === '?customer=olga&codeFocus=true');
  });

  for (const [codeFocus, isCode] of [
    ['pointer', true],
    ['', false],
  ] as const)
    it(`keeps a tapped row under the finger, with the focus ${isCode ? '' : 'not '}in its code, with code-focus="${codeFocus}"`, async () => {
      await checkout.page.setViewport({ width: 375, height: 667, isMobile: true, hasTouch: true });
      await open(isCode ? '?codeFocus=true' : '');
      for (const ordinal of [2, 3, 1]) {
        const moved = await tapRow(checkout, ordinal);
        if (isCode) await checkout.hasCursor('securityCode');
        await twoFrames(checkout);
        assert.equal((await checkout.focused()) === 'securityCode', isCode);
        assert.ok((await moved()) <= 1, `row ${ordinal}: ${await moved()}`);
      }
    });

  it('says the total with interest that was charged, and takes another purchase only when it is asked for', async () => {
    await open('');
    await checkout.chooseInstallments('6');
    const label = await checkout.payLabel();
    assert.doesNotMatch(label, /12\.990,00/);
    await payWithCode();
    const paid = await checkout.result();
    assert.equal(paid.status, 'approved');
    const total = label.replace('Pagar ', '');
    assert.ok((await read('#payment-result')).includes(`El pago de ${total} fue aprobado`));

    assert.equal(await checkout.payLabel(), 'Pago aprobado');
    await checkout.pay();
    assert.equal(await checkout.widgetText('#paid p:not(.title)'), esAr.alreadyPaidHere);
    assert.equal((await demo.payments()).length, 1);
    await checkout.payAgain();
    assert.equal(await read('#payment-result'), '');
    await checkout.fieldReady();
    assert.match(await checkout.payLabel(), /^Pagar /);
  });

  it('says how a payment ended that the shopper has left, since the elements do not', async () => {
    await open('?outcome=OTHE&fault=payment-slow');
    await payWithCode();
    await checkout.page.waitForFunction(() => document.querySelector('#progress')?.textContent);
    await checkout.choose(2);
    assert.equal((await checkout.result()).status, 'rejected');
    assert.match(await read('#payment-result'), /^El pago no fue aprobado No se cobró nada/);
  });

  it('leaves in sight what the list says of a payment that is open, above twenty cards on a phone', async () => {
    for (const outcome of ['CONT', '2062']) {
      await checkout.page.setViewport({ width: 320, height: 640 });
      await open(`?customer=veinte&outcome=${outcome}`);
      await payWithCode();
      await checkout.result();
      const isInSight = () => {
        const notice = document.querySelector('mp-saved-cards')?.shadowRoot?.querySelector('#notice');
        const { top = -Infinity, bottom = Infinity } = notice?.getBoundingClientRect() ?? {};
        return top > -1 && bottom < innerHeight + 1; // a page is scrolled by whole pixels
      };
      await checkout.page.waitForFunction(isInSight);
      await checkout.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      assert.equal(await checkout.page.evaluate(isInSight), true, outcome);
    }
  });

  it('copies a bug report with one press, in which there is no token, number or code', async () => {
    const permissions = ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'] as const;
    await checkout.page.browserContext().overridePermissions(demo.origin, [...permissions]);
    await open('?outcome=EXPI');
    await checkout.useAnotherCard();
    const form = new NewCardForm(checkout.page);
    await form.fill(NEW_CARD);
    await form.keep();
    await checkout.pay();
    await checkout.result();
    await press('copy bug report');
    const button = await checkout.page.$('.tools button');
    const said = await checkout.page.waitForFunction(
      (pressed) => pressed?.textContent !== 'copy bug report' && pressed?.textContent,
      {},
      button,
    );
    assert.equal(await said.jsonValue(), 'copied');
    const report = await checkout.page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /^Link: http.*\?outcome=EXPI&card=other$/m);
    assert.match(report, /^Versions: mp-saved-cards \d/m);
    assert.match(report, /^## Diagnosis of <mp-saved-cards>\n(- .*\n)*- script: right/m);
    assert.match(report, /^## Diagnosis of <mp-add-card>\n(- .*\n)*- script: right/m);
    assert.match(report, /^- .* token-ready \{ "token": "••••"/m);
    assert.match(report, /^- POST \/api\/payments → 201.*"token": "••••".*cc_rejected_bad_filled_date/m);
    const tokens = await checkout.tokens();
    assert.ok(tokens.length > 0);
    const { number, code, name, document: id } = NEW_CARD;
    for (const secret of [...tokens, number, number.slice(0, 13), `"${code}"`, name, id.number])
      assert.ok(!report.includes(secret), secret);
  });

  it('has the events in sight, and the reason why Pay is there when only saving is tried', async () => {
    await open('');
    const box = await (await checkout.page.waitForSelector('.log li'))?.boundingBox();
    assert.ok(box && box.y > 0 && box.y + box.height <= 900 && box.x + box.width <= 1280, JSON.stringify(box));
    assert.equal(await checkout.page.$eval('#pay-note', (note) => note.checkVisibility()), false);
    await checkout.page.goto(`${demo.origin}/?show=save`);
    await checkout.page.waitForSelector('#pay-note', { visible: true });
  });

  it('shows the shop as wide as a phone, in its own CSS, and both are in the link', async () => {
    await open('');
    await checkout.page.select('#set-width', '375');
    await checkout.page.waitForFunction(() => document.querySelector('.shop')?.getBoundingClientRect().width === 375);
    await checkout.page.$$eval('summary', (all) =>
      all.find(({ textContent }) => textContent === 'Theme editor')?.click(),
    );
    await checkout.page.$eval('#theme-color-accent', (input) => {
      (input as HTMLInputElement).value = '#cc0066';
      input.dispatchEvent(new InputEvent('input'));
    });
    await checkout.page.reload();
    await checkout.fieldReady();
    const looks = () =>
      checkout.page.evaluate(() => {
        const list = document.querySelector('mp-saved-cards');
        return list && getComputedStyle(list).getPropertyValue('--mp-color-accent');
      });
    assert.equal(await looks(), '#cc0066');
    assert.match(await read('pre[aria-label=CSS]'), /--mp-color-accent: #cc0066;/);
    assert.equal(await checkout.page.$eval('.shop', (shop) => shop.getBoundingClientRect().width), 375);
    await press('as it was');
    assert.equal(await looks(), '');
  });

  for (const [width, height] of [
    [320, 640],
    [375, 667],
  ] as const) {
    it(`moves nothing that is seen while it loads, at ${width} × ${height}`, async () => {
      await checkout.page.setViewport({ width, height });
      await checkout.page.evaluateOnNewDocument(collectShifts);
      for (const query of ['', '?site=MLM&locale=en-US&customer=olga&theme=dark']) {
        await open(query);
        const moved = await checkout.page.evaluate(() => window.layoutShifts.reduce((sum, each) => sum + each, 0));
        assert.ok(moved <= 0.05, `${query}: ${moved}`);
      }
    });
  }
});

function listenToProgress(): void {
  window.progressSaid = [];
  document.addEventListener('DOMContentLoaded', () => {
    const place = document.querySelector('#progress[role=status]');
    if (place)
      new MutationObserver(() => window.progressSaid.push(place.textContent)).observe(place, { childList: true });
  });
}

function collectShifts(): void {
  window.layoutShifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) window.layoutShifts.push(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}
