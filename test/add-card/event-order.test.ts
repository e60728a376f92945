import { expect, html } from '@open-wc/testing';
import { mountForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { EventLog, TURN } from '../support/event-log.js';
import { expectFocus } from '../support/focus.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nextKey } from '../support/saved-cards-harness.js';

const APPROVED = { status: 'approved', status_detail: 'accredited' };
const WRONG_CODE = { status: 'rejected', status_detail: 'cc_rejected_bad_filled_security_code' };

type Typed = { card: AddCard; log: EventLog; pay: HTMLButtonElement };

/** A form for a new card on a page that posts by itself, a card typed into it, and what happens from then on. */
async function typed(intent: 'pay' | 'save', shop = new ScriptedMerchant().cards(savedVisa)): Promise<Typed> {
  const card = await mountForm(html`
    <form>
      <mp-add-card open intent=${intent} locale="es-AR" public-key=${nextKey()} endpoint="/cards"></mp-add-card>
      <button name="pay">Pay</button>
    </form>
  `);
  const log = new EventLog();
  card.element.fetch = log.fetch(shop);
  card.page.addEventListener('submit', (event) => event.preventDefault());
  await card.ready();
  await card.typeCard();
  log.forget();
  return { card, log, pay: card.page.querySelector('button')! };
}

async function tokenized(): Promise<Typed> {
  const page = await typed('pay');
  await page.card.element.tokenize();
  page.log.forget();
  return page;
}

describe('the events of a form for a new card', () => {
  it('while it is opened and filled in', async () => {
    const card = await mountForm(
      html`<mp-add-card locale="es-AR" public-key=${nextKey()} endpoint="/c"></mp-add-card>`,
    );
    const log = new EventLog();
    card.button('.opener').click();
    await card.ready();
    await card.typeCard();
    expect(log.lines).to.deep.equal([
      'form state-change loading',
      'form state-change ready',
      'form payment-method-change visa',
      'form state-change ready, complete',
    ]);
    log.forget();
    card.button('.quiet').focus();
    log.during(() => card.button('.quiet').click());
    expect(log.lines).to.deep.equal(['form payment-method-change none', 'form state-change closed', TURN]);
    await card.settled();
    expect(card.focused).to.equal('opener');
  });

  it('at a submit end with the submit, which alone carries the token; the focus stays on Pay', async () => {
    const { card, log, pay } = await typed('pay');
    pay.focus();
    pay.click();
    await card.events.submitted();
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form state-change tokenizing, complete',
      'form before-tokenize null',
      'form state-change tokenized, complete',
      'form token-ready null',
      'submit with token',
    ]);
    expectFocus(pay);
  });

  it('at a submit with the box ticked have no second token-ready', async () => {
    const { card, log, pay } = await typed('pay');
    card.input('saveCard').click();
    pay.click();
    await card.events.submitted();
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form state-change tokenizing, complete',
      'form before-tokenize null',
      'form state-change tokenized, complete',
      'form token-ready null',
      'submit with token and save_token',
    ]);
  });

  it('at a submit that Mercado Pago refuses end with the error', async () => {
    const { card, log, pay } = await typed('pay');
    card.standIn.nextToken = 'server-error';
    pay.click();
    await card.events.times('card-error');
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form state-change tokenizing, complete',
      'form before-tokenize null',
      'form state-change ready, complete',
      'form card-error token-network (token)',
    ]);
  });

  it('at save() are those of the token and the save; card-added comes last', async () => {
    const { card, log } = await typed('save');
    await card.element.save();
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form state-change saving, complete',
      'form before-tokenize null',
      'POST /cards',
      'form payment-method-change none',
      'form state-change closed',
      'form card-added 2001',
    ]);
  });

  it('at a save that the shop refuses end with the error; what was typed stays', async () => {
    const { card, log } = await typed('save', new ScriptedMerchant().status(400));
    await card.codeOf(card.element.save());
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form state-change saving, complete',
      'form before-tokenize null',
      'POST /cards',
      'form state-change ready, complete',
      'form card-error endpoint-status (save)',
    ]);
    expect(card.element.complete).to.equal(true);
  });

  it('at a submit that wants the card saved first are none; the focus is on its button', async () => {
    const { card, log, pay } = await typed('save');
    pay.click();
    await card.focusOn('primary');
    expect(log.lines).to.deep.equal([]);
  });
});

describe('the events of a form that has a token', () => {
  it('when a plain field is typed into: token, state, in that turn', async () => {
    const { card, log } = await tokenized();
    const name = card.input('cardholderName');
    name.value = 'OTHE';
    log.during(() => name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })));
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: code',
      'form state-change ready, complete',
      TURN,
    ]);
  });

  it('when the number is deleted: token, state, and the payment method once it is known', async () => {
    const { card, log } = await tokenized();
    await card.standIn.clear('cardNumber');
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: code',
      'form state-change ready, complete',
      'form payment-method-change none',
      'form state-change ready',
    ]);
  });

  it('when the payment is refused: token, state, in the turn of the report; the focus is in the code', async () => {
    const { card, log } = await tokenized();
    log.during(() => card.element.paymentResult(WRONG_CODE));
    await card.focusOn('securityCode');
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: rejected',
      'form state-change ready, complete',
      'form state-change loading',
      TURN,
      'form state-change ready',
    ]);
  });

  it('when the payment is approved, and when another one is wanted', async () => {
    const { card, log } = await tokenized();
    log.during(() => card.element.paymentResult(APPROVED));
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: submitted',
      'form payment-method-change none',
      'form state-change paid',
      TURN,
    ]);
    log.forget();
    await card.click('[part=notice] button');
    await card.ready();
    expect(log.lines).to.deep.equal(['form state-change loading', 'form state-change ready']);
  });

  it('when the card is saved after the payment', async () => {
    const { card, log } = await tokenized();
    card.input('saveCard').click();
    card.element.paymentResult(APPROVED);
    await card.settled();
    log.forget();
    await card.element.save();
    await card.settled();
    expect(log.lines).to.deep.equal([
      'form state-change saving',
      'form before-tokenize null',
      'POST /cards',
      'form payment-method-change none',
      'form state-change paid',
      'form card-added 2001',
    ]);
  });

  it('when it is reset: token, state, in the turn of reset()', async () => {
    const { card, log } = await tokenized();
    log.during(() => card.element.reset());
    await card.ready();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: code',
      'form payment-method-change none',
      'form state-change ready',
      'form state-change loading',
      TURN,
      'form state-change ready',
    ]);
  });

  const properties: [what: string, act: (card: AddCard) => unknown, then: string[]][] = [
    [
      'the page closes it',
      ({ element }) => (element.open = false),
      ['selection', 'form payment-method-change none', 'form state-change closed'],
    ],
    [
      'the amount changes',
      ({ element }) => (element.amount = '10.00'),
      ['amount', 'form state-change ready, complete'],
    ],
  ];
  for (const [what, act, [reason, ...then]] of properties) {
    it(`when ${what}: token, then state, once it is rendered`, async () => {
      const { card, log } = await tokenized();
      log.during(() => act(card));
      await card.settled();
      expect(log.lines).to.deep.equal([TURN, `form token-invalidated of null: ${reason}`, ...then]);
    });
  }
});
