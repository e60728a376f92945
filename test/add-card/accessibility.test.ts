import { expect, html, waitUntil } from '@open-wc/testing';
import { mountForm, readyForm, savedVisa, VISA, type AddCard } from '../support/add-card-harness.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nextKey } from '../support/saved-cards-harness.js';

const issuers = {
  getPaymentMethods: () => ({
    paging: { total: 1, limit: 30, offset: 0 },
    results: [{ id: 'visa', name: 'Visa', payment_type_id: 'credit_card', additional_info_needed: ['issuer_id'] }],
  }),
  getIssuers: () => [
    { id: 1, name: 'Banco Uno' },
    { id: 2, name: 'Banco Dos' },
  ],
};

const states: [name: string, reach: () => Promise<AddCard>][] = [
  ['closed', () => mountForm(html`<mp-add-card locale="es-AR" public-key=${nextKey()}></mp-add-card>`)],
  [
    'loading',
    () =>
      mountForm(html`<mp-add-card open locale="es-AR" public-key=${nextKey()}></mp-add-card>`, {
        before: (standIn) => void standIn.hold('ready'),
      }),
  ],
  ['open and empty', () => readyForm()],
  [
    'with everything wrong',
    async () => {
      const form = await readyForm();
      await form.click();
      return form;
    },
  ],
  [
    'asked for the bank',
    async () => {
      const form = await readyForm(undefined, { standIn: { answers: issuers } });
      await form.type('cardNumber', VISA.number);
      await waitUntil(() => form.root.querySelector('#issuerId') !== null);
      return form;
    },
  ],
  [
    'of an unknown brand',
    async () => {
      const form = await readyForm();
      await form.type('cardNumber', '4000000000000002');
      await waitUntil(() => form.root.querySelector('#cardNumber-hint') !== null);
      return form;
    },
  ],
  [
    'saving',
    async () => {
      const merchant = new ScriptedMerchant();
      merchant.delayed(savedVisa);
      const form = await readyForm(merchant);
      await form.typeCard();
      form.button().click();
      return form;
    },
  ],
  [
    'refused by the shop',
    async () => {
      const form = await readyForm(new ScriptedMerchant().status(500));
      await form.typeCard();
      await form.click();
      await form.events.times('card-error');
      return form;
    },
  ],
  [
    'saved',
    async () => {
      const form = await readyForm();
      await form.typeCard();
      await form.element.save();
      return form;
    },
  ],
  [
    'without MercadoPago.js',
    async () => {
      const form = await mountForm(html`<mp-add-card open locale="es-AR" public-key="nonsense"></mp-add-card>`);
      await form.events.times('card-error');
      return form;
    },
  ],
  [
    'paying, with a box to save the card',
    async () => {
      const form = await readyForm();
      form.element.intent = 'pay';
      return form;
    },
  ],
  [
    'opened by the shopper',
    async () => {
      const form = await mountForm(html`<mp-add-card locale="es-AR" public-key=${nextKey()}></mp-add-card>`);
      await form.click('.opener');
      await form.ready();
      return form;
    },
  ],
];

describe('<mp-add-card> is accessible', () => {
  for (const [name, reach] of states) {
    it(name, async () => {
      const form = await reach();
      await form.expectAccessible();
    });
  }

  it('by the keyboard, from top to bottom', async () => {
    const form = await readyForm();
    const stops = [...form.root.querySelectorAll<HTMLElement>('input, select, button')].map(
      (control) => control.id || control.className,
    );
    expect(stops).to.deep.equal(['cardholderName', 'identificationType', 'identificationNumber', 'primary']);
    const order = [...form.root.querySelectorAll('slot, input, select, button')].map(
      (control) => control.getAttribute('name') ?? control.id,
    );
    expect(order.slice(0, 3)).to.deep.equal(['cardNumber', 'expirationDate', 'securityCode']);
  });

  it('through groups that name the frames which no label can reach', async () => {
    const form = await readyForm();
    for (const field of ['cardNumber', 'expirationDate', 'securityCode'] as const) {
      const group = form.root.querySelector(`[role=group][aria-labelledby="${field}-label"]`);
      const label = form.root.getElementById(`${field}-label`)?.textContent?.trim();
      expect(group, field).to.not.equal(null);
      expect(form.standIn.input(field).getAttribute('aria-label')).to.equal(label);
      expect(form.standIn.fields.find(({ type }) => type === field)?.iframe.title).to.equal(label);
    }
  });

  it('shows where the focus is, in a frame too', async () => {
    const form = await readyForm();
    await form.standIn.focus('cardNumber');
    await form.settled();
    expect(form.root.querySelector('.frame.focus')?.getAttribute('data-field')).to.equal('cardNumber');
    await form.leave('cardNumber');
    expect(form.root.querySelector('.frame.focus')).to.equal(null);
  });

  it('leads from a label into its frame', async () => {
    const form = await readyForm();
    form.root.getElementById('securityCode-label')?.click();
    await form.focusOn('securityCode');
  });

  it('at 320 px and 200 % text', async () => {
    const form = await readyForm();
    form.page.style.setProperty('inline-size', '288px');
    form.page.style.setProperty('font-size', '200%');
    await form.click();
    const { scrollWidth, clientWidth } = form.root.querySelector('.form')!;
    expect(scrollWidth).to.be.at.most(clientWidth);
    await form.expectAccessible();
  });
});
