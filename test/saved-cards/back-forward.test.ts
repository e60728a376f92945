import { expect } from '@open-wc/testing';
import { esAr } from '../support/messages.js';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { EventLog, TURN } from '../support/event-log.js';
import { expectFocus } from '../support/focus.js';
import { manage, NAMES } from '../support/manage.js';
import { CODE } from '../support/saved-cards-harness.js';

const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = (persisted = true) => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

describe('a list whose page is left and shown again', () => {
  it('has given up its token: token, state, in that turn; no focus moves', async () => {
    const { widget, form, pay } = await readyCheckout();
    await widget.tokenize();
    pay.focus();
    const log = new EventLog();
    leave();
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    log.during(comeBack);
    await widget.ready();
    expect(log.lines).to.deep.equal(['list token-invalidated of 1001: code', 'list state-change ready', TURN]);
    expect(widget.codeInput.value).to.equal('');
    expectFocus(pay);
  });

  it('has its token where the page was not kept', async () => {
    const { widget, form } = await readyCheckout();
    const { token } = await widget.tokenize();
    const log = new EventLog();
    leave();
    comeBack(false);
    expect(new FormData(form).get('token')).to.equal(token);
    expect(log.lines).to.deep.equal([]);
  });

  it('gives up the token that is being made', async () => {
    const { widget, form } = await readyCheckout();
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    const log = new EventLog();
    const failed = widget.tokenError();
    await widget.settled();
    leave();
    comeBack();
    release();
    expect((await failed).code).to.equal('aborted');
    await widget.ready();
    expect(log.lines).to.deep.equal([
      'list state-change tokenizing, complete',
      'list before-tokenize 1001',
      'list state-change ready',
    ]);
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });

  it('has sent the removal that waited, and shows the card no more', async () => {
    const { widget, shop, remove, pass } = await manage([visa, mastercard], undefined, {
      mode: 'pay',
      removable: true,
    });
    await remove(NAMES.visa);
    await pass(0);
    leave();
    expect(shop.log).to.deep.equal(['DELETE /api/cards/1001']);
    comeBack();
    await widget.events.times('card-removed');
    await pass(60_000);
    expect(shop.log).to.have.length(1);
    expect([widget.rowIds, widget.checked]).to.deep.equal([['1002'], '1002']);
    expect(widget.buttons()).not.to.include(esAr.undo);
  });

  it('is paid as before, and announces nothing', async () => {
    const { widget } = await readyCheckout();
    await widget.tokenize();
    widget.element.paymentResult({ status: 'approved', status_detail: 'accredited' });
    await widget.settled();
    const log = new EventLog();
    leave();
    comeBack();
    await widget.settled();
    expect(log.lines).to.deep.equal([]);
    expect([widget.element.state, widget.standIn.fields.length]).to.deep.equal(['paid', 0]);
  });
});
