import { aTimeout, expect, html } from '@open-wc/testing';
import { mountForm, type AddCard } from '../support/add-card-harness.js';
import { EventLog } from '../support/event-log.js';
import { CODE, nextKey } from '../support/saved-cards-harness.js';
import { slottedCheckout, type SlottedCheckout } from '../support/slotted-checkout.js';

interface Checkout {
  readonly card: AddCard;
  readonly log: EventLog;
  readonly token: string;
  readonly posted: Record<string, FormDataEntryValue>[];
  press(): void;
}

/** A form for a new card that has a token, on a page that posts by itself. */
async function tokenized(): Promise<Checkout> {
  const card = await mountForm(html`
    <form>
      <mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>
      <button>Pay</button>
    </form>
  `);
  const form = card.page as HTMLFormElement;
  const posted: Record<string, FormDataEntryValue>[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    posted.push(Object.fromEntries(new FormData(form)));
  });
  await card.ready();
  const { token } = await card.tokenize();
  return { card, posted, token, log: new EventLog(), press: () => form.querySelector('button')?.click() };
}

describe('a press on Pay in the turn in which the page', () => {
  it('sets another amount posts a new token of the new card', async () => {
    const { card, posted, token, log, press } = await tokenized();
    card.element.amount = '10.00';
    press();
    await card.events.submitted();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: amount',
      'form state-change ready, complete',
      'form state-change tokenizing, complete',
      'form before-tokenize null',
      'form state-change tokenized, complete',
      'form token-ready null',
      'submit with token',
    ]);
    expect(posted[0]?.['token']).not.to.equal(token);
  });

  it('sets a name posts the token of the new card under it', async () => {
    const { card, posted, token, press } = await tokenized();
    card.element.name = 'card';
    press();
    await card.events.submitted();
    expect(posted[0]).to.include({ 'card[token]': token });
    expect(posted[0]).not.to.have.property('token');
  });

  it('resets the form posts nothing; the focus is on what is missing', async () => {
    const { card, posted, press } = await tokenized();
    card.element.reset();
    press();
    await card.focusOn('cardholderName');
    await card.ready();
    await aTimeout(0); // a submit would follow by now
    expect(posted).to.be.empty;
    expect(card.standIn.tokens).to.have.length(1);
  });

  it('opens the form posts nothing: the card is asked for', async () => {
    const { card, posted, press } = await tokenized();
    card.element.open = false;
    await card.settled();
    card.element.open = true;
    press();
    await card.events.times('card-error');
    await card.focusOn('cardNumber');
    await aTimeout(0); // a submit would follow by now
    expect(posted).to.be.empty;
  });

  it('closes the form posts no token', async () => {
    const { card, posted, press } = await tokenized();
    card.element.open = false;
    press();
    await card.events.submitted();
    expect(posted[0]).not.to.have.property('token');
  });

  it('hides the form posts no token', async () => {
    const { card, posted, press } = await tokenized();
    card.element.hidden = true;
    press();
    await card.events.submitted();
    expect(posted[0]).not.to.have.property('token');
  });
});

describe('a press on Pay in the turn in which the shopper', () => {
  it('goes from a new card that has a token to a saved one posts nothing: the code is missing', async () => {
    const { list, card, form, pay, chooseOther } = await slottedCheckout();
    const posted: unknown[] = [];
    form.addEventListener('submit', () => posted.push(new FormData(form).get('card_id')));
    await chooseOther();
    await card.typeCard();
    await list.element.tokenize();
    list.radios[0]?.click();
    pay.click();
    await list.events.times('card-error');
    await aTimeout(0); // a submit would follow by now
    expect(posted).to.be.empty;
    await list.ready();
    await list.type(CODE);
    pay.click();
    await card.events.submitted();
    expect(posted).to.deep.equal(['1001']);
  });

  const sends: [how: string, act: (page: SlottedCheckout) => void][] = [
    ['Pay is pressed', ({ pay }) => pay.click()],
    ['the page calls requestSubmit()', ({ form }) => form.requestSubmit()],
    ['the page calls submit()', ({ form }) => form.submit()],
  ];
  for (const [how, send] of sends) {
    it(`goes from a saved card that has a token to a new card, and ${how}: the new card is asked for`, async () => {
      const page = await slottedCheckout();
      const { list, card, form } = page;
      form.method = 'post';
      const posted: unknown[] = [];
      form.addEventListener('submit', () => posted.push(new FormData(form).get('token')));
      await list.tokenize();
      list.radios.at(-1)?.click();
      send(page);
      await list.events.times('card-error');
      await card.focusOn('cardNumber');
      await aTimeout(0); // a submit would follow by now
      expect(posted).to.be.empty;
      await card.ready();
      await card.typeCard();
      page.pay.click();
      await card.events.submitted();
      expect(posted).to.deep.equal([card.standIn.tokens.at(-1)?.id]);
    });
  }
});
