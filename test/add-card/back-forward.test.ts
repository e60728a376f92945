import { expect, html, nextFrame } from '@open-wc/testing';
import { mountForm, readyForm, savedVisa } from '../support/add-card-harness.js';
import { EventLog, TURN } from '../support/event-log.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nextKey } from '../support/saved-cards-harness.js';
import { slottedCheckout } from '../support/slotted-checkout.js';

const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = (persisted = true) => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
const tokenIn = (form: HTMLFormElement) => new FormData(form).get('token');

async function tokenized() {
  const card = await mountForm(html`
    <form>
      <mp-add-card open intent="pay" locale="es-AR" public-key=${nextKey()} cardholder-name="Ana"></mp-add-card>
    </form>
  `);
  await card.ready();
  const { token } = await card.tokenize();
  return { card, form: card.page as HTMLFormElement, token, log: new EventLog() };
}

describe('a form whose page is left and shown again', () => {
  it('has given up its token and is empty, but for what the page gave', async () => {
    const { card, form, log } = await tokenized();
    leave();
    expect(tokenIn(form)).to.equal(null);
    log.during(comeBack);
    await card.ready();
    expect(log.lines).to.deep.equal([
      'form token-invalidated of null: code',
      'form payment-method-change none',
      'form state-change ready',
      'form state-change loading',
      TURN,
      'form state-change ready',
    ]);
    expect([tokenIn(form), card.standIn.input('cardNumber').value]).to.deep.equal([null, '']);
    expect(card.input('cardholderName').value).to.equal('Ana');
  });

  it('has its token where the page was not kept', async () => {
    const { card, form, token, log } = await tokenized();
    leave();
    comeBack(false);
    expect(tokenIn(form)).to.equal(token);
    expect(log.lines).to.deep.equal([]);
    expect(card.element.state).to.equal('tokenized');
  });

  it('is paid as before, and announces nothing', async () => {
    const { card, log } = await tokenized();
    card.element.paymentResult({ status: 'approved', status_detail: 'accredited' });
    await card.settled();
    log.forget();
    leave();
    comeBack();
    await card.settled();
    expect(log.lines).to.deep.equal([]);
    expect(card.element.state).to.equal('paid');
  });

  it('gives up the save that is under way', async () => {
    const shop = new ScriptedMerchant().silence();
    const card = await readyForm(shop);
    await card.typeCard();
    const saving = card.codeOf(card.element.save());
    while (shop.requests.length === 0) await nextFrame();
    leave();
    comeBack();
    expect(await saving).to.equal('aborted');
    await card.ready();
    expect(card.element.state).to.equal('ready');
    expect(card.events.of('card-error')).to.be.empty;
  });

  it('in the slot of a list gives up its token with it, and stays chosen', async () => {
    const { list, card, form, log, chooseOther, states } = await slottedCheckout({
      shop: new ScriptedMerchant().cards(savedVisa),
    });
    await chooseOther();
    await card.typeCard();
    await list.element.tokenize();
    log.forget();
    leave();
    expect(tokenIn(form)).to.equal(null);
    comeBack();
    await card.ready();
    await list.settled();
    expect(states()).to.deep.equal(['ready', 'ready']);
    expect([list.element.complete, list.element.cardId, tokenIn(form)]).to.deep.equal([false, null, null]);
    expect(log.lines.filter((line) => line.includes('token-invalidated'))).to.have.length(1);
  });
});
