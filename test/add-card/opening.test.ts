import { expect, html, waitUntil } from '@open-wc/testing';
import { mountForm, readyForm, VISA, type AddCard } from '../support/add-card-harness.js';
import { nextKey } from '../support/saved-cards-harness.js';
import { slottedCheckout } from '../support/slotted-checkout.js';

const closedForm = (): Promise<AddCard> =>
  mountForm(html`<mp-add-card locale="es-AR" public-key=${nextKey()} endpoint="/api/cards"></mp-add-card>`);

describe('opening a form for a new card', () => {
  it('is a button at first, and asks nothing of Mercado Pago', async () => {
    const form = await closedForm();
    expect(form.button('.opener').textContent?.trim()).to.equal('Agregar tarjeta');
    expect(form.standIn.calls).to.deep.equal([]);
  });

  it('leads the keyboard to the number once that can be typed', async () => {
    const form = await closedForm();
    const release = form.standIn.hold('ready');
    form.button('.opener').focus();
    await form.press('Enter');
    expect([form.isOpen, form.element.open]).to.deep.equal([true, true]);
    await form.focusOn('form');
    release();
    await form.ready();
    await form.focusOn('cardNumber');
  });

  it('does not take the focus from where the shopper went meanwhile', async () => {
    const form = await closedForm();
    const release = form.standIn.hold('ready');
    await form.click('.opener');
    form.input('cardholderName').focus();
    release();
    await form.ready();
    await form.settled();
    expect(form.focused).to.equal('cardholderName');
  });

  it('can be cancelled, with the focus back on its button', async () => {
    const form = await closedForm();
    await form.click('.opener');
    await form.ready();
    await form.fill('cardholderName', 'Ana');
    await form.click('.quiet');
    await form.settled();
    expect([form.isOpen, form.element.open, form.focused]).to.deep.equal([false, false, 'opener']);
    expect(form.standIn.fields).to.deep.equal([]);
    await form.click('.opener');
    expect(form.input('cardholderName').value).to.equal('Ana');
  });

  it('has no Cancel where the page opened it, and is closed by the page', async () => {
    const form = await readyForm();
    expect(form.root.querySelector('.quiet')).to.equal(null);
    form.element.open = false;
    await form.settled();
    expect([form.isOpen, form.element.hasAttribute('open'), form.standIn.fields.length]).to.deep.equal([
      false,
      false,
      0,
    ]);
  });

  it('stays open, with its attribute, when a page that renders its HTML again takes the attribute of a form that the shopper opened', async () => {
    const form = await closedForm();
    await form.click('.opener');
    await form.ready();
    form.element.removeAttribute('open');
    await form.settled();
    expect([form.isOpen, form.element.hasAttribute('open')]).to.deep.equal([true, true]);
    form.element.open = false;
    await form.settled();
    expect([form.isOpen, form.element.hasAttribute('open')]).to.deep.equal([false, false]);
  });

  it('has no attribute that a server did not render where its list opens it', async () => {
    const { card } = await slottedCheckout({ cards: [] });
    await card.ready();
    expect([card.isOpen, card.element.open, card.element.hasAttribute('open')]).to.deep.equal([true, true, false]);
  });

  it('moves no focus when the page does it', async () => {
    await readyForm();
    expect(document.activeElement).to.equal(document.body);
  });
});

describe('a form for a new card', () => {
  it('asks in the order in which a card is read', async () => {
    const form = await readyForm();
    expect(form.asked).to.deep.equal([
      'Número de tarjeta',
      'Vencimiento',
      'Código de seguridad',
      'Nombre como figura en la tarjeta',
      'Documento del titular',
      'Número de documento',
    ]);
  });

  it('starts with what the page knows already, and what was typed stays', async () => {
    const form = await mountForm(html`
      <mp-add-card
        open
        public-key=${nextKey()}
        cardholder-name="Ana Gómez"
        identification-type="CI"
        identification-number="1234"
      ></mp-add-card>
    `);
    await form.ready();
    const values = () =>
      ['cardholderName', 'identificationType', 'identificationNumber'].map((id) => form.input(id).value);
    expect(values()).to.deep.equal(['Ana Gómez', 'CI', '1234']);
    await form.fill('cardholderName', 'Ana G');
    form.element.cardholderName = 'Somebody Else';
    form.element.identificationNumber = '5678';
    await form.settled();
    expect(values()).to.deep.equal(['Ana G', 'CI', '5678']);
    form.element.reset();
    await form.settled();
    expect(values()).to.deep.equal(['Somebody Else', 'CI', '5678']);
  });

  it('takes the kind of document that the page learns later, unless something is typed for another one', async () => {
    const form = await readyForm();
    const chosen = () => form.input('identificationType').value;
    expect(chosen()).to.equal('DNI');
    form.element.identificationType = 'CI';
    form.element.identificationNumber = '1234';
    await form.settled();
    expect([chosen(), form.input('identificationNumber').value]).to.deep.equal(['CI', '1234']);
    await form.choose('identificationType', 'DNI');
    await form.fill('identificationNumber', '12345678');
    form.element.identificationType = 'LC';
    await form.settled();
    expect(chosen()).to.equal('DNI');
  });

  it('goes on when the page takes away what it knew', async () => {
    const form = await readyForm();
    for (const name of ['cardholder-name', 'identification-type', 'identification-number']) {
      form.element.setAttribute(name, 'CI');
      await form.settled();
      form.element.removeAttribute(name);
    }
    await form.settled();
    expect(['cardholderName', 'identificationNumber'].map((id) => form.input(id).value)).to.deep.equal(['', '']);
    form.element.reset();
    await form.ready();
    await form.typeCard();
    await form.element.save();
  });

  it('saves or pays as usual when its intent is neither', async () => {
    const form = await mountForm(html`<mp-add-card open intent="foo" public-key=${nextKey()}></mp-add-card>`);
    expect(form.button().textContent?.trim()).to.not.equal('');
  });

  it('is saved by Enter in its plain fields', async () => {
    const form = await readyForm();
    await form.typeCard();
    form.input('cardholderName').focus();
    await form.press('Enter');
    await form.events.times('card-added');
  });

  it('has nothing for a browser to keep but the name', async () => {
    const form = await readyForm();
    expect(form.input('cardholderName').autocomplete).to.equal('cc-name');
    expect(form.input('identificationNumber').autocomplete).to.equal('off');
    for (const id of ['cardholderName', 'identificationNumber']) expect(form.input(id).spellcheck).to.equal(false);
  });

  it('is empty after a reset, its frames too', async () => {
    const form = await readyForm();
    await form.typeCard();
    await form.click('.primary');
    await form.events.times('card-added');
    await form.click('.opener');
    await form.ready();
    await form.typeCard(VISA);
    form.element.reset();
    await form.ready();
    expect(form.standIn.input('cardNumber').value).to.equal('');
    expect([form.input('cardholderName').value, form.errors.length, form.element.complete]).to.deep.equal([
      '',
      0,
      false,
    ]);
  });

  it('reports its state to the page', async () => {
    const form = await readyForm();
    form.events.forget();
    await form.typeCard();
    expect(form.element.complete).to.equal(true);
    await waitUntil(() => form.element.state === 'ready');
    await form.element.tokenize();
    expect(form.events.of('state-change')).to.deep.equal([
      { state: 'ready', complete: true },
      { state: 'tokenizing', complete: true },
      { state: 'tokenized', complete: true },
    ]);
    expect(form.element.matches(':state(tokenized)')).to.equal(true);
  });

  it('is inert while it is disabled', async () => {
    const form = await readyForm();
    form.element.disabled = true;
    await form.settled();
    expect(form.root.querySelector<HTMLElement>('.widget')?.inert).to.equal(true);
  });
});
