import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { AccountPage } from './support/account-page.js';
import { engines, launch } from './support/browser.js';
import { inOneEngine } from './support/in-one-engine.js';
import { NewCardForm } from './support/new-card-form.js';
import { nextPage } from './support/next-page.js';
import { startDemo, type Demo, type LoggedRequest } from './support/demo.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAYMENT = '[data-payment-id]';
const MASTERCARD = {
  number: '5031755734530604',
  expiration: '1130',
  code: '123',
  name: 'APRO',
  document: { type: 'DNI', number: '12345678' },
};

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

const setFaults = (faults: readonly object[]) =>
  fetch(`${demo.sandboxOrigin}/sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ faults }),
  });

/** What reached the sandbox since the last reset. */
async function requests(method: string, path: RegExp): Promise<LoggedRequest[]> {
  const all = (await (await fetch(`${demo.sandboxOrigin}/sandbox/requests`)).json()) as LoggedRequest[];
  return all.filter((request) => request.method === method && path.test(request.path));
}

for (const engine of engines) {
  describe(`the account page in ${engine}`, { timeout: 300_000 }, () => {
    let browser: Browser;
    let account: AccountPage;

    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    beforeEach(async () => {
      await demo.reset();
      account = await AccountPage.prepare(browser, demo);
    });
    afterEach(async () => {
      assert.deepEqual(account.errors, []);
      await account.close();
    });

    const once = inOneEngine(engine);
    /** Pays, so that the page has a payment to show. */
    const visitAfterPaying = async (query = '') => {
      await account.visit(query);
      await account.pay();
      await account.visit(query);
    };
    const state = async () => (await account.payments())[0]?.state.replace(/\s/g, ' ');
    const violations = async () => {
      await account.page.evaluate(axe);
      const found = await account.page.evaluate(() => window.axe.run(document));
      return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    };

    once('keeps a changed name', async () => {
      await account.visit();
      await account.fill('#first_name', 'Ana María');
      await account.press('#profile', 'Guardar los datos');
      assert.equal(await account.outcome('#profile-outcome'), 'Los datos se guardaron.');

      await account.visit();
      assert.equal(await account.value('#first_name'), 'Ana María');
      assert.equal(await account.value('#last_name'), 'Pereyra');
    });

    once('leads to the input that Mercado Pago refuses', async () => {
      await account.visit();
      await account.fill('#area_code', '0123456789012345678901');
      await account.press('#profile', 'Guardar los datos');
      assert.match(await account.outcome('#profile-outcome'), /^Hay un dato que no es válido/);
      assert.equal(await account.page.$eval('#area_code', (input) => input.ariaInvalid), 'true');
      assert.equal(await account.page.evaluate(() => document.activeElement?.id), 'area_code');
    });

    it('makes another card the default, once for two clicks', async () => {
      await account.visit();
      const [visa, mastercard = ''] = await account.cards();
      assert.equal(await account.defaultCard(), visa);
      await (await account.cardButton(`Usar como principal: ${mastercard}`)).evaluate(clickTwice);
      await account.page.waitForFunction(isDefault, {}, mastercard);
      assert.equal((await requests('PUT', /^\/v1\/customers\//)).length, 1);

      await account.visit();
      assert.equal(await account.defaultCard(), mastercard);
    });

    it('removes a card for good when the page is left', async () => {
      await account.visit();
      const [visa, mastercard, amex] = await account.cards();
      await (await account.cardButton(`Quitar ${visa}`)).click();
      await account.cardButton('Deshacer');
      assert.deepEqual(await requests('DELETE', /./), []);

      await account.page.goto('about:blank');
      await account.visit();
      assert.deepEqual(await account.cards(), [mastercard, amex]);
      assert.equal((await requests('DELETE', /./)).length, 1);
    });

    once('removes nothing when that is undone', async () => {
      await account.visit();
      const [visa] = await account.cards();
      await (await account.cardButton(`Quitar ${visa}`)).click();
      await (await account.cardButton('Deshacer')).click();
      await account.cardButton(`Quitar ${visa}`);
      await account.visit();
      assert.equal((await account.cards()).length, 3);
      assert.deepEqual(await requests('DELETE', /./), []);
    });

    it('saves another card, which is listed first', async () => {
      await account.visit('?customer=olga');
      await account.addCard();
      const form = new NewCardForm(account.page);
      await form.fill(MASTERCARD);
      await form.chooseBank();
      await form.save();
      await account.cardButton('Quitar Mastercard terminada en 0604');
      assert.deepEqual(await account.cards(), ['Mastercard terminada en 0604', 'Visa terminada en 3704']);
    });

    it('refunds a half and then the rest', async () => {
      await visitAfterPaying();
      await account.page.click(`${PAYMENT} summary`);
      await account.fill(`${PAYMENT} input`, '6495');
      await account.press(PAYMENT, 'Devolver');
      await account.agree();
      assert.match(await account.outcome(PAYMENT), /^Se devolvieron \$\s6\.495,00/);
      assert.equal(await state(), 'Aprobado Devuelto: $ 6.495,00');
      assert.equal(await account.value(`${PAYMENT} input`), '');

      await account.visit();
      assert.equal(await state(), 'Aprobado Devuelto: $ 6.495,00');
      await account.press(PAYMENT, 'Devolver $ 6.495,00');
      await account.agree();
      await account.outcome(PAYMENT);
      assert.equal(await state(), 'Devuelto Devuelto: $ 12.990,00');
      assert.match(await account.focused(), /^\$\s12\.990,00$/);

      await account.visit();
      assert.equal(await state(), 'Devuelto Devuelto: $ 12.990,00');
    });

    it('refunds once when the answer got lost and the button is pressed again', async () => {
      await visitAfterPaying('?site=MLB');
      await setFaults([{ kind: 'drop_answer', method: 'POST', path: '/v1/payments' }]);
      await account.press(PAYMENT, 'Reembolsar R$ 129,90');
      await account.agree();
      assert.match(await account.outcome(PAYMENT), /^Não sabemos se o reembolso foi feito/);

      await demo.endFaults();
      await account.press(PAYMENT, 'Reembolsar R$ 129,90');
      await account.agree();
      await account.page.waitForSelector(`${PAYMENT} .result[data-tone="good"]`);
      assert.equal(await state(), 'Reembolsado Reembolsado: R$ 129,90');
      const keys = (await requests('POST', /\/refunds$/)).map(({ idempotency_key }) => idempotency_key);
      assert.equal(keys.length, 2);
      assert.equal(keys[0], keys[1]);
    });

    once('offers and gives in Peru the whole payment back, and no part of it', async () => {
      await visitAfterPaying('?site=MPE');
      assert.equal(await account.page.$(`${PAYMENT} summary`), null);
      await account.page.click(`${PAYMENT} .actions button`);
      await account.agree();
      assert.match(await account.outcome(PAYMENT), /^Se devolvieron S\/\s89[.,]90/);
      assert.match((await state()) ?? '', /^Devuelto/);
    });

    once('cancels a payment that still waits', async () => {
      await account.visit('?locale=en-US');
      await demo.nextPayment('CONT');
      await account.pay();
      await account.visit('?locale=en-US');
      assert.equal(await state(), 'Pending');
      await account.press(PAYMENT, 'Cancel payment');
      await account.agree();
      assert.match(await account.outcome(PAYMENT), /^The payment was cancelled/);
      assert.equal(await state(), 'Cancelled');

      await account.visit('?locale=en-US');
      assert.equal(await state(), 'Cancelled');
      assert.equal((await account.page.$$(`${PAYMENT} button`)).length, 0);
    });

    once('shows a payment that changed meanwhile as it is now', async () => {
      await visitAfterPaying();
      const [payment] = await account.payments();
      await account.page.evaluate(refundElsewhere, payment?.id ?? '');
      await account.press(PAYMENT, 'Devolver $ 12.990,00');
      await account.agree();
      assert.match(await account.outcome(PAYMENT), /^El estado del pago ya cambió/);
      assert.equal(await state(), 'Devuelto Devuelto: $ 12.990,00');
    });

    once('offers a list that did not come again', async () => {
      await setFaults([{ kind: 'server_error', method: 'GET', path: '/v1/customers' }]);
      await account.visit();
      assert.match(await account.outcome('#payments'), /^La tienda no puede hacerlo en este momento/);
      await demo.endFaults();
      await (await account.cardButton('Reintentar')).click();
      await account.page.waitForSelector('mp-saved-cards >>> [data-card]');
      assert.equal((await account.cards()).length, 3);
    });

    once('says that payments may be missing, and lists what is known', async () => {
      await visitAfterPaying();
      await setFaults([{ kind: 'server_error', method: 'GET', path: '/v1/orders' }]);
      await account.visit();
      assert.match(await account.outcome('#payments'), /^En esta lista pueden faltar pagos/);
      assert.equal(await state(), 'Aprobado');
      assert.deepEqual(await violations(), []);
      await demo.endFaults();
      await account.press('#payments', 'Reintentar');
      await account.page.waitForFunction(() => !document.querySelector('#payments output .result'));
      assert.equal(await state(), 'Aprobado');
    });

    once('is reached from the checkout by a link, as the same customer', async () => {
      await account.page.goto(`${demo.origin}/?site=MLB&customer=olga`);
      const link = await account.page.waitForSelector('#account[href*="olga"]');
      await nextPage(account.page, async () => link?.click());
      await account.loaded();
      assert.equal(await account.value('#first_name'), 'Olga');
      assert.equal(await account.page.$eval('h1', ({ textContent }) => textContent), 'Minha conta');
    });

    for (const [width, theme, test] of [
      [1280, 'light', once],
      [320, 'dark', it],
    ] as const) {
      test(`is accessible at ${width} px in ${theme} colours, and not wider than that`, async () => {
        await account.page.setViewport({ width, height: 800 });
        await visitAfterPaying(`?theme=${theme}&customer=bruno`);
        await account.page.click(`${PAYMENT} summary`);
        assert.deepEqual(await violations(), []);
        assert.ok((await account.page.evaluate(() => document.documentElement.scrollWidth)) <= width);

        const [visa] = await account.cards();
        await (await account.cardButton(`Quitar ${visa}`)).click();
        await account.cardButton('Deshacer');
        assert.deepEqual(await violations(), []);
      });
    }
  });
}

function isDefault(spoken: string): boolean {
  const rows = document.querySelector('mp-saved-cards')?.shadowRoot?.querySelectorAll('.row') ?? [];
  const marked = [...rows].find((row) => row.querySelector('.badge:not(.warning, .danger)'));
  return Boolean(marked?.querySelector(`[aria-label$="${spoken}"]`));
}

function clickTwice(button: HTMLButtonElement): void {
  button.click();
  button.click();
}

async function refundElsewhere(id: string): Promise<void> {
  const headers = { 'X-Idempotency-Key': crypto.randomUUID() };
  const { status } = await fetch(`/api/payments/${id}/refunds`, { method: 'POST', headers });
  if (status !== 201) throw new Error(`The refund in another window was answered with ${status}.`);
}
