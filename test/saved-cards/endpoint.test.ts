import { expect, html } from '@open-wc/testing';
import { driveTime } from '../support/clock.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { mount, mountReady, nextKey, type MountOptions } from '../support/saved-cards-harness.js';
import type { MpSavedCardsElement } from '../../src/elements.js';

const ask = (merchant: ScriptedMerchant, properties: Partial<MpSavedCardsElement> = {}, options?: MountOptions) =>
  mount(
    html`<mp-saved-cards
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/api/cards"
      .fetch=${merchant.fetch}
      .requestHeaders=${properties.requestHeaders}
      .requestInit=${properties.requestInit}
      .skeletonRows=${properties.skeletonRows ?? 2}
      .cards=${properties.cards}
    ></mp-saved-cards>`,
    options,
  );

describe('the list asked for at the endpoint', () => {
  it('shows a skeleton while it loads, then the cards', async () => {
    const merchant = new ScriptedMerchant();
    const answer = merchant.delayed([visa, amex]);
    const widget = await ask(merchant, { skeletonRows: 3 });
    expect(widget.element.state).to.equal('loading');
    expect(widget.part('list')?.ariaBusy).to.equal('true');
    expect(widget.root.querySelectorAll('.waiting')).to.have.length(3);
    expect(widget.liveRegion).to.equal(esAr.loading);

    answer();
    await widget.events.times('cards-ready');
    expect(widget.rows).to.have.length(2);
    expect(widget.part('list')?.ariaBusy).to.equal(null);
    expect(widget.liveRegion).to.equal('');
  });

  it('says so when there are none', async () => {
    const widget = await ask(new ScriptedMerchant().cards([]));
    await widget.events.times('cards-ready');
    expect(widget.element.state).to.equal('empty');
  });

  it('is shown, each card once, from text after byte order marks, given by the page or by its server', async () => {
    const text = `\uFEFF\uFEFF${JSON.stringify({ cards: [visa, { ...visa, id: 1001 }, amex, visa], default_card: amex.id })}`;
    const asked = await ask(new ScriptedMerchant().status(200, text));
    await asked.events.times('cards-ready');
    const given = document.createElement('mp-saved-cards');
    given.setAttribute('cards', text);
    given.publicKey = asked.element.publicKey;
    asked.element.after(given);
    await asked.of(given).events.times('cards-ready', 2);
    for (const widget of [asked, asked.of(given)]) {
      expect(widget.rowIds).to.deep.equal([amex.id, visa.id]);
      expect(widget.rows).to.have.length(2);
      expect(widget.element.state).to.equal('ready');
    }
    given.remove();
  });

  const faults: [what: string, script: (merchant: ScriptedMerchant) => ScriptedMerchant, code: string, text: string][] =
    [
      ['a 500', (shop) => shop.status(500, 'stack trace'), 'endpoint-status', esAr.unavailable],
      ['a 404', (shop) => shop.status(404), 'endpoint-status', esAr.unavailable],
      ['HTML', (shop) => shop.html(), 'protocol', esAr.unavailable],
      ['no list', (shop) => shop.cards({ results: [] }), 'protocol', esAr.unavailable],
      ['nothing', (shop) => shop.status(204), 'protocol', esAr.unavailable],
      ['an empty body', (shop) => shop.status(200), 'protocol', esAr.unavailable],
      ['a 401', (shop) => shop.status(401), 'signed-out', esAr.signInAgain],
      ['no answer at all', (shop) => shop.offline(), 'endpoint-network', esAr.checkConnection],
    ];
  for (const [what, script, code, text] of faults) {
    it(`that is answered with ${what} is shown in words, and a retry brings the cards`, async () => {
      const merchant = script(new ScriptedMerchant()).cards([visa, mastercard]);
      const widget = await ask(merchant);
      const [failure] = await widget.events.times<{ error: Error & { code: string }; phase: string }>('card-error');
      await widget.settled();
      expect(failure?.error.code).to.equal(code);
      expect(failure?.phase).to.equal('list');
      expect(widget.element.state).to.equal('error');
      expect(widget.notice).to.equal(text);
      expect(widget.liveRegion).to.equal(`${esAr.listFailed} ${text}`);

      await widget.click('[part=notice] button');
      await widget.ready();
      expect(widget.rows).to.have.length(2);
      expect(widget.element.state).to.equal('ready');
      expect(merchant.requests).to.have.length(2);
    });
  }

  it('keeps the focus of a keyboard in the element when the retry button goes', async () => {
    const widget = await ask(new ScriptedMerchant().status(500).cards([visa]));
    await widget.events.times('card-error');
    await widget.settled();
    widget.root.querySelector<HTMLElement>('[part=notice] button')?.focus();
    await widget.click('[part=notice] button');
    await widget.ready();
    expect(document.activeElement).to.equal(widget.element);
  });

  it('gives up after 15 seconds', async () => {
    const clock = driveTime();
    const widget = await ask(new ScriptedMerchant().silence());
    await clock.tickAsync(14_999);
    expect(widget.element.state).to.equal('loading');
    await clock.tickAsync(1);
    expect(widget.element.state).to.equal('error');
    expect(widget.events.of('card-error')[0]).to.have.nested.property('error.code', 'endpoint-timeout');
    await widget.settled();
    expect(widget.notice).to.equal(esAr.checkConnection);
  });

  it('sends the request-headers and what requestInit gives, which wins', async () => {
    const merchant = new ScriptedMerchant().cards([visa]);
    const widget = await ask(merchant, {
      requestHeaders: { 'X-CSRF-Token': 'one', 'X-Shop': 'ours' },
      requestInit: () => Promise.resolve({ credentials: 'include', headers: { 'X-CSRF-Token': 'two' } }),
    });
    await widget.events.times('cards-ready');
    const [request] = merchant.requests;
    expect(request?.url).to.equal('/api/cards');
    expect(request?.init.credentials).to.equal('include');
    const headers = new Headers(request?.init.headers);
    expect(['accept', 'x-csrf-token', 'x-shop'].map((name) => headers.get(name))).to.deep.equal([
      'application/json',
      'two',
      'ours',
    ]);
  });

  it('sends request-headers that a framework sets as the text of the attribute', async () => {
    const merchant = new ScriptedMerchant().cards([visa]);
    const widget = await ask(merchant, { requestHeaders: '{"X-Shop":"ours"}' as never });
    await widget.events.times('cards-ready');
    expect(new Headers(merchant.requests[0]?.init.headers).get('x-shop')).to.equal('ours');
  });

  it('reads request-headers from a JSON attribute, and names the fix when it is none', async () => {
    const widget = await mount(
      html`<mp-saved-cards public-key=${nextKey()} endpoint="/api/cards" request-headers="X-A: 1"></mp-saved-cards>`,
    );
    await widget.events.times('card-error');
    expect(widget.events.of('card-error')[0]).to.have.nested.property('error.code', 'configuration');
    expect(widget.log.of('error').join()).to.contain('request-headers');
  });

  it('is not asked when request-headers are an array', async () => {
    const merchant = new ScriptedMerchant();
    const widget = await ask(merchant, { requestHeaders: ['X-A'] as unknown as Record<string, string> });
    await widget.events.times('card-error');
    expect(widget.events.of('card-error')[0]).to.have.nested.property('error.code', 'configuration');
    expect(merchant.requests).to.deep.equal([]);
  });

  it('is not asked for when cards are given', async () => {
    const merchant = new ScriptedMerchant();
    const widget = await ask(merchant, { cards: [visa] });
    await widget.events.times('cards-ready');
    expect(merchant.requests).to.deep.equal([]);
  });
});

describe('reload()', () => {
  it('asks the endpoint again, also when cards were given', async () => {
    const merchant = new ScriptedMerchant().cards([visa, mastercard]);
    const widget = await ask(merchant, { cards: [visa] });
    await widget.ready();
    widget.element.reload();
    await widget.events.times('cards-ready', 2);
    expect(widget.rows).to.have.length(2);
    expect(merchant.requests).to.have.length(1);
  });

  it('shows the given cards again where there is no endpoint', async () => {
    const widget = await mountReady([visa]);
    widget.element.reload();
    await widget.events.times('cards-ready', 2);
    expect(widget.rows).to.have.length(1);
  });

  it('keeps the chosen card', async () => {
    const widget = await ask(new ScriptedMerchant().cards([visa, mastercard]));
    await widget.ready();
    await widget.choose(1);
    widget.element.reload();
    await widget.events.times('cards-ready', 2);
    expect(widget.element.cardId).to.equal('1002');
  });

  it('while a list is under way shows the later one, once', async () => {
    const merchant = new ScriptedMerchant();
    const first = merchant.delayed([visa]);
    const second = merchant.delayed([amex, mastercard]);
    const widget = await ask(merchant);
    widget.element.reload();
    second();
    await widget.events.times('cards-ready');
    first();
    await widget.settled();
    expect(widget.rows).to.have.length(2);
    expect(widget.events.of('cards-ready')).to.have.length(1);
    expect(widget.events.of('card-error')).to.deep.equal([]);
    expect(merchant.requests[0]?.init.signal?.aborted).to.equal(true);
  });

  it('reports each change of state once', async () => {
    const merchant = new ScriptedMerchant().cards([visa]);
    const widget = await ask(merchant);
    await widget.ready();
    await widget.type('739');
    widget.events.forget();
    widget.element.reload();
    await widget.ready();
    expect(widget.events.of('state-change')).to.deep.equal([
      { state: 'loading', complete: false },
      { state: 'ready', complete: false },
    ]);
  });
});

describe('the state', () => {
  it('is mirrored as a CSS state from the start', async () => {
    const merchant = new ScriptedMerchant();
    const answer = merchant.delayed([visa]);
    const { element, events } = await ask(merchant);
    expect(element.matches(':state(loading)')).to.equal(true);
    answer();
    await events.times('cards-ready');
    expect(element.matches(':state(loading)')).to.equal(false);
    expect(element.matches(':state(ready)')).to.equal(true);
  });
});
