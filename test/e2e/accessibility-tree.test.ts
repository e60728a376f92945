import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, SerializedAXNode } from 'puppeteer-core';
import { faultRecipe } from '../../demo/qa/faults.js';
import { SITES } from '../../demo/sandbox/sites/index.js';
import { esAr } from '../support/messages.js';
import { engines, launch } from './support/browser.js';
import { CheckoutPage } from './support/checkout-page.js';
import { startDemo, type Demo } from './support/demo.js';
import { NewCardForm } from './support/new-card-form.js';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.stop());

/** Everything in the tree, in the order in which it is read. */
const flat = (node: SerializedAXNode): SerializedAXNode[] => [node, ...(node.children ?? []).flatMap(flat)];

const textOf = (node: SerializedAXNode): string =>
  flat(node)
    .flatMap(({ role, name }) => (role === 'StaticText' ? [name] : []))
    .join(' ');

/** The names of what has the focus: a Secure Field and its frame have the same one. */
const focusIn = (nodes: readonly SerializedAXNode[]) => [
  ...new Set(nodes.flatMap(({ focused, name }) => (focused ? [name?.replace(/\s+/g, ' ')] : []))),
];

const CONTROLS = ['group', 'textbox', 'combobox', 'checkbox', 'button'];

/** The controls and groups inside a group: role and name, then what the shopper has to do about them. */
const controlsIn = (nodes: readonly SerializedAXNode[], groupName: string) => {
  const group = nodes.find(({ role, name }) => role === 'group' && name === groupName);
  assert.ok(group, `there is a group ${groupName}`);
  return flat(group)
    .filter((node) => node !== group && CONTROLS.includes(node.role))
    .map(({ role, name, required, invalid, description }) => [
      `${role}: ${name}`,
      ...(required ? ['required'] : []),
      ...(invalid === 'true' ? ['invalid'] : []),
      ...(description === undefined ? [] : [description]),
    ]);
};

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
    /** Waits until the element announces this politely, and once: then everything that a screen reader gets. */
    const announced = async (text: string) => {
      const isSaid = (words: string) =>
        [...document.querySelectorAll('mp-saved-cards, mp-add-card')].some(
          ({ shadowRoot }) => shadowRoot?.querySelector('[role=status]')?.textContent.trim() === words,
        );
      await checkout.page.waitForFunction(isSaid, {}, text);
      const nodes = await tree();
      const live = nodes.filter(({ role }) => role === 'status' || role === 'alert');
      const saying = live.filter((node) => textOf(node) === text);
      assert.deepEqual(
        saying.map(({ role, live: manner }) => [role, manner]),
        [['status', 'polite']],
      );
      return nodes;
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

    it('says of an expired card that it cannot be chosen', async () => {
      await open('?locale=es-AR&customer=bruno');
      const disabled = (await tree()).filter(({ role, disabled: isDisabled }) => role === 'radio' && isDisabled);
      assert.ok(disabled.length > 0);
      for (const { name, checked } of disabled) {
        assert.match(name ?? '', /Venció en/);
        assert.notEqual(checked, true);
      }
    });

    it('names each control of a new card, says which ones are required, and what is wrong with them', async () => {
      await open('?locale=es-AR&outcome=EXPI');
      const form = new NewCardForm(checkout.page);
      const asks = async (lacks: Partial<Record<string, string>> = {}) => {
        const control = (role: string, name: string, ...says: readonly (string | undefined)[]) => [
          `${role}: ${name}`,
          ...says.filter((said) => said !== undefined),
        ];
        // Chromium does not show a driver that a select is required.
        const plain = (role: string, name: string) =>
          control(
            role,
            name,
            ...(role === 'combobox' ? [] : ['required']),
            ...(lacks[name] === undefined ? [] : ['invalid', lacks[name]]),
          );
        const secure = (name: string, hint?: string) => {
          const description = [hint, lacks[name]].filter(Boolean).join(' ') || undefined;
          const isInvalid = lacks[name] === undefined ? undefined : 'invalid';
          return [control('group', name, description), control('textbox', name, 'required', isInvalid)];
        };
        assert.deepEqual(controlsIn(await tree(), esAr.newCard), [
          ...secure(esAr.cardNumber, 'Mastercard'),
          ...secure(esAr.expirationDate),
          ...secure(esAr.securityCode, esAr.codeHint(3, 'back')),
          plain('textbox', esAr.cardholderName),
          plain('combobox', esAr.identificationType),
          plain('textbox', esAr.identificationNumber),
          plain('combobox', esAr.issuer),
          control('combobox', esAr.installments, 'CFT: 0,00% · TEA: 0,00%'),
          control('checkbox', esAr.saveCardBox),
        ]);
      };
      await checkout.useAnotherCard();
      await form.ready();
      await form.typeInto('cardNumber', SITES.MLA.testCards.master.number);
      await checkout.page.waitForSelector('mp-add-card >>> #issuerId');
      await checkout.page.waitForSelector('mp-add-card >>> #installments option[value="3"]');
      await asks();
      const selects = await checkout.page.$$eval('mp-add-card >>> select[aria-required=true]', (all) =>
        all.map(({ id }) => id),
      );
      assert.deepEqual(selects, ['identificationType', 'issuerId']);

      await checkout.pay();
      await checkout.hasCursor('expirationDate');
      await asks({
        [esAr.expirationDate]: esAr.enterExpiration,
        [esAr.securityCode]: esAr.enterCode(3),
        [esAr.cardholderName]: esAr.enterName,
        [esAr.identificationNumber]: esAr.enterIdentification,
        [esAr.issuer]: esAr.chooseIssuer,
      });
      await announced(
        [esAr.enterExpiration, esAr.enterCode(3), esAr.enterName, esAr.enterIdentification, esAr.chooseIssuer].join(
          ' ',
        ),
      );

      await form.typeInto('expirationDate', '1130');
      await form.typeInto('securityCode', '123');
      await form.chooseBank();
      await checkout.page.type('mp-add-card >>> #cardholderName', 'APRO');
      await checkout.page.type('mp-add-card >>> #identificationNumber', '12345678');
      await checkout.pay();
      await checkout.result();
      await form.ready();
      await checkout.hasCursor('expirationDate');
      // What is typed is gone with the refusal, and with it what was wrong.
      await asks();
      const text = `${esAr.nothingCharged} ${esAr.checkExpiration}`;
      const refused = await announced(`${esAr.cardDataRejected}. ${text}`);
      assert.deepEqual(focusIn(refused), [esAr.expirationDate]);
      const description = refused.find(({ role, checked }) => role === 'radio' && checked)?.description;
      assert.equal(description, `${esAr.cardDataRejected} ${text}`);
    });

    it('announces a refusal, a fault, what is pending, unknown and paid, and describes the card by it', async () => {
      await open('?locale=es-AR&outcome=CALL');
      const pay = async (code: string) => {
        await checkout.fieldReady();
        await checkout.typeCode(code);
        await checkout.pay();
      };
      const payLabel = await checkout.payLabel();
      /** Announced as one sentence after the other, the description of the chosen card, and where the focus is. */
      const finds = async (notice: readonly string[], focus: string) => {
        const nodes = await announced(notice.join('. '));
        const card = nodes.find(({ role, checked }) => role === 'radio' && checked);
        assert.equal(card?.description, notice.join(' '));
        assert.deepEqual(focusIn(nodes), [focus]);
      };

      const refusal = [esAr.bankRefused, esAr.callBank];
      await pay('123');
      await checkout.hasFocus('notice');
      await finds(refusal, refusal.join(' '));

      await demo.orderFault(checkout.page, faultRecipe('token-E601'));
      await pay('123');
      await checkout.hasCursor('securityCode');
      await finds([esAr.notCharged], esAr.securityCode);

      await demo.endFaults(checkout.page);
      await demo.nextPayment('CONT');
      await checkout.choose(2);
      await pay('123');
      await finds([esAr.paymentPending, esAr.waitForConfirmation], payLabel);

      await demo.orderFault(checkout.page, faultRecipe('payment-lost'));
      await checkout.choose(3);
      await pay('1234');
      await finds([esAr.paymentUnknown, esAr.lookBeforePaying], payLabel);

      await demo.endFaults(checkout.page);
      await checkout.pay();
      const paid = await announced(esAr.paid);
      const choices = paid.filter(({ role }) => role === 'radio');
      assert.deepEqual(
        choices.map(({ disabled, description }) => [disabled, description]),
        Array.from({ length: 4 }, () => [true, undefined]),
      );
      assert.ok(paid.some(({ role, name }) => role === 'button' && name === esAr.anotherPayment));
      assert.deepEqual(focusIn(paid), [await checkout.payLabel()]);
    });
  });
}
