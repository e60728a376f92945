import { aTimeout, expect, html } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { mountForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nextKey } from '../support/saved-cards-harness.js';
import type { MpSavedCardsElement } from '../../src/elements.js';

/** A list with a form in its slot, "use another card" chosen. */
async function inList(merchant = new ScriptedMerchant().cards(savedVisa)): Promise<AddCard> {
  const form = await mountForm(html`
    <mp-saved-cards
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/api/cards"
      .cards=${[visa, mastercard]}
      .fetch=${merchant.fetch}
    >
      <mp-add-card slot="add-card"></mp-add-card>
    </mp-saved-cards>
  `);
  await form.standIn.ready('securityCode');
  return form;
}

const listOf = (form: AddCard): MpSavedCardsElement => form.page as MpSavedCardsElement;

async function chooseOther(form: AddCard): Promise<void> {
  listOf(form).shadowRoot?.querySelector<HTMLElement>('.other label')?.click();
  await listOf(form).updateComplete;
  await form.ready();
}

describe('a form in a list', () => {
  it('shows nothing until "use another card" is chosen', async () => {
    const form = await inList();
    expect([form.isOpen, form.element.open, form.element.state]).to.deep.equal([false, false, 'closed']);
    expect(form.root.querySelector('button')).to.equal(null);
    await chooseOther(form);
    expect([form.isOpen, form.element.open, form.element.state]).to.deep.equal([true, true, 'ready']);
  });

  it('pays by default: it has no button of its own, and offers to save the card', async () => {
    const form = await inList();
    await chooseOther(form);
    expect(form.root.querySelector('.primary')).to.equal(null);
    expect(form.root.querySelector('#saveCard')).to.not.equal(null);
  });

  it('opens by its own button in a list without cards, in another slot than the one for it', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const form = await mountForm(html`
      <mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/api/cards"
        .cards=${[]}
        .fetch=${merchant.fetch}
      >
        <mp-add-card slot="empty"></mp-add-card>
      </mp-saved-cards>
    `);
    await form.events.times('cards-ready');
    await form.settled();
    expect(form.button('.opener').checkVisibility()).to.equal(true);
    await form.click('.opener');
    await form.ready();
    await form.typeCard();
    await form.click();
    await form.events.times('card-added');
    expect(listOf(form).cardId).to.equal('2001');
  });

  it('is in the slot for it inside another element, too', async () => {
    const form = await mountForm(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}>
        <div slot="add-card"><mp-add-card></mp-add-card></div>
      </mp-saved-cards>
    `);
    await form.standIn.ready('securityCode');
    expect(form.root.querySelector('button')).to.equal(null);
    await chooseOther(form);
    expect(form.isOpen).to.equal(true);
  });

  it('gives the list its token', async () => {
    const form = await inList();
    await chooseOther(form);
    await form.typeCard();
    const detail = await listOf(form).tokenize();
    expect(detail).to.deep.equal({
      token: form.standIn.tokens[0]?.id,
      cardId: null,
      paymentMethodId: 'visa',
      paymentTypeId: 'credit_card',
      issuerId: '25',
      installments: 1,
      lastFourDigits: '3704',
      expiresAt: form.standIn.tokens[0]?.date_due,
      saveCard: false,
    });
    expect(form.events.of('token-ready')).to.deep.equal([detail]);
  });

  it('has its token still when the list without cards was asked for again', async () => {
    const form = await mountForm(html`
      <mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/api/cards"
        .fetch=${new ScriptedMerchant().cards([]).cards([]).fetch}
      >
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    await form.ready();
    await form.typeCard();
    await form.element.tokenize();
    const list = listOf(form);
    list.reload();
    await form.events.times('cards-ready', 2);
    await form.settled();
    expect([form.element.state, list.state, list.complete]).to.deep.equal(['tokenized', 'tokenized', true]);
  });

  it('saves its card after the payment although the list gets other cards meanwhile, and is empty then', async () => {
    const merchant = new ScriptedMerchant();
    const answer = merchant.delayed(savedVisa, 201);
    const form = await inList(merchant);
    const list = listOf(form);
    await chooseOther(form);
    await form.typeCard();
    form.input('saveCard').click();
    await list.tokenize();
    list.paymentResult({ status: 'approved' });
    await form.settled();
    const saved = form.element.save();
    while (merchant.requests.length === 0) await aTimeout(5);
    list.cards = [mastercard];
    await list.updateComplete;
    answer();
    expect((await saved).id).to.equal('2001');
    expect(form.events.of('card-error')).to.be.empty;
    await chooseOther(form);
    expect([list.state, form.element.state, form.element.complete]).to.deep.equal(['ready', 'ready', false]);
  });

  it('shows the saved card in the list, first, chosen, its code field focused', async () => {
    const form = await inList();
    await chooseOther(form);
    await form.typeCard();
    await form.element.save();
    await form.standIn.ready('securityCode');
    const list = listOf(form);
    await list.updateComplete;
    expect(list.cardId).to.equal('2001');
    expect(form.isOpen).to.equal(false);
    expect(form.standIn.fields.map(({ type }) => type)).to.deep.equal(['securityCode']);
  });
});
