import { expect, nextFrame } from '@open-wc/testing';
import type { BeforeTokenizeEvent } from '../../src/elements.js';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { CODE, mountReady, type SavedCards } from '../support/saved-cards-harness.js';

const before = ({ element }: SavedCards, act: (event: BeforeTokenizeEvent) => void) =>
  element.addEventListener('before-tokenize', act);

describe('before-tokenize', () => {
  it('names the card and comes before the token', async () => {
    const widget = await mountReady([visa]);
    const received: unknown[] = [];
    before(widget, ({ detail, bubbles, composed, cancelable }) => {
      received.push(detail, bubbles, composed, cancelable, widget.standIn.tokens.length);
    });
    await widget.tokenize();
    expect(received).to.deep.equal([{ cardId: '1001' }, true, true, true, 0]);
  });

  it('waits for what the page has to do first', async () => {
    const widget = await mountReady([visa]);
    let release = () => {};
    before(widget, (event) => event.waitUntil(new Promise<void>((resolve) => (release = resolve))));
    await widget.type(CODE);
    const token = widget.element.tokenize();
    await widget.settled();
    expect(widget.element.state).to.equal('tokenizing');
    expect(widget.standIn.callsOf('fields.createCardToken')).to.have.length(0);
    release();
    expect((await token).cardId).to.equal('1001');
  });

  it('makes no token of the code of another card that is chosen while the page has something to do', async () => {
    const widget = await mountReady([visa, mastercard]);
    let release = () => {};
    before(widget, (event) => event.waitUntil(new Promise<void>((resolve) => (release = resolve))));
    await widget.type(CODE);
    const aborted = widget.tokenError();
    await widget.settled();
    await widget.choose(1);
    await widget.standIn.ready('securityCode');
    await widget.type('456');
    expect((await aborted).code).to.equal('aborted');
    release();
    await nextFrame(); // by now a request would be on its way
    expect(widget.standIn.callsOf('fields.createCardToken')).to.be.empty;
  });

  const stops: [what: string, act: (event: BeforeTokenizeEvent) => void][] = [
    ['prevented', (event) => event.preventDefault()],
    ['waited for, and rejected', (event) => event.waitUntil(Promise.reject(new Error('out of stock')))],
  ];
  for (const [what, act] of stops) {
    it(`stops the token when it is ${what}, without a message to the shopper`, async () => {
      const widget = await mountReady([visa]);
      before(widget, act);
      await widget.type(CODE);
      await widget.expectTokenError('aborted');
      expect(widget.element.state).to.equal('ready');
      expect(widget.notice).to.equal('');
      expect(widget.events.of('card-error')).to.deep.equal([]);
      expect(widget.standIn.tokens).to.have.length(0);
    });
  }

  it('stops the submit of the form, and the next one may pay', async () => {
    const page = await readyCheckout();
    const { widget, pay, submits } = page;
    const stop = (event: Event) => event.preventDefault();
    widget.element.addEventListener('before-tokenize', stop);
    await widget.type(CODE);
    pay.click();
    await page.rendered();
    expect(submits).to.have.length(0);
    widget.element.removeEventListener('before-tokenize', stop);
    pay.click();
    await widget.events.times('token-ready');
    await page.rendered();
    expect(submits).to.have.length(1);
  });
});
