import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { policy } from '../../demo/strict/policy.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { engines, launch, type Engine } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { MercadoPagoHosts, type Changes } from './support/mercado-pago-hosts.js';
import { lacks, NONCE } from './support/policy-lacks.js';
import { NewCardForm } from './support/new-card-form.js';
import { PausedTimers } from './support/paused-timers.js';
import { NEW_CARD } from './support/shopper.js';

const readme = readFileSync('README.md', 'utf8');
/** The part of the README about the policy. */
const section = /### Content Security Policy\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';

/** Directives of the header without which nothing breaks: they forbid something. */
const FORBID = ['default-src', 'base-uri', 'form-action', 'require-trusted-types-for'];

/** Firefox also reports as an error of the page what a policy blocked, and which request failed. */
const isReport = (error: string) => /^(Content-Security-Policy: |Cross-Origin Request Blocked: )/.test(error);

/** In `npm test` Firefox tries what engines took up at different times; `PROOF=whole`: everything. */
const isTurnOf = (engine: Engine, row: string) =>
  process.env['PROOF'] === 'whole' || engine === engines[0] || row.startsWith('trusted-types');

let demo: Demo;
before(async () => {
  assert.ok(existsSync('dist/mp-saved-cards.min.js'), 'run `npm run build` first');
  demo = await startDemo();
});
after(() => demo.stop());

describe('the README’s policy', () => {
  it('is the header of the page /strict', async () => {
    const [, inReadme = ''] = /```\n([\s\S]*?)\n```/.exec(section) ?? [];
    const header = (await fetch(`${demo.origin}/strict?sdk=real`)).headers.get('content-security-policy') ?? '';
    assert.equal(header.replace(NONCE, "'nonce-r4nd0m'"), inReadme.split(/;\s*/).join('; '));
  });

  it('says of each source what breaks without it, and each row is tried here', () => {
    const rows = [...section.matchAll(/^\| (`.*?) *\|/gm)].map(([, cell = '']) => cell.replaceAll('`', ''));
    assert.deepEqual(rows, [...new Set(lacks.map(({ row }) => row))]);
    for (const [directive, ...sources] of policy('r4nd0m'))
      for (const source of sources) {
        const name = source.replace(NONCE, 'nonce').replace("'self'", 'of your').replace('https://', '');
        const isNamed = rows.some(
          (row) => row.includes(directive) && row.includes(name.replace(/(fields|static)\..*/, '$1')),
        );
        assert.ok(isNamed || FORBID.includes(directive), `${directive} ${source} has no row`);
      }
  });
});

declare global {
  interface Window {
    cspReports: string[];
    reportedErrors: string[];
  }
}

function record(): void {
  window.cspReports = [];
  window.reportedErrors = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    window.cspReports.push(`${effectiveDirective} ${blockedURI}`),
  );
  addEventListener('card-error', ({ detail }) => window.reportedErrors.push(`${detail.phase} ${detail.error.code}`));
}

for (const engine of engines) {
  describe(`under the README’s policy, in ${engine},`, { timeout: 180_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;
    let hosts: MercadoPagoHosts;

    const open = (changes: Changes) => {
      hosts.changes = changes;
      return checkout.page.goto(`${demo.origin}/strict?sdk=real`);
    };
    const reports = () => checkout.page.evaluate(() => window.cspReports);

    before(async () => {
      browser = await launch(engine, { networkEnabled: true });
    });
    after(() => browser.close());
    beforeEach(async () => {
      await demo.reset();
      checkout = await CheckoutPage.prepare(browser);
      await checkout.page.evaluateOnNewDocument(record);
      await PausedTimers.install(checkout.page);
      hosts = await MercadoPagoHosts.install(checkout.page, demo);
    });
    afterEach(() => checkout.close());

    it('a saved card and a new one are paid with, and nothing is reported', async () => {
      await open({});
      await checkout.fieldReady();
      const form = new NewCardForm(checkout.page);
      await checkout.useAnotherCard();
      await form.fill(NEW_CARD);
      await form.chooseBank();
      assert.deepEqual(await reports(), []);
      await checkout.pay();
      assert.equal((await checkout.result()).status, 'approved');
      assert.deepEqual(checkout.errors, []);
    });

    for (const { row, so, changes, report, error, isDefined = true, afterTimeout, pageError } of lacks) {
      if (!isTurnOf(engine, row)) continue;
      it(`without ${row}: ${so}`, async () => {
        await open(changes);
        const { page } = checkout;
        if (report)
          await page.waitForFunction(
            (source) => window.cspReports.some((text) => new RegExp(source).test(text)),
            {},
            report.source,
          );
        if (!isDefined) {
          assert.equal(await page.evaluate(() => customElements.get('mp-saved-cards')), undefined);
        } else if (error) {
          // Another answer that is still on its way would be too late as well.
          if (afterTimeout) await checkout.widgetText('#installments');
          await page.waitForFunction(
            (milliseconds) => {
              if (milliseconds) window.runPausedTimers(milliseconds);
              return window.reportedErrors.length > 0;
            },
            {},
            afterTimeout ? TIMEOUT.fieldReady : 0,
          );
          assert.deepEqual(await page.evaluate(() => window.reportedErrors), [error]);
        } else {
          await checkout.fieldReady();
          assert.deepEqual(
            (await reports()).filter((text) => !report?.test(text)),
            [],
          );
        }
        assert.deepEqual(
          checkout.errors.filter((text) => !pageError?.test(text) && !isReport(text)),
          [],
        );
      });
    }
  });
}
