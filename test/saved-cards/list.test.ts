import { expect, html } from '@open-wc/testing';
import { amex, expired, mastercard, visa } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { mount, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const customer = { default_card: '1002', cards: [visa, mastercard, expired] };

const codes = (widget: SavedCards) =>
  widget.events.of<{ error: { code: string } }>('card-error').map(({ error }) => error.code);

describe('the list given as cards', () => {
  it('shows one row for each card, spoken whole', async () => {
    const { rows, checked } = await mountReady([visa, amex]);
    expect(rows).to.deep.equal([
      'Visa terminada en 3704 Banco Vence 11/99',
      'American Express terminada en 7522 Banco Vence 11/99',
    ]);
    expect(checked).to.equal('1001');
  });

  it('shows a customer object with the default card first, marked and chosen', async () => {
    const { rows, checked, element } = await mountReady(customer as never);
    expect(rows[0]).to.equal('Mastercard terminada en 0604 Banco Vence 11/99 Principal');
    expect(rows).to.have.length(3);
    expect(checked).to.equal('1002');
    expect(element.cardId).to.equal('1002');
  });

  it('reads the same from a JSON attribute', async () => {
    const { rows } = await ready(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} cards=${JSON.stringify(customer)}></mp-saved-cards>`,
    );
    expect(rows).to.have.length(3);
  });

  it('reads the same from a property that a framework sets to the text of the attribute', async () => {
    const { rows, element } = await mountReady(JSON.stringify(customer) as never);
    expect(rows).to.have.length(3);
    expect(element.cards).to.deep.equal(customer);
  });

  it('says in the row that a card has expired', async () => {
    const { rows } = await mountReady([visa, expired]);
    expect(rows[1]).to.equal('Mastercard Débito terminada en 3304 Banco Venció en 08/20');
  });

  it('shows a card without an expiry date, and pays with it', async () => {
    const widget = await mountReady([{ ...visa, expiration_month: null, expiration_year: undefined }]);
    expect(widget.rows).to.deep.equal(['Visa terminada en 3704 Banco']);
    expect((await widget.tokenize()).cardId).to.equal(visa.id);
  });

  it('leaves out a card that cannot be shown, with one warning', async () => {
    const { rows, log } = await mountReady([visa, { id: '1' }, { nothing: true }]);
    expect(rows).to.have.length(1);
    expect(log.of('warn').filter((line) => line.startsWith('mp-saved-cards'))).to.have.length(1);
  });

  for (const none of ['[]', 'null', '{"cards":null}', '{"cards":{}}']) {
    it(`says so when there are none: ${none}`, async () => {
      const widget = await mount(
        html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} cards=${none}></mp-saved-cards>`,
      );
      await widget.events.times('cards-ready');
      expect(widget.element.state).to.equal('empty');
      expect(widget.text('.message')).to.equal(esAr.empty);
      expect(widget.events.of('cards-ready')).to.deep.equal([{ cards: [], cardId: null }]);
    });
  }

  for (const attribute of ['[{', '{"cards":"none"}', '7']) {
    it(`is a protocol error when the attribute is ${attribute}`, async () => {
      const widget = await mount(
        html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} cards=${attribute}></mp-saved-cards>`,
      );
      expect(widget.element.state).to.equal('error');
      expect(codes(widget)).to.deep.equal(['protocol']);
      expect(widget.text('[part=notice] .title')).to.equal(esAr.listFailed);
    });
  }

  it('is a configuration error when there is neither endpoint nor cards, and names both to the developer', async () => {
    const widget = await mount(html`<mp-saved-cards public-key=${nextKey()}></mp-saved-cards>`);
    expect(widget.element.state).to.equal('error');
    expect(codes(widget)).to.deep.equal(['configuration']);
    expect(widget.log.of('error').join()).to.contain('"endpoint"').and.to.contain('"cards"');
  });

  it('is reported once, with the chosen card', async () => {
    const { events } = await mountReady([visa, amex]);
    expect(events.of('cards-ready')).to.have.length(1);
    expect(events.of('cards-ready')[0]).to.have.property('cardId', '1001');
    expect(events.of('card-selected')).to.deep.equal([]);
  });

  it('is shown again when the page gives another one', async () => {
    const widget = await mountReady([visa]);
    widget.element.cards = [amex, mastercard];
    await widget.events.times('cards-ready', 2);
    expect(widget.rows).to.have.length(2);
    expect(widget.element.cardId).to.equal('1003');
  });

  it('and what was typed for a card that stays is kept when the page gives another one', async () => {
    const widget = await mountReady([visa, mastercard, amex]);
    await widget.choose(1);
    await widget.type('73');
    const { codeInput } = widget;
    widget.element.cards = [amex, mastercard];
    await widget.events.times('cards-ready', 2);
    expect([widget.checked, widget.element.cardId]).to.deep.equal(['1002', '1002']);
    expect(widget.codeInput).to.equal(codeInput);
    expect(codeInput.value).to.equal('73');
  });

  it('and a token is kept when the page gives another one with its card', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.tokenize('739');
    widget.element.cards = [visa];
    await widget.events.times('cards-ready', 2);
    expect(widget.element.state).to.equal('tokenized');
    expect(widget.events.of('token-invalidated')).to.deep.equal([]);
  });

  it('asks for the code again when its card came back as another one', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.tokenize('739');
    widget.element.cards = [{ ...visa, expiration_year: 2098 }];
    await widget.events.times('cards-ready', 2);
    await widget.settled();
    await widget.standIn.ready('securityCode');
    expect([widget.checked, widget.codeInput.value, widget.element.state]).to.deep.equal(['1001', '', 'ready']);
  });

  it('leaves a reset to where the shopper began', async () => {
    const widget = await mount(
      html`<mp-saved-cards no-preselect public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>`,
    );
    await widget.events.times('cards-ready');
    await widget.choose(1);
    widget.element.cards = [mastercard, visa];
    await widget.events.times('cards-ready', 2);
    expect(widget.element.cardId).to.equal('1002');
    widget.element.reset();
    expect(widget.element.cardId).to.equal(null);
  });

  it('leaves the code that Mercado Pago asked for', async () => {
    const optional = { ...visa, security_code: { ...(visa.security_code as object), mode: 'optional' } };
    const widget = await mountReady([optional]);
    widget.element.paymentRejected('3031');
    await widget.settled();
    await widget.standIn.ready('securityCode');
    await widget.type('739');
    widget.element.cards = [optional, mastercard];
    await widget.events.times('cards-ready', 2);
    expect(widget.codeInput.value).to.equal('739');
    expect(widget.element.selectedCard?.securityCode.mode).to.equal('mandatory');
  });

  it('that cannot be read takes the place of one that could', async () => {
    const widget = await mountReady([visa]);
    widget.element.cards = 'a page';
    await widget.events.times('card-error');
    expect(codes(widget)).to.deep.equal(['protocol']);
    expect(widget.element.state).to.equal('error');
  });

  it('and what was typed stay when a framework gives an equal list at each render', async () => {
    const widget = await mountReady([visa, amex]);
    await widget.type('73');
    widget.element.cards = structuredClone([visa, amex]);
    await widget.settled();
    expect(widget.events.of('cards-ready')).to.have.length(1);
    expect(widget.codeInput.value).to.equal('73');
  });
});

describe('card-id', () => {
  const withId = (cardId: string) =>
    ready(
      html`<mp-saved-cards public-key=${nextKey()} card-id=${cardId} .cards=${[visa, amex, expired]}></mp-saved-cards>`,
    );

  const rows: [what: string, given: string, chosen: string][] = [
    ['chooses its card at first', '1003', '1003'],
    ['of no card leaves the first one', '9999', '1001'],
    ['of an expired card leaves the first one', '1004', '1001'],
  ];
  for (const [what, given, chosen] of rows) {
    it(what, async () => {
      const { snapshot, checked } = await withId(given);
      expect(snapshot.cardId).to.equal(chosen);
      expect(checked).to.equal(chosen);
    });
  }

  it('set by the page chooses another card, without an event of a choice', async () => {
    const widget = await withId('1001');
    widget.element.cardId = '1003';
    await widget.settled();
    expect(widget.checked).to.equal('1003');
    expect(widget.element.selectedCard?.id).to.equal('1003');
    expect(widget.events.of('card-selected')).to.deep.equal([]);
  });

  for (const unusable of ['9999', '1004']) {
    it(`set to the unusable ${unusable} goes back, and what was typed stays`, async () => {
      const widget = await withId('1001');
      await widget.type('73');
      widget.element.cardId = unusable;
      await widget.settled();
      expect(widget.element.cardId).to.equal('1001');
      expect(widget.codeInput.value).to.equal('73');
      expect(widget.mounts).to.equal(1);
    });
  }

  it('taken away chooses nothing', async () => {
    const widget = await withId('1001');
    widget.element.removeAttribute('card-id');
    await widget.settled();
    expect(widget.checked).to.equal(undefined);
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: null });
  });
});
