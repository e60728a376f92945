import { aTimeout, expect, html, nextFrame } from '@open-wc/testing';
import type { MpError } from '../../src/elements.js';
import { mountForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { EventLog } from '../support/event-log.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nextKey } from '../support/saved-cards-harness.js';
import { slottedCheckout } from '../support/slotted-checkout.js';

async function tokenized(): Promise<{ card: AddCard; form: HTMLFormElement; token: string; log: EventLog }> {
  const card = await mountForm(html`
    <form>
      <mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()}></mp-add-card>
      <p></p>
      <button>Pay</button>
    </form>
  `);
  const form = card.page as HTMLFormElement;
  form.addEventListener('submit', (event) => event.preventDefault());
  await card.ready();
  const { token } = await card.tokenize();
  return { card, form, token, log: new EventLog() };
}

const tokenIn = (form: HTMLFormElement) => new FormData(form).get('token');

/** Frames that are moved load their pages again. */
async function framesLoaded(card: AddCard): Promise<void> {
  const loaded = ({ iframe }: { iframe: HTMLIFrameElement }) =>
    new Promise((resolve) => iframe.addEventListener('load', resolve, { once: true }));
  await Promise.all(card.standIn.fields.map(loaded));
  await card.ready();
}

describe('a form that has a token', () => {
  it('keeps it when it is moved within the page’s form, though its fields are empty then', async () => {
    const { card, form, token, log } = await tokenized();
    form.querySelector('p')?.append(card.element);
    expect(tokenIn(form)).to.equal(token);
    await framesLoaded(card);
    expect(card.element.state).to.equal('tokenized');
    expect(log.lines.filter((line) => line.includes('token'))).to.deep.equal(['form state-change tokenized']);
    expect(tokenIn(form)).to.equal(token);
    expect((await card.element.tokenize()).token).to.equal(token);
  });

  it('reports once that what was typed is gone, and again when it was typed again', async () => {
    const { card, form } = await tokenized();
    const reported = () => card.events.of<{ error: MpError }>('card-error').map(({ error }) => error.code);
    form.querySelector('p')?.append(card.element);
    await framesLoaded(card);
    expect(reported()).to.deep.equal(['field-lost']);
    form.append(card.element);
    await framesLoaded(card);
    expect(reported()).to.deep.equal(['field-lost']);
    await card.typeCard();
    form.querySelector('p')?.append(card.element);
    await framesLoaded(card);
    expect(reported()).to.deep.equal(['field-lost', 'field-lost']);
  });

  it('takes it out of the page’s form while it is away, and back', async () => {
    const { card, form, token, log } = await tokenized();
    card.element.remove();
    expect(tokenIn(form)).to.equal(null);
    await aTimeout(0);
    form.append(card.element);
    expect(tokenIn(form)).to.equal(token);
    await card.ready();
    expect(log.lines).to.deep.equal([]);
    expect(tokenIn(form)).to.equal(token);
    expect((await card.element.tokenize()).token).to.equal(token);
  });
});

describe('a save that is under way', () => {
  it('goes on when the form is moved: the card is added once', async () => {
    const shop = new ScriptedMerchant();
    const answer = shop.delayed(savedVisa);
    const card = await mountForm(html`
      <div>
        <mp-add-card open locale="es-AR" public-key=${nextKey()} endpoint="/cards" .fetch=${shop.fetch}></mp-add-card>
        <p></p>
      </div>
    `);
    await card.ready();
    await card.typeCard();
    const saving = card.element.save();
    while (shop.requests.length === 0) await nextFrame();
    card.page.querySelector('p')?.append(card.element);
    answer();
    expect((await saving).id).to.equal('2001');
    await card.settled();
    expect([card.events.of('card-added').length, card.element.state]).to.deep.equal([1, 'closed']);
    expect(shop.log).to.deep.equal(['POST /cards']);
  });

  it('goes on when the list around the form is moved: the list shows the card, chosen', async () => {
    const shop = new ScriptedMerchant();
    const answer = shop.delayed(savedVisa);
    const { list, card, form, chooseOther } = await slottedCheckout({ shop, intent: 'save' });
    await chooseOther();
    await card.typeCard();
    const saving = card.element.save();
    while (shop.requests.length === 0) await nextFrame();
    form.append(list.element);
    answer();
    await saving;
    await list.ready();
    await list.settled();
    expect(list.rowIds).to.deep.equal(['2001', '1001', '1002']);
    expect(list.checked).to.equal('2001');
    expect(card.events.of('card-added')).to.have.length(1);
  });

  it('is cancelled when the list around the form leaves the page, and the list comes back without the card', async () => {
    const shop = new ScriptedMerchant().silence();
    const { list, card, form, chooseOther } = await slottedCheckout({ shop, intent: 'save' });
    await chooseOther();
    await card.typeCard();
    const saving = card.codeOf(card.element.save());
    while (shop.requests.length === 0) await nextFrame();
    list.element.remove();
    expect(await saving).to.equal('aborted');
    form.append(list.element);
    await card.ready();
    await list.settled();
    expect(list.rowIds).to.deep.equal(['1001', '1002']);
    expect([list.element.state, card.element.state]).to.deep.equal(['ready', 'ready']);
  });
});

describe('a form that has a token in the slot of a list', () => {
  it('keeps it when it is put into its slot again in the same turn', async () => {
    const { list, card, form, log, chooseOther, states } = await slottedCheckout();
    await chooseOther();
    await card.typeCard();
    const { token } = await list.element.tokenize();
    log.forget();
    list.element.append(card.element);
    await framesLoaded(card);
    await list.settled();
    expect(states()).to.deep.equal(['tokenized', 'tokenized']);
    expect([list.element.cardId, tokenIn(form)]).to.deep.equal([null, token]);
    expect((await list.element.tokenize()).token).to.equal(token);
    expect(log.lines.filter((line) => line.includes('token'))).to.deep.equal(['list state-change tokenized']);
  });

  it('takes it along when it leaves the page: the list is back at a card', async () => {
    const { list, card, form, log, chooseOther } = await slottedCheckout();
    await chooseOther();
    await card.typeCard();
    await list.element.tokenize();
    log.forget();
    card.element.remove();
    await list.ready();
    expect(tokenIn(form)).to.equal(null);
    expect(log.lines).to.deep.equal(['list state-change ready']);
    expect(list.checked).to.equal('1001');
    expect((await list.tokenize()).cardId).to.equal('1001');
  });
});
