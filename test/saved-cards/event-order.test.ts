import { expect, html } from '@open-wc/testing';
import { esAr } from '../support/messages.js';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout, type Checkout } from '../support/checkout.js';
import { driveTime } from '../support/clock.js';
import { EventLog, TURN } from '../support/event-log.js';
import { expectFocus } from '../support/focus.js';
import { manage, NAMES } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { CODE, mount, mountReady, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

const APPROVED = { status: 'approved', status_detail: 'accredited' };
const WRONG_CODE = { status: 'rejected', status_detail: 'cc_rejected_bad_filled_security_code' };

/** A list with a token, and what happens from then on. */
async function tokenized(): Promise<{ widget: SavedCards; log: EventLog }> {
  const widget = await mountReady([visa, mastercard]);
  await widget.tokenize();
  return { widget, log: new EventLog() };
}

/** A checkout whose shopper has typed the code. */
async function typed(): Promise<Checkout & { log: EventLog }> {
  const page = await readyCheckout();
  await page.widget.type(CODE);
  return Object.assign(page, { log: new EventLog() });
}

describe('the events of a list that is loaded', () => {
  it('are the change of state, then cards-ready', async () => {
    const log = new EventLog();
    const shop = new ScriptedMerchant().cards([visa]);
    const widget = await mount(
      html`<mp-saved-cards public-key=${nextKey()} endpoint="/cards" .fetch=${log.fetch(shop)}></mp-saved-cards>`,
    );
    await widget.ready();
    expect(log.lines).to.deep.equal(['GET /cards', 'list state-change ready', 'list cards-ready 1001']);
  });
});

describe('the events of a submit', () => {
  it('end with the submit, which alone carries the token; the focus stays on Pay', async () => {
    const { widget, pay, log } = await typed();
    pay.focus();
    pay.click();
    await widget.events.submitted();
    await widget.settled();
    expect(log.lines).to.deep.equal([
      'list state-change tokenizing, complete',
      'list before-tokenize 1001',
      'list state-change tokenized, complete',
      'list token-ready 1001',
      'submit with token',
    ]);
    expectFocus(pay);
  });

  it('are none but the submit when the page prevented the one before', async () => {
    const { widget, pay, form, log } = await typed();
    form.addEventListener('submit', (event) => event.preventDefault());
    pay.click();
    await widget.events.submitted();
    log.forget();
    pay.click();
    await widget.events.submitted(2);
    await widget.settled();
    expect(log.lines).to.deep.equal(['submit with token']);
  });

  it('end with the error when Mercado Pago gives no token', async () => {
    const { widget, pay, log } = await typed();
    widget.standIn.nextToken = 'server-error';
    pay.click();
    await widget.events.times('card-error');
    await widget.settled();
    expect(log.lines).to.deep.equal([
      'list state-change tokenizing, complete',
      'list before-tokenize 1001',
      'list state-change ready, complete',
      'list card-error token-network (token)',
    ]);
  });

  it('end with the state of before when the page stops the token', async () => {
    const { widget, pay, log } = await typed();
    widget.element.addEventListener('before-tokenize', (event) => event.preventDefault());
    pay.click();
    await widget.events.times('state-change', 4);
    await widget.settled();
    expect(log.lines).to.deep.equal([
      'list state-change tokenizing, complete',
      'list before-tokenize 1001',
      'list state-change ready, complete',
    ]);
  });
});

describe('the events of a list that has a token', () => {
  it('when another row is chosen: token, state, choice, all in the turn of the click; the focus is on the radio', async () => {
    const { widget, log } = await tokenized();
    log.during(() => {
      widget.radios[1]?.focus();
      widget.radios[1]?.click();
    });
    await widget.ready();
    expect(log.lines).to.deep.equal([
      'list token-invalidated of 1001: selection',
      'list state-change ready',
      'list card-selected 1002',
      TURN,
    ]);
    expectFocus(widget.radios[1]);
  });

  it('when a digit is deleted: token, state', async () => {
    const { widget, log } = await tokenized();
    await widget.standIn.clear('securityCode');
    await widget.settled();
    expect(log.lines).to.deep.equal([
      'list token-invalidated of 1001: code',
      'list state-change ready, complete',
      'list state-change ready',
    ]);
    expectFocus(widget.frame);
  });

  it('when the payment is refused: token, state, in the turn of the report; the focus is in the code', async () => {
    const { widget, log } = await tokenized();
    log.during(() => widget.element.paymentResult(WRONG_CODE));
    await widget.ready();
    await widget.settled();
    expect(log.lines).to.deep.equal(['list token-invalidated of 1001: rejected', 'list state-change ready', TURN]);
    expectFocus(widget.frame);
  });

  it('when the payment is approved, and when another one is wanted', async () => {
    const { widget, log } = await tokenized();
    log.during(() => widget.element.paymentResult(APPROVED));
    await widget.settled();
    expect(log.lines).to.deep.equal(['list token-invalidated of 1001: submitted', 'list state-change paid', TURN]);
    log.forget();
    await widget.pressButton(esAr.anotherPayment);
    await widget.ready();
    await widget.settled();
    expect(log.lines).to.deep.equal(['list state-change ready']);
    expectFocus(widget.frame);
  });

  it('when it is reset: token, state, in the turn of reset(), and no choice', async () => {
    const { widget, log } = await tokenized();
    log.during(() => widget.element.reset());
    await widget.ready();
    expect(log.lines).to.deep.equal(['list token-invalidated of 1001: code', 'list state-change ready', TURN]);
  });

  it('when the page chooses another card: token, state, once it is rendered, and no choice', async () => {
    const { widget, log } = await tokenized();
    log.during(() => (widget.element.cardId = '1002'));
    await widget.settled();
    expect(log.lines).to.deep.equal([TURN, 'list token-invalidated of 1001: selection', 'list state-change ready']);
  });

  it('when the amount changes: token, state, once it is rendered', async () => {
    const { widget, log } = await tokenized();
    log.during(() => (widget.element.amount = '10.00'));
    await widget.settled();
    expect(log.lines).to.deep.equal([
      TURN,
      'list token-invalidated of 1001: amount',
      'list state-change ready, complete',
    ]);
  });

  it('when its time is over: at the next tokenize(), before the next token is made', async () => {
    const { widget, log } = await tokenized();
    const { expiresAt } = await widget.element.tokenize();
    const clock = driveTime(Date.parse(expiresAt) + 1);
    const next = widget.element.tokenize();
    await clock.tickAsync(0);
    await next;
    expect(log.lines).to.deep.equal([
      'list token-invalidated of 1001: expired',
      'list state-change ready, complete',
      'list state-change tokenizing, complete',
      'list before-tokenize 1001',
      'list state-change tokenized, complete',
      'list token-ready 1001',
    ]);
  });
});

describe('the events of a removal of the chosen card', () => {
  it('are those of the removal, the token, the state and the choice; then DELETE with pagehide, and the shop’s answer', async () => {
    const shop = new ScriptedMerchant().status(204);
    const log = new EventLog();
    const { widget, pass } = await manage([visa, mastercard], shop, { mode: 'pay', removable: true });
    widget.element.fetch = log.fetch(shop);
    await widget.tokenize();
    log.forget();
    const button = widget.rowOf(1001).querySelector<HTMLButtonElement>('.actions button');
    log.during(() => button?.click());
    await pass(0);
    expect(log.lines).to.deep.equal([
      'list before-remove 1001',
      'list token-invalidated of 1001: selection',
      'list state-change ready',
      'list card-selected 1002',
      TURN,
    ]);
    expect(widget.focused?.textContent?.trim()).to.equal(esAr.undo);
    log.forget();
    log.during(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    await widget.events.times('card-removed');
    await pass(0);
    expect(log.lines).to.deep.equal(['DELETE /api/cards/1001', TURN, 'list card-removed 1001']);
    expect(widget.focusedRow).to.equal('1002');
  });

  it('that is undone: the choice of before, in the turn of the click; the focus is on its radio', async () => {
    const { widget, pass, remove } = await manage([visa, mastercard], undefined, { mode: 'pay', removable: true });
    await remove(NAMES.visa);
    await widget.ready();
    const log = new EventLog();
    log.during(() => widget.rowOf(1001).querySelector<HTMLButtonElement>('button')?.click());
    await pass(0);
    expect(log.lines).to.deep.equal(['list card-selected 1001', TURN]);
    expectFocus(widget.radios[0]);
  });
});
