import { expect } from '@open-wc/testing';
import { esAr } from '../support/messages.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { EventLog } from '../support/event-log.js';
import { manage, NAMES } from '../support/manage.js';
import { CODE, mountReady, type SavedCards } from '../support/saved-cards-harness.js';

const APPROVED = { status: 'approved', status_detail: 'accredited' };
const REFUSED = { status: 'rejected', status_detail: 'cc_rejected_insufficient_amount' };

/** A list with a token, and what happens from then on. */
async function tokenized(): Promise<{ widget: SavedCards; log: EventLog }> {
  const widget = await mountReady([visa, mastercard, amex]);
  await widget.tokenize();
  return { widget, log: new EventLog() };
}

describe('a listener of state-change', () => {
  const listen = ({ element }: SavedCards, wanted: string, act: () => void) =>
    element.addEventListener('state-change', ({ detail: { state } }) => {
      if (state === wanted) act();
    });

  it('that asks for a token while one is made gets the same one', async () => {
    const widget = await mountReady([visa]);
    await widget.type(CODE);
    let asks = 0;
    widget.element.addEventListener('before-tokenize', () => asks++);
    const asked: Promise<unknown>[] = [];
    listen(widget, 'tokenizing', () => asked.push(widget.element.tokenize()));
    const detail = await widget.element.tokenize();
    expect([asked.length, await asked[0]]).to.deep.equal([1, detail]);
    expect([asks, widget.standIn.tokens.length]).to.deep.equal([1, 1]);
  });

  it('that resets as soon as the token is there keeps the page from getting it', async () => {
    const widget = await mountReady([visa]);
    await widget.type(CODE);
    listen(widget, 'tokenized', () => widget.element.reset());
    await widget.expectTokenError('aborted');
    expect(widget.events.of('token-ready')).to.be.empty;
    expect(widget.element.state).to.equal('ready');
  });
});

type Name = 'token-invalidated' | 'state-change' | 'card-selected';

/** The first event of that name is answered by an act. */
const answer = ({ element }: SavedCards, name: Name, act: () => unknown): void =>
  element.addEventListener(name, () => void act(), { once: true });

const CHOSEN = ['list token-invalidated of 1001: selection', 'list state-change ready', 'list card-selected 1002'];

describe('a listener of a page', () => {
  for (const name of ['token-invalidated', 'state-change', 'card-selected'] as Name[]) {
    it(`of ${name} that sets an amount changes nothing of the choice, which is announced once`, async () => {
      const { widget, log } = await tokenized();
      answer(widget, name, () => (widget.element.amount = '10.00'));
      widget.radios[1]?.click();
      await widget.ready();
      expect(log.lines).to.deep.equal(CHOSEN);
      expect([widget.checked, widget.element.cardId]).to.deep.equal(['1002', '1002']);
    });

    it(`of ${name} that asks for a token gets one of the card that is chosen by then`, async () => {
      const { widget, log } = await tokenized();
      const asked: Promise<string>[] = [];
      answer(widget, name, () => asked.push(widget.tokenError().then(({ code }) => code)));
      widget.radios[1]?.click();
      await widget.ready();
      expect(await asked[0]).to.equal('code-incomplete');
      expect(log.lines).to.deep.equal([
        ...CHOSEN,
        'list state-change tokenizing',
        'list before-tokenize 1002',
        'list state-change ready',
        'list card-error code-incomplete (token)',
      ]);
    });

    it(`of ${name} that reports a refusal of the attempt that has ended changes nothing`, async () => {
      const { widget, log } = await tokenized();
      answer(widget, name, () => widget.element.paymentResult(REFUSED));
      widget.radios[1]?.click();
      await widget.ready();
      expect(log.lines).to.deep.equal(CHOSEN);
      expect(widget.notice).to.equal('');
    });
  }

  for (const name of ['token-invalidated', 'state-change', 'card-selected'] as Name[]) {
    it(`of ${name} that resets the list leaves the chosen card the one whose radio is checked`, async () => {
      const { widget } = await tokenized();
      answer(widget, name, () => widget.element.reset());
      widget.radios[1]?.click();
      await widget.ready();
      expect([widget.checked, widget.element.cardId]).to.deep.equal(['1001', '1001']);
    });

    it(`of ${name} that clicks another row gets both choices, once each`, async () => {
      const { widget, log } = await tokenized();
      answer(widget, name, () => widget.radios[2]?.click());
      widget.radios[1]?.click();
      await widget.ready();
      const choices = log.lines.filter((line) => line.includes('card-selected'));
      expect(choices).to.deep.equal(['list card-selected 1002', 'list card-selected 1003']);
      expect([widget.checked, widget.element.cardId]).to.deep.equal(['1003', '1003']);
    });

    it(`of ${name} that sets card-id has its card chosen`, async () => {
      const { widget } = await tokenized();
      answer(widget, name, () => (widget.element.cardId = '1003'));
      widget.radios[1]?.click();
      await widget.ready();
      expect([widget.checked, widget.element.cardId]).to.deep.equal(['1003', '1003']);
    });

    it(`of ${name} that reports an approved payment leaves the list in one state`, async () => {
      const { widget } = await tokenized();
      answer(widget, name, () => widget.element.paymentResult(APPROVED));
      widget.radios[1]?.click();
      await widget.settled();
      const states = ['loading', 'empty', 'ready', 'tokenizing', 'tokenized', 'paid', 'error'];
      expect(states.filter((state) => widget.element.matches(`:state(${state})`))).to.deep.equal(['paid']);
      expect(widget.element.state).to.equal('paid');
    });
  }

  it('of card-selected that clicks another row has both choices announced, in order', async () => {
    const { widget, log } = await tokenized();
    answer(widget, 'card-selected', () => widget.radios[2]?.click());
    widget.radios[1]?.click();
    await widget.ready();
    expect(log.lines).to.deep.equal([...CHOSEN, 'list card-selected 1003']);
    expect([widget.checked, widget.element.cardId]).to.deep.equal(['1003', '1003']);
    expect((await widget.tokenize('7391')).cardId).to.equal('1003');
  });

  for (const name of ['state-change', 'card-selected'] as Name[]) {
    it(`of ${name} that reports an approved payment has it announced after the choice`, async () => {
      const { widget, log } = await tokenized();
      answer(widget, name, () => widget.element.paymentResult(APPROVED));
      widget.radios[1]?.click();
      await widget.settled();
      expect(log.lines.filter((line) => !line.includes('card-selected'))).to.deep.equal([
        'list token-invalidated of 1001: selection',
        'list state-change ready',
        'list state-change paid',
      ]);
      expect(widget.element.matches(':state(paid):not(:state(ready))')).to.equal(true);
      expect(widget.events.of('card-selected')).to.have.length(1);
    });
  }

  for (const name of ['token-invalidated', 'state-change'] as Name[]) {
    it(`of ${name} that chooses another card by cardId, when the code is deleted, gets that card`, async () => {
      const { widget, log } = await tokenized();
      answer(widget, name, () => (widget.element.cardId = '1003'));
      await widget.standIn.clear('securityCode');
      await widget.ready();
      expect(log.lines).to.deep.equal([
        'list token-invalidated of 1001: code',
        'list state-change ready, complete',
        'list state-change ready',
      ]);
      expect([widget.checked, widget.element.cardId, widget.codeInput.value]).to.deep.equal(['1003', '1003', '']);
    });

    it(`of ${name} that chooses another card by cardId, at a refusal, gets that card`, async () => {
      const { widget, log } = await tokenized();
      answer(widget, name, () => (widget.element.cardId = '1003'));
      widget.element.paymentResult(REFUSED);
      await widget.settled();
      await widget.ready();
      expect(log.lines).to.deep.equal(['list token-invalidated of 1001: rejected', 'list state-change ready']);
      expect([widget.checked, widget.notice]).to.deep.equal(['1003', '']);
    });
  }

  it('of state-change that clicks another row, when the code is deleted, has the choice announced after it', async () => {
    const { widget, log } = await tokenized();
    answer(widget, 'state-change', () => widget.radios[1]?.click());
    await widget.standIn.clear('securityCode');
    await widget.ready();
    expect(log.lines).to.deep.equal([
      'list token-invalidated of 1001: code',
      'list state-change ready, complete',
      'list state-change ready',
      'list card-selected 1002',
    ]);
    expect([widget.checked, widget.codeInput.value]).to.deep.equal(['1002', '']);
  });

  it('of state-change that resets the list, at a refusal, ends what was said of it', async () => {
    const { widget, log } = await tokenized();
    answer(widget, 'state-change', () => widget.element.reset());
    widget.element.paymentResult(REFUSED);
    await widget.settled();
    await widget.ready();
    expect(log.lines).to.deep.equal(['list token-invalidated of 1001: rejected', 'list state-change ready']);
    expect(widget.notice).to.equal('');
  });

  it('of token-invalidated finds state and form as they are after the change', async () => {
    const { widget, form } = await readyCheckout();
    await widget.tokenize();
    const found: unknown[] = [];
    answer(widget, 'token-invalidated', () => found.push(widget.snapshot, [...new FormData(form).keys()]));
    widget.radios[1]?.click();
    expect(found).to.deep.equal([{ state: 'ready', complete: false, cardId: '1002' }, []]);
  });

  it('of token-ready finds the token in the form, and the state announced before', async () => {
    const { widget, form } = await readyCheckout();
    const found: unknown[] = [];
    widget.element.addEventListener('token-ready', ({ detail }) =>
      found.push(new FormData(form).get('token') === detail.token, widget.element.matches(':state(tokenized)')),
    );
    await widget.tokenize();
    expect(found).to.deep.equal([true, true]);
  });

  it('of token-ready that reports the outcome of a submit lets nothing be posted', async () => {
    const { widget, pay, submits } = await readyCheckout();
    const log = new EventLog();
    widget.element.addEventListener('token-ready', () => widget.element.paymentResult(REFUSED));
    await widget.type(CODE);
    log.forget();
    pay.click();
    await widget.events.times('token-invalidated');
    await widget.ready();
    expect(log.lines.slice(-4)).to.deep.equal([
      'list token-ready 1001',
      'list token-invalidated of 1001: rejected',
      'list state-change ready',
      'list card-error aborted (token)',
    ]);
    expect(submits).to.deep.equal([]);
  });

  it('of before-remove that chooses another card keeps that choice', async () => {
    const { widget, remove } = await manage([visa, mastercard, amex], undefined, { mode: 'pay', removable: true });
    await widget.tokenize();
    const log = new EventLog();
    widget.element.addEventListener('before-remove', () => widget.radios[2]?.click());
    await remove(NAMES.visa);
    expect(log.lines).to.deep.equal([
      'list before-remove 1001',
      'list token-invalidated of 1001: selection',
      'list state-change ready',
      'list card-selected 1003',
    ]);
    expect([widget.checked, widget.buttons(1001)]).to.deep.equal(['1003', [esAr.undo]]);
  });

  it('of card-removed that reloads the list asks once', async () => {
    const { widget, shop, remove, pass } = await manage([visa, mastercard]);
    shop.cards([mastercard]);
    widget.element.addEventListener('card-removed', () => widget.element.reload());
    await remove(NAMES.visa);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await pass(0);
    await widget.events.times('cards-ready', 2);
    expect(shop.log).to.deep.equal(['DELETE /api/cards/1001', 'GET /api/cards']);
    expect(widget.rowIds).to.deep.equal(['1002']);
  });
});
