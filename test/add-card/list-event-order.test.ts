import { expect } from '@open-wc/testing';
import { visa } from '../support/cards.js';
import { TURN } from '../support/event-log.js';
import { expectFocus } from '../support/focus.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { CODE } from '../support/saved-cards-harness.js';
import { slottedCheckout, type SlottedCheckout } from '../support/slotted-checkout.js';

const APPROVED = { status: 'approved', status_detail: 'accredited' };
const WRONG_CODE = { status: 'rejected', status_detail: 'cc_rejected_bad_filled_security_code' };

/** "Use another card" is chosen, and a new card typed. */
async function typed(options?: Parameters<typeof slottedCheckout>[0]): Promise<SlottedCheckout> {
  const page = await slottedCheckout(options);
  await page.chooseOther();
  await page.card.typeCard();
  page.log.forget();
  return page;
}

async function tokenized(): Promise<SlottedCheckout> {
  const page = await typed();
  await page.list.element.tokenize();
  page.log.forget();
  return page;
}

describe('the events of a list and the form in its slot', () => {
  it('when the form is chosen while a saved card has a token, and is filled in', async () => {
    const { list, card, log, chooseOther } = await slottedCheckout();
    await list.tokenize(CODE);
    log.forget();
    log.during(() => list.radios.at(-1)?.click());
    await chooseOther();
    expect(log.lines).to.deep.equal([
      'list token-invalidated of 1001: selection',
      'list state-change ready',
      'list card-selected null',
      TURN,
    ]);
    log.forget();
    await card.typeCard();
    expect(log.lines).to.deep.equal(['form payment-method-change visa', 'list state-change ready, complete']);
  });

  it('at a submit', async () => {
    const { list, card, log, pay } = await typed();
    pay.focus();
    pay.click();
    await card.events.submitted();
    await list.settled();
    expect(log.lines).to.deep.equal([
      'list state-change tokenizing, complete',
      'form before-tokenize null',
      'list state-change tokenized, complete',
      'form token-ready null',
      'submit with token',
    ]);
    expectFocus(pay);
  });

  it('at a submit that Mercado Pago refuses', async () => {
    const { list, card, log, pay } = await typed();
    card.standIn.nextToken = 'server-error';
    pay.click();
    await card.events.times('card-error');
    await list.settled();
    expect(log.lines).to.deep.equal([
      'list state-change tokenizing, complete',
      'form before-tokenize null',
      'list state-change ready, complete',
      'form card-error token-network (token)',
    ]);
  });

  it('when a card is chosen while the form has a token; the focus is on its radio', async () => {
    const { list, card, log } = await tokenized();
    log.during(() => {
      list.radios[0]?.focus();
      list.radios[0]?.click();
    });
    await list.ready();
    await card.settled();
    expect(log.lines).to.deep.equal([
      'list state-change ready',
      'list card-selected 1001',
      TURN,
      'form token-invalidated of null: selection',
      'form payment-method-change none',
    ]);
    expectFocus(list.radios[0]);
  });

  it('when a field of the form is typed into while it has a token', async () => {
    const { card, list, log } = await tokenized();
    const name = card.input('cardholderName');
    name.value = 'OTHE';
    log.during(() => name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })));
    await list.settled();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: code',
      'list state-change ready, complete',
      TURN,
    ]);
  });

  it('when the payment is refused; the focus is in the code', async () => {
    const { list, card, log } = await tokenized();
    log.during(() => list.element.paymentResult(WRONG_CODE));
    await card.focusOn('securityCode');
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: rejected',
      'list state-change ready, complete',
      'list state-change ready',
      TURN,
    ]);
  });

  it('when the payment is approved, and when another one is wanted', async () => {
    const { list, card, log } = await tokenized();
    log.during(() => list.element.paymentResult(APPROVED));
    await list.settled();
    expect(log.lines).to.deep.equal([
      'list state-change paid',
      'form token-invalidated of null: submitted',
      'form payment-method-change none',
      TURN,
    ]);
    log.forget();
    await list.click('#paid button');
    await card.ready();
    await list.settled();
    expect(log.lines).to.deep.equal(['list state-change ready']);
    await card.focusOn('cardNumber');
  });

  it('when the form saves the card: the form is closed, the card added, then chosen; the focus is in its code', async () => {
    const { list, card, log } = await typed({ intent: 'save' });
    await card.element.save();
    await list.ready();
    await list.settled();
    expect(log.lines).to.deep.equal([
      'form before-tokenize null',
      'POST /cards',
      'form payment-method-change none',
      'list state-change ready',
      'form card-added 2001',
    ]);
    expectFocus(list.frame);
  });

  it('when the shop refuses to save the card', async () => {
    const { list, card, log } = await typed({ intent: 'save', shop: new ScriptedMerchant().status(400) });
    await card.codeOf(card.element.save());
    await list.settled();
    expect(log.lines).to.deep.equal([
      'form before-tokenize null',
      'POST /cards',
      'form card-error endpoint-status (save)',
    ]);
  });

  it('when the list is reset while the form has a token', async () => {
    const { list, card, log } = await tokenized();
    log.during(() => list.element.reset());
    await list.ready();
    await card.settled();
    expect(log.lines).to.deep.equal([
      'list state-change ready',
      TURN,
      'form token-invalidated of null: selection',
      'form payment-method-change none',
    ]);
  });

  it('when the only card is removed while it has a token: the form opens', async () => {
    const { list, card, log } = await slottedCheckout({ cards: [visa] });
    await list.tokenize(CODE);
    log.forget();
    log.during(() => list.rowOf(1001).querySelector<HTMLButtonElement>('.actions button')?.click());
    await card.ready();
    await list.settled();
    expect(log.lines).to.deep.equal([
      'list before-remove 1001',
      'list token-invalidated of 1001: selection',
      'list state-change ready',
      'list card-selected null',
      TURN,
    ]);
  });
});
