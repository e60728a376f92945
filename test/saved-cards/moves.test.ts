import { aTimeout, expect, html } from '@open-wc/testing';
import { esAr } from '../support/messages.js';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { EventLog } from '../support/event-log.js';
import { manage, NAMES } from '../support/manage.js';
import { afterTest, CODE, mount, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const DELETE_VISA = 'DELETE /api/cards/1001';

/** Another place in the page. */
function place(): HTMLElement {
  const elsewhere = document.createElement('div');
  document.body.append(elsewhere);
  afterTest(() => elsewhere.remove());
  return elsewhere;
}

/** A frame that is moved loads its page again. */
const frameLoaded = ({ frame }: SavedCards) =>
  new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));

const tokenIn = (form: HTMLFormElement) => new FormData(form).get('token');

describe('a list that has a token', () => {
  it('keeps it, without an event, when it is moved within its form', async () => {
    const { widget, form, pay, submits } = await readyCheckout();
    const { token } = await widget.tokenize();
    const log = new EventLog();
    form.append(widget.element);
    await frameLoaded(widget);
    await widget.settled();
    expect(log.lines).to.deep.equal([]);
    expect(widget.snapshot).to.deep.equal({ state: 'tokenized', complete: true, cardId: '1001' });
    pay.click();
    await widget.events.submitted();
    expect(submits[0]).to.include({ token });
  });

  it('takes it out of the form while it is away, and back', async () => {
    const { widget, form } = await readyCheckout();
    const { token } = await widget.tokenize();
    const log = new EventLog();
    const parent = widget.element.parentElement;
    widget.element.remove();
    expect(tokenIn(form)).to.equal(null);
    parent?.append(widget.element);
    expect(tokenIn(form)).to.equal(token);
    widget.element.remove();
    await aTimeout(0);
    expect(widget.standIn.fields).to.be.empty;
    expect(tokenIn(form)).to.equal(null);
    parent?.append(widget.element);
    expect(tokenIn(form)).to.equal(token);
    await widget.ready();
    expect(log.lines).to.deep.equal([]);
    expect((await widget.element.tokenize()).token).to.equal(token);
  });
});

describe('a token that is being made', () => {
  it('is given up when the list leaves the page; once it is back another one can be made', async () => {
    const { widget, form } = await readyCheckout();
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    const failed = widget.tokenError();
    await widget.settled();
    const parent = widget.element.parentElement;
    widget.element.remove();
    await aTimeout(0);
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: '1001' });
    parent?.append(widget.element);
    release();
    expect((await failed).code).to.equal('aborted');
    await widget.ready();
    expect([tokenIn(form), widget.codeInput.value]).to.deep.equal([null, '']);
    expect(widget.events.of('token-ready')).to.be.empty;
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('is given up in the same way while the field of its code is on its way', async () => {
    let release = () => {};
    const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`, {
      before: (standIn) => (release = standIn.hold('ready')),
    });
    await widget.settled();
    const failed = widget.tokenError();
    await widget.settled();
    expect(widget.element.state).to.equal('tokenizing');
    const parent = widget.element.parentElement;
    widget.element.remove();
    expect((await failed).code).to.equal('aborted');
    expect(widget.element.state).to.equal('ready');
    parent?.append(widget.element);
    release();
    await widget.ready();
    expect(widget.events.of('card-error')).to.be.empty;
  });

  it('is given up when the list is moved, since its frame is loaded again; the shopper is asked for the code', async () => {
    const { widget, form } = await readyCheckout();
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    const log = new EventLog();
    const failed = widget.tokenError();
    await widget.settled();
    form.append(widget.element);
    await frameLoaded(widget);
    release();
    expect((await failed).code).to.equal('field-lost');
    await widget.ready();
    expect(log.lines).to.deep.equal([
      'list state-change tokenizing, complete',
      'list before-tokenize 1001',
      'list state-change ready',
      'list card-error field-lost (token)',
    ]);
    expect(tokenIn(form)).to.equal(null);
  });

  it('for a submit posts nothing when the list leaves the page, and the next press pays once it is back', async () => {
    const { widget, pay, submits } = await readyCheckout();
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    pay.click();
    await widget.settled();
    const parent = widget.element.parentElement;
    widget.element.remove();
    await aTimeout(0);
    release();
    await aTimeout(0);
    expect(submits).to.be.empty;
    parent?.append(widget.element);
    await widget.ready();
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    expect(submits).to.have.length(1);
    expect(submits[0]).to.include({ token: widget.standIn.tokens.at(-1)?.id });
  });
});

describe('a removal that waits', () => {
  const paying = () => manage([visa, mastercard], undefined, { mode: 'pay', removable: true });

  it('can be undone after the list was moved', async () => {
    const { widget, shop, remove, undo, pass } = await paying();
    await remove(NAMES.visa);
    place().append(widget.element);
    await pass(0);
    await widget.ready();
    expect(widget.buttons(1001)).to.deep.equal([esAr.undo]);
    await undo();
    await pass(60_000);
    expect(shop.log).to.deep.equal([]);
    expect([widget.checked, widget.focusedRow]).to.deep.equal(['1001', '1001']);
  });

  const ways: [what: string, act: (widget: SavedCards) => void][] = [
    ['was moved', ({ element }) => place().append(element)],
    ['leaves the page', ({ element }) => element.remove()],
  ];
  for (const [what, act] of ways) {
    it(`is sent by pagehide, once, in the turn in which the list ${what}`, async () => {
      const { widget, shop, remove, pass } = await paying();
      await remove(NAMES.visa);
      await pass(0);
      act(widget);
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(shop.log).to.deep.equal([DELETE_VISA]);
      await pass(60_000);
      expect(shop.log).to.have.length(1);
    });
  }

  it('is over when the list comes back: the card is gone, another one can be paid with', async () => {
    const { widget, shop, remove, pass } = await paying();
    await remove(NAMES.visa);
    const parent = widget.element.parentElement;
    widget.element.remove();
    await pass(0);
    parent?.append(widget.element);
    await pass(0);
    await widget.ready();
    expect(shop.log).to.deep.equal([DELETE_VISA]);
    expect([widget.rowIds, widget.checked]).to.deep.equal([['1002'], '1002']);
    expect((await widget.tokenize()).cardId).to.equal('1002');
  });
});

describe('two lists of one form, one of which is moved', () => {
  const list = (name: string, key: string) =>
    html`<mp-saved-cards id=${name} name=${name} locale="es-AR" public-key=${key} .cards=${[visa]}></mp-saved-cards>`;

  async function pair(): Promise<{ one: SavedCards; two: SavedCards; posted: string[][]; pay: () => void }> {
    const key = nextKey();
    const one = await ready(html`
      <div>
        <form id="checkout" method="post">${list('one', key)}${list('two', key)}<button>Pay</button></form>
        <form id="other" method="post"></form>
      </div>
    `);
    const form = one.page.querySelector('form')!;
    const posted: string[][] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      posted.push([...new FormData(form).keys()].filter((name) => name.endsWith('[token]')));
    });
    return { one, two: one.beside('#two'), posted, pay: () => form.querySelector('button')?.click() };
  }

  it('is paid without the one that went to another form', async () => {
    const { one, two, posted, pay } = await pair();
    await one.tokenize();
    one.page.querySelector('#other')?.append(two.element);
    pay();
    await one.events.submitted();
    expect(posted).to.deep.equal([['one[token]']]);
    expect(two.element.state).to.equal('ready');
  });

  it('is paid with both, in the order of the page, when the other one comes back with its token', async () => {
    const { one, two, posted, pay } = await pair();
    const { token } = await one.tokenize();
    pay();
    await one.events.times('card-error'); // the code of the second list is missing
    await two.ready();
    await two.tokenize('418');
    one.page.querySelector('#other')?.append(two.element);
    await two.settled();
    one.element.before(two.element);
    pay();
    await one.events.submitted();
    expect(posted).to.deep.equal([['two[token]', 'one[token]']]);
    expect((await one.element.tokenize()).token).to.equal(token);
    expect(one.standIn.tokens).to.have.length(2);
  });
});
