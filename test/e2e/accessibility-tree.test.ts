import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, SerializedAXNode } from 'puppeteer-core';
import { esAr } from '../support/messages.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

/** Everything in the tree, in the order in which it is read. */
const flat = (node: SerializedAXNode): SerializedAXNode[] => [node, ...(node.children ?? []).flatMap(flat)];

// Only Chromium shows its tree to a driver.
for (const engine of engines.filter((name) => name === 'chromium')) {
  describe(`what a screen reader gets, in ${engine}`, { timeout: 120_000 }, () => {
    let browser: Browser;
    let checkout: CheckoutPage;

    const open = async (query: string) => {
      await demo.reset();
      checkout = await CheckoutPage.open(browser, `${demo.origin}/${query}`);
    };
    const tree = async () => {
      const root = await checkout.page.accessibility.snapshot({ includeIframes: true, interestingOnly: false });
      return root ? flat(root) : [];
    };
    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());
    afterEach(() => checkout.close());

    it('is one group of radios, each with brand, digits, expiry and marks in its name, one of them checked', async () => {
      await open('?locale=es-AR');
      const nodes = await tree();
      assert.equal(nodes.filter(({ role, name }) => role === 'radiogroup' && name === esAr.heading).length, 1);
      const radios = nodes.filter(({ role }) => role === 'radio');
      assert.deepEqual(
        radios.map(({ name, checked }) => [name, checked ?? false]),
        [
          ['Visa terminada en 3704 Vence 11/30 Principal', true],
          ['Mastercard terminada en 0604 Vence 11/30', false],
          ['American Express terminada en 7522 Vence 11/30', false],
          [esAr.useAnotherCard, false],
        ],
      );
    });

    it('has all its radios under one name in one tree, by which a browser counts them', async () => {
      await open('?locale=es-AR');
      const places = await checkout.page.$$eval('mp-saved-cards >>> input[type="radio"]', (radios) =>
        radios.map((radio) => [radio.getAttribute('name'), radio.closest('[role=radiogroup]') !== null]),
      );
      assert.deepEqual(
        places,
        Array.from({ length: 4 }, () => ['card', true]),
      );
    });

    it('names the code’s field by group and frame, with where the code is as its description', async () => {
      await open('?locale=es-AR');
      const nodes = await tree();
      const group = nodes.find(({ role, name }) => role === 'group' && name === esAr.securityCode);
      assert.match(group?.description ?? '', new RegExp(esAr.codeHint(3, 'back')));
      const input = nodes.find(({ role, name }) => role === 'textbox' && name === esAr.securityCode);
      assert.ok(input, 'the input in the frame has the name of its field');
    });

    it('describes the refused card by what is to be done about it', async () => {
      await open('?locale=es-AR&outcome=CALL');
      await checkout.typeCode('123');
      await checkout.pay();
      await checkout.result();
      await checkout.widgetText('.chosen .title');
      const radio = (await tree()).find(({ role, checked }) => role === 'radio' && checked);
      assert.match(radio?.description ?? '', new RegExp(esAr.bankRefused));
    });

    it('says of an expired card that it cannot be chosen', async () => {
      await open('?locale=es-AR&customer=bruno');
      const disabled = (await tree()).filter(({ role, disabled: isDisabled }) => role === 'radio' && isDisabled);
      assert.ok(disabled.length > 0);
      for (const { name, checked } of disabled) {
        assert.match(name ?? '', /Venció en/);
        assert.notEqual(checked, true);
      }
    });
  });
}
