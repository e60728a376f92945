import { expect, html } from '@open-wc/testing';
import { mountForm, readyForm, type AddCard } from '../support/add-card-harness.js';
import { EventLog } from '../support/event-log.js';
import { nextKey } from '../support/saved-cards-harness.js';
import { slottedCheckout } from '../support/slotted-checkout.js';

const APPROVED = { status: 'approved', status_detail: 'accredited' };

/** A form for a new card that has a token, and what happens from then on. */
async function tokenized(): Promise<{ card: AddCard; form: HTMLFormElement; log: EventLog }> {
  const card = await mountForm(html`
    <form><mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card></form>
  `);
  await card.ready();
  await card.tokenize();
  return { card, form: card.page as HTMLFormElement, log: new EventLog() };
}

const CORRECTED = ['form token-invalidated of null: code', 'form state-change ready, complete'];

describe('a listener of a page with a form for a new card', () => {
  for (const name of ['token-invalidated', 'state-change'] as const) {
    it(`of ${name} that sets an amount changes nothing of what was announced`, async () => {
      const { card, log } = await tokenized();
      card.element.addEventListener(name, () => (card.element.amount = '10.00'), { once: true });
      await card.fill('cardholderName', 'OTHE');
      await card.settled();
      expect(log.lines).to.deep.equal(CORRECTED);
    });

    it(`of ${name} that asks for a token gets another one, of what is typed by then`, async () => {
      const { card, log } = await tokenized();
      const tokens: Promise<unknown>[] = [];
      card.element.addEventListener(name, () => tokens.push(card.element.tokenize()), { once: true });
      await card.fill('cardholderName', 'OTHE');
      await tokens[0];
      expect(log.lines).to.deep.equal([
        ...CORRECTED,
        'form state-change tokenizing, complete',
        'form before-tokenize null',
        'form state-change tokenized, complete',
        'form token-ready null',
      ]);
      expect(card.standIn.tokens).to.have.length(2);
    });
  }

  it('of state-change that resets the form empties it', async () => {
    const { card, log } = await tokenized();
    card.element.addEventListener('state-change', () => card.element.reset(), { once: true });
    await card.fill('cardholderName', 'OTHE');
    await card.ready();
    expect(log.lines).to.deep.equal([
      ...CORRECTED,
      'form payment-method-change none',
      'form state-change ready',
      'form state-change loading',
      'form state-change ready',
    ]);
    expect(card.input('cardholderName').value).to.equal('');
  });

  it('of state-change that reports an approved payment has it announced last', async () => {
    const { card, log } = await tokenized();
    card.element.addEventListener('state-change', () => card.element.paymentResult(APPROVED), { once: true });
    await card.fill('cardholderName', 'OTHE');
    await card.settled();
    expect(log.lines).to.deep.equal([...CORRECTED, 'form payment-method-change none', 'form state-change paid']);
    expect(card.element.matches(':state(paid):not(:state(ready))')).to.equal(true);
  });

  it('of token-invalidated finds state and entries as they are after the change', async () => {
    const { card, form } = await tokenized();
    const found: unknown[] = [];
    card.element.addEventListener('token-invalidated', () => found.push(card.element.state, ...new FormData(form)));
    await card.fill('cardholderName', 'OTHE');
    expect(found).to.deep.equal(['ready']);
  });

  it('of card-added that opens the form again gets an empty one', async () => {
    const card = await readyForm();
    await card.typeCard();
    card.element.addEventListener('card-added', () => (card.element.open = true));
    await card.element.save();
    await card.settled();
    await card.ready();
    expect(card.element.state).to.equal('ready');
    expect([card.standIn.input('cardNumber').value, card.input('cardholderName').value]).to.deep.equal(['', '']);
  });

  it('of the list’s state-change that clicks a card while the form is typed into gets that card', async () => {
    const { list, card, log, chooseOther } = await slottedCheckout();
    await chooseOther();
    await card.typeCard();
    await list.element.tokenize();
    log.forget();
    list.element.addEventListener('state-change', () => list.radios[0]?.click(), { once: true });
    await card.fill('cardholderName', 'OTHE');
    await list.ready();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: code',
      'list state-change ready, complete',
      'list state-change ready',
      'list card-selected 1001',
      'form payment-method-change none',
    ]);
    expect([list.checked, card.element.state]).to.deep.equal(['1001', 'closed']);
    expect((await list.tokenize()).cardId).to.equal('1001');
  });
});
