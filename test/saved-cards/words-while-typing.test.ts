import { expect } from '@open-wc/testing';
import { en } from '../support/messages.js';
import { visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { EventLog } from '../support/event-log.js';
import { expectFocus } from '../support/focus.js';
import { CODE, mountReady, type SavedCards } from '../support/saved-cards-harness.js';

/** Everything that the live region says from now on. */
function spoken(widget: SavedCards): string[] {
  const said: string[] = [];
  const status = widget.part('status');
  if (!status) throw new Error('There is no live region');
  new MutationObserver(() => said.push(widget.liveRegion)).observe(status, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
}

const words: [what: string, change: (widget: SavedCards) => unknown, label: string][] = [
  ['another language', ({ element }) => (element.locale = 'en-US'), en.securityCode],
  ['other messages', ({ element }) => (element.messages = { securityCode: 'CVV' }), 'CVV'],
];

describe('a list that gets', () => {
  for (const [what, change, label] of words) {
    it(`${what} while its code is typed keeps the digits, renames the frame and says nothing`, async () => {
      const widget = await mountReady([visa]);
      await widget.type('73');
      const [log, said, { mounts }] = [new EventLog(), spoken(widget), widget];
      change(widget);
      await widget.settled();
      expect([widget.codeInput.value, widget.mounts]).to.deep.equal(['73', mounts]);
      expect([widget.frame.title, widget.text('.field-label')]).to.deep.equal([label, label]);
      await widget.type('9');
      expect([widget.codeInput.value, widget.element.complete]).to.deep.equal([CODE, true]);
      expect(log.lines).to.deep.equal(['list state-change ready, complete']);
      expect(said).to.deep.equal([]);
    });

    it(`${what} while it has a token keeps it, without an event`, async () => {
      const { widget, form } = await readyCheckout();
      const { token } = await widget.tokenize();
      const log = new EventLog();
      change(widget);
      await widget.settled();
      expect(new FormData(form).get('token')).to.equal(token);
      expect(log.lines).to.deep.equal([]);
      expect((await widget.element.tokenize()).token).to.equal(token);
    });
  }

  it('another language after a refusal says it once, in that language, and moves no focus', async () => {
    const { widget, pay } = await readyCheckout();
    await widget.tokenize();
    widget.element.paymentResult({ status: 'rejected', status_detail: 'cc_rejected_insufficient_amount' });
    await widget.settled();
    await widget.ready();
    pay.focus();
    const said = spoken(widget);
    widget.element.locale = 'en-US';
    await widget.settled();
    await widget.ready();
    expect(widget.notice).to.equal('You haven’t been charged. Use another card or payment method.');
    expect(said).to.deep.equal([widget.liveRegion]);
    expect(widget.liveRegion).to.contain(widget.notice);
    expectFocus(pay);
  });
});
