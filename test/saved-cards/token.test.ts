import { expect } from '@open-wc/testing';
import { amex, mastercard, visa } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { CODE, mountReady } from '../support/saved-cards-harness.js';

describe('tokenize()', () => {
  it('gives the whole detail, and token-ready the same, once', async () => {
    const widget = await mountReady([visa, amex]);
    const detail = await widget.tokenize();
    const [token] = widget.standIn.tokens;
    expect(detail).to.deep.equal({
      token: token?.id,
      cardId: '1001',
      paymentMethodId: 'visa',
      paymentTypeId: 'credit_card',
      issuerId: '310',
      installments: 1,
      lastFourDigits: '3704',
      expiresAt: token?.date_due,
      saveCard: false,
    });
    expect(widget.events.of('token-ready')).to.deep.equal([detail]);
    expect(token?.card_id).to.equal('1001');
  });

  it('gives the same promise while a token is under way, and the same token until its attempt ends', async () => {
    const widget = await mountReady([visa]);
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    const first = widget.element.tokenize();
    expect(widget.element.tokenize()).to.equal(first);
    release();
    const { token } = await first;
    expect((await widget.element.tokenize()).token).to.equal(token);
    await widget.standIn.clear('securityCode');
    await widget.type('418');
    expect((await widget.element.tokenize()).token).not.to.equal(token);
    expect(widget.standIn.tokens).to.have.length(2);
  });

  it('reports each step of the state once, with its CSS state', async () => {
    const widget = await mountReady([visa]);
    await widget.type(CODE);
    widget.events.forget();
    const release = widget.standIn.hold('token');
    const token = widget.element.tokenize();
    await widget.settled();
    expect(widget.element.matches(':state(tokenizing)')).to.equal(true);
    release();
    await token;
    expect(widget.element.matches(':state(tokenized)')).to.equal(true);
    expect(widget.element.matches(':state(tokenizing)')).to.equal(false);
    expect(widget.events.of('state-change')).to.deep.equal([
      { state: 'tokenizing', complete: true },
      { state: 'tokenized', complete: true },
    ]);
    expect(widget.events.names).to.deep.equal(['state-change', 'state-change', 'token-ready']);
  });

  it('announces that it works, and nothing when it is done', async () => {
    const widget = await mountReady([visa]);
    const release = widget.standIn.hold('token');
    await widget.type(CODE);
    const token = widget.element.tokenize();
    await widget.settled();
    expect(widget.liveRegion).to.equal('Verificando tu tarjeta…');
    release();
    await token;
    await widget.settled();
    expect(widget.liveRegion).to.equal('');
  });

  const interruptions: [what: string, act: (widget: Awaited<ReturnType<typeof mountReady>>) => unknown][] = [
    ['another row is chosen', (widget) => widget.choose(1)],
    ['a digit is typed', (widget) => widget.standIn.clear('securityCode')],
    ['the page chooses another card', (widget) => (widget.element.cardId = '1002')],
    ['the page starts over', (widget) => widget.element.reset()],
    ['the list is loaded again', (widget) => widget.element.reload()],
    ['the page gives other cards', (widget) => (widget.element.cards = [mastercard])],
    ['the element leaves the page', (widget) => widget.element.remove()],
  ];
  for (const [what, act] of interruptions) {
    it(`is aborted at once when ${what}, and nothing of it is reported`, async () => {
      const widget = await mountReady([visa, mastercard]);
      const release = widget.standIn.hold('token');
      await widget.type(CODE);
      const aborted = widget.tokenError();
      await widget.standIn.focus('securityCode'); // by now the request is in the frame
      await act(widget);
      expect((await aborted).code).to.equal('aborted');
      release();
      await widget.settled();
      expect(widget.events.of('token-ready')).to.deep.equal([]);
      expect(widget.events.of('card-error')).to.deep.equal([]);
      expect(widget.element.state).not.to.equal('tokenized');
    });
  }

  it('makes the next token for the row that was chosen meanwhile', async () => {
    const widget = await mountReady([visa, mastercard]);
    widget.standIn.nextToken = 'never-answers';
    await widget.type(CODE);
    const aborted = widget.tokenError();
    await widget.settled();
    await widget.choose(1);
    await aborted;
    const { cardId } = await widget.tokenize('418');
    expect(cardId).to.equal('1002');
    expect(widget.standIn.tokens).to.have.length(1);
  });

  it('waits for a list that is still loading, and for a frame that is not ready', async () => {
    const widget = await mountReady([visa, mastercard]);
    widget.element.reload();
    const tooEarly = widget.tokenError();
    expect((await tooEarly).code).to.equal('code-incomplete');
    expect(widget.standIn.callsOf('fields.createCardToken')).to.deep.equal([]);
  });

  it('is refused without a card, and without a whole code', async () => {
    const widget = await mountReady([visa]);
    await widget.expectTokenError('code-incomplete');
    await widget.type('73');
    await widget.expectTokenError('code-incomplete');
    widget.element.cardId = null;
    await widget.settled();
    await widget.expectTokenError('code-incomplete');
    expect(widget.notice).to.equal(esAr.chooseCard);
    expect(widget.liveRegion).to.equal(esAr.chooseCard);
    await widget.expectAccessible();
    await widget.choose(0);
    expect(widget.liveRegion).to.equal('');
  });
});

describe('a token that was handed out', () => {
  const invalidations: [reason: string, act: (widget: Awaited<ReturnType<typeof mountReady>>) => unknown][] = [
    ['selection', (widget) => widget.choose(1)],
    ['code', (widget) => widget.standIn.clear('securityCode')],
    ['code', (widget) => widget.element.reset()],
    ['selection', (widget) => widget.element.reload()],
  ];
  for (const [reason, act] of invalidations) {
    it(`is void after ${String(act).replace(/^.*=> (widget\.)?/, '')}: reported once, with the reason ${reason}`, async () => {
      const widget = await mountReady([visa, mastercard]);
      await widget.tokenize();
      await act(widget);
      await widget.settled();
      expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason }]);
      expect(widget.element.state).to.equal('ready');
    });
  }

  it('stays valid while the code field only gets and loses focus', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.tokenize();
    await widget.standIn.blur('securityCode');
    widget.standIn.emit('securityCode', 'change'); // some builds repeat it on blur
    await widget.standIn.focus('securityCode');
    await widget.choose(0);
    await widget.settled();
    expect(widget.events.of('token-invalidated')).to.deep.equal([]);
    expect(widget.element.state).to.equal('tokenized');
  });
});
