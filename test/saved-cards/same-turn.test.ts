import { aTimeout, expect } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout, type Checkout } from '../support/checkout.js';
import { EventLog } from '../support/event-log.js';
import { nextKey } from '../support/saved-cards-harness.js';

const REFUSED = { status: 'rejected', status_detail: 'cc_rejected_insufficient_amount' };

/** A checkout with a token, on a page that posts by itself. */
async function tokenized(): Promise<Checkout & { log: EventLog; token: string }> {
  const page = await readyCheckout();
  page.form.addEventListener('submit', (event) => event.preventDefault());
  const { token } = await page.widget.tokenize();
  return Object.assign(page, { token, log: new EventLog() });
}

const MADE = [
  'list state-change tokenizing, complete',
  'list before-tokenize 1001',
  'list state-change tokenized, complete',
  'list token-ready 1001',
  'submit with token',
];

describe('a press on Pay in the turn in which the page', () => {
  it('sets another amount posts a new token', async () => {
    const { widget, pay, submits, log, token } = await tokenized();
    widget.element.amount = '10.00';
    pay.click();
    await widget.events.submitted();
    expect(log.lines).to.deep.equal([
      'list token-invalidated of 1001: amount',
      'list state-change ready, complete',
      ...MADE,
    ]);
    expect(submits[0]?.['token']).to.equal(widget.standIn.tokens[1]?.id);
    expect(submits[0]?.['token']).not.to.equal(token);
  });

  it('sets a name posts the token under it', async () => {
    const { widget, pay, submits, token } = await tokenized();
    widget.element.name = 'card';
    pay.click();
    await widget.events.submitted();
    expect(submits[0]).to.include({ 'card[token]': token });
    expect(submits[0]).not.to.have.property('token');
  });

  it('sets another language posts the token', async () => {
    const { widget, pay, submits, token, log } = await tokenized();
    widget.element.locale = 'pt-BR';
    pay.click();
    await widget.events.submitted();
    expect(submits[0]).to.include({ token });
    expect(log.lines).to.deep.equal(['submit with token']);
  });

  const ends: [what: string, reason: string, act: (page: Checkout) => unknown][] = [
    ['chooses another card', 'selection', ({ widget }) => (widget.element.cardId = '1002')],
    ['sets other cards', 'selection', ({ widget }) => (widget.element.cards = [mastercard])],
    ['sets another public key', 'code', ({ widget }) => (widget.element.publicKey = nextKey())],
    ['resets the list', 'code', ({ widget }) => widget.element.reset()],
    ['reports a refusal', 'rejected', ({ widget }) => widget.element.paymentResult(REFUSED)],
  ];
  for (const [what, reason, act] of ends) {
    it(`${what} posts nothing: the code is missing`, async () => {
      const page = await tokenized();
      const { widget, pay, submits, log } = page;
      act(page);
      pay.click();
      await widget.events.times('card-error');
      await aTimeout(0); // a submit would follow by now
      expect(log.lines.filter((line) => !/state-change|cards-ready/.test(line))).to.deep.equal([
        `list token-invalidated of 1001: ${reason}`,
        `list before-tokenize ${widget.element.cardId}`,
        'list card-error code-incomplete (token)',
      ]);
      expect(submits).to.be.empty;
      expect(widget.standIn.tokens).to.have.length(1);
    });
  }

  const without: [what: string, act: (page: Checkout) => unknown][] = [
    ['disables the list', ({ widget }) => (widget.element.disabled = true)],
    ['turns it into one to manage cards', ({ widget }) => (widget.element.mode = 'manage')],
    ['hides it', ({ widget }) => (widget.element.hidden = true)],
  ];
  for (const [what, act] of without) {
    it(`${what} and submits by itself posts no token`, async () => {
      const page = await tokenized();
      act(page);
      page.form.requestSubmit();
      await page.widget.events.submitted();
      expect(page.submits[0]).not.to.have.property('token');
    });

    it(`${what} posts no token`, async () => {
      const page = await tokenized();
      act(page);
      page.pay.click();
      await page.widget.events.submitted();
      expect(page.submits[0]).not.to.have.property('token');
    });
  }

  it('enables the list again makes its token first', async () => {
    const page = await tokenized();
    page.widget.element.disabled = true;
    await page.widget.settled();
    page.widget.element.disabled = false;
    page.pay.click();
    await page.widget.events.submitted();
    expect(page.submits[0]).to.have.property('token');
  });

  it('takes back what it has set posts the token', async () => {
    const { widget, pay, submits, token, log } = await tokenized();
    widget.element.cardId = '1002';
    widget.element.cardId = '1001';
    widget.element.cards = structuredClone([visa, mastercard]);
    pay.click();
    await widget.events.submitted();
    expect(log.lines).to.deep.equal(['submit with token']);
    expect(submits[0]).to.include({ token });
  });
});
