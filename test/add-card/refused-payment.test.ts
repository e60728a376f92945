import { expect, html } from '@open-wc/testing';
import type { InvalidationReason, MpSavedCardsElement } from '../../src/elements.js';
import { AMEX, VISA, mountForm, readyForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { mastercard, visa } from '../support/cards.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { nextKey } from '../support/saved-cards-harness.js';

/** "Use another card" of a list, with a card typed and paid with. */
async function paid(card = AMEX): Promise<[AddCard, MpSavedCardsElement]> {
  const form = await mountForm(html`
    <mp-saved-cards
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/api/cards"
      .cards=${[visa, mastercard]}
      .fetch=${new ScriptedMerchant().cards(savedVisa).fetch}
    >
      <mp-add-card slot="add-card"></mp-add-card>
    </mp-saved-cards>
  `);
  const list = form.page as MpSavedCardsElement;
  await form.standIn.ready('securityCode');
  list.shadowRoot?.querySelector<HTMLElement>('.other label')?.click();
  await list.updateComplete;
  await form.ready();
  await form.typeCard(card);
  await list.tokenize();
  return [form, list];
}

const noticeOf = (list: MpSavedCardsElement) =>
  [...(list.shadowRoot?.querySelectorAll('[part=notice] p') ?? [])].map(({ textContent }) => textContent?.trim());

const reasons = (form: AddCard) =>
  form.events.of<{ cardId: null; reason: InvalidationReason }>('token-invalidated').map(({ reason }) => reason);

describe('a payment with a new card that was refused', () => {
  it('is read out as two sentences: what happened, and what to do', async () => {
    const form = await readyForm();
    form.element.paymentRejected('cc_rejected_insufficient_amount');
    await form.settled();
    expect(form.liveRegion).to.equal(`${esAr.insufficientFunds}. ${esAr.useAnother}`);
  });

  it('for its code: the code alone is empty, in its own length and place, and has the cursor', async () => {
    const [form, list] = await paid();
    list.paymentRejected('cc_rejected_bad_filled_security_code');
    await form.focusOn('securityCode');
    await form.settled();
    expect(noticeOf(list)).to.deep.equal([esAr.codeRejected, esAr.tryCodeAgain(4, 'front')]);
    expect(form.standIn.input('securityCode').value).to.equal('');
    expect(form.standIn.input('cardNumber').value.replaceAll(' ', '')).to.equal(AMEX.number);
    expect(reasons(form)).to.deep.equal(['rejected']);
    expect(form.errors).to.deep.equal([]);
    await form.type('securityCode', AMEX.code);
    expect((await list.tokenize()).lastFourDigits).to.equal(AMEX.number.slice(-4));
    expect(form.standIn.tokens).to.have.length(2);
  });

  it('for its code, on a page that begins again: the number is asked for first', async () => {
    const form = await mountForm(html`
      <mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        status-detail="cc_rejected_bad_filled_security_code"
        .cards=${[visa]}
      >
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    await form.ready();
    await form.focusOn('cardNumber');
  });

  it('for its funds: the code is empty, what else was typed stays, and the number has the cursor', async () => {
    const [form, list] = await paid(VISA);
    list.paymentRejected('cc_rejected_insufficient_amount');
    await form.focusOn('cardNumber');
    await form.ready();
    expect(form.standIn.input('securityCode').value).to.equal('');
    expect(form.standIn.input('cardNumber').value.replaceAll(' ', '')).to.equal(VISA.number);
    expect(noticeOf(list)[0]).to.equal(esAr.insufficientFunds);
  });

  it('by the bank: what there is to read has the focus', async () => {
    const [, list] = await paid(VISA);
    list.paymentRejected('cc_rejected_call_for_authorize');
    await list.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(list.shadowRoot?.activeElement?.id).to.equal('notice');
  });
});

describe('the token of a new card', () => {
  const ends: [reason: InvalidationReason, act: (form: AddCard) => unknown][] = [
    ['code', (form) => form.standIn.clear('securityCode')],
    ['code', (form) => form.fill('cardholderName', 'OTHE')],
    ['code', (form) => form.element.reset()],
    ['selection', (form) => (form.element.open = false)],
  ];
  for (const [index, [reason, act]] of ends.entries()) {
    it(`is invalidated, with the reason ${reason} (${index + 1})`, async () => {
      const form = await readyForm();
      form.element.intent = 'pay';
      await form.settled();
      await form.typeCard();
      await form.element.tokenize();
      await act(form);
      await form.settled();
      expect(reasons(form)).to.deep.equal([reason]);
    });
  }

  it('is of use while the card is saved', async () => {
    const form = await readyForm();
    form.element.intent = 'pay';
    await form.settled();
    await form.typeCard();
    await form.element.tokenize();
    await form.element.save();
    expect(reasons(form)).to.deep.equal([]);
  });
});
