import { expect, html, nextFrame } from '@open-wc/testing';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { AddCard } from '../support/add-card-harness.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { driveTime } from '../support/clock.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { NAMES } from '../support/manage.js';
import { esAr } from '../support/messages.js';
import { CODE, mount, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

const CARDS = [visa, mastercard, amex];
const NOW = Date.UTC(2026, 10, 29, 12);

interface Attributes {
  readonly 'card-id'?: string;
  readonly 'status-detail'?: string;
  readonly 'no-preselect'?: string;
  readonly 'request-headers'?: string;
  readonly 'public-key'?: string;
  readonly name?: string;
}

/** A page that replaces its payment section. */
class Section {
  readonly shop: ScriptedMerchant;
  widget: SavedCards;
  readonly #key: string;

  constructor(widget: SavedCards, shop: ScriptedMerchant, key: string) {
    this.widget = widget;
    this.shop = shop;
    this.#key = key;
  }

  get form(): HTMLFormElement {
    return this.widget.page.querySelector('form')!;
  }

  /** Puts a new element into the place of the present one, and returns it before anything has answered. */
  replace(attributes: Attributes = {}): SavedCards {
    const element = document.createElement('mp-saved-cards');
    for (const [name, value] of Object.entries({ ...settings(this.#key), ...attributes }))
      element.setAttribute(name, value);
    element.fetch = this.shop.fetch;
    const { element: before } = this.widget;
    if (before.querySelector('mp-add-card')) element.innerHTML = '<mp-add-card slot="add-card"></mp-add-card>';
    before.replaceWith(element);
    return (this.widget = this.widget.of(element));
  }

  async replaced(attributes?: Attributes): Promise<SavedCards> {
    const widget = this.replace(attributes);
    await shown(widget);
    return widget;
  }
}

/** The frame is that of this element, and ready. */
async function shown(widget: SavedCards): Promise<void> {
  const isThere = () => widget.standIn.fields.some(({ iframe, ready }) => ready && widget.element.contains(iframe));
  while (!isThere()) await nextFrame();
  await widget.settled();
}

const settings = (key: string) => ({ 'public-key': key, endpoint: '/api/cards', locale: 'es-AR' });

async function section(attributes: Attributes = {}, { form = '', hasOther = false } = {}): Promise<Section> {
  const shop = new ScriptedMerchant().cards(CARDS);
  const key = nextKey();
  const widget = await mount(html`
    <div>
      <iframe name="shop" hidden></iframe>
      <form id=${form || 'checkout'} action="about:blank" target="shop" method="post">
        <p>
          <mp-saved-cards
            public-key=${key}
            endpoint="/api/cards"
            locale="es-AR"
            card-id=${attributes['card-id'] ?? 'none'}
            .fetch=${shop.fetch}
            >${hasOther ? html`<mp-add-card slot="add-card"></mp-add-card>` : ''}</mp-saved-cards
          >
        </p>
        <button>Pay</button>
      </form>
    </div>
  `);
  await widget.ready();
  return new Section(widget, shop, key);
}

const isSkeleton = ({ root }: SavedCards): boolean => root.querySelector('[part=list][aria-busy]') !== null;

describe('a list whose section the page replaces', () => {
  it('keeps the card that the shopper chose, ten times', async () => {
    const page = await section();
    await page.widget.choose(1);
    for (let time = 0; time < 10; time++) {
      const widget = await page.replaced();
      expect(widget.checked).to.equal('1002');
      expect(widget.standIn.fields).to.have.length(1);
    }
    expect((await page.widget.tokenize()).cardId).to.equal('1002');
  });

  it('keeps it when it is replaced ten times before the shop has answered once', async () => {
    const page = await section();
    await page.widget.choose(1);
    for (let time = 0; time < 10; time++) page.replace();
    await shown(page.widget);
    expect(page.widget.checked).to.equal('1002');
  });

  it('is shown again in its first render, without a skeleton', async () => {
    const page = await section();
    await page.widget.choose(1);
    const answer = page.shop.delayed(CARDS);
    await page.replaced(); // takes the last answer that is left of before
    const widget = page.replace();
    await widget.element.updateComplete;
    expect([isSkeleton(widget), widget.checked]).to.deep.equal([false, '1002']);
    answer();
    await shown(widget);
    expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003']);
  });

  it('takes what the shop answers then, and keeps the code that was typed meanwhile', async () => {
    const page = await section();
    await page.widget.choose(1);
    const answer = page.shop.delayed([mastercard, amex]);
    await page.replaced();
    const widget = await page.replaced();
    await widget.type(CODE);
    widget.events.forget();
    answer();
    await widget.events.times('cards-ready');
    expect(widget.rowIds).to.deep.equal(['1002', '1003']);
    expect([widget.checked, widget.codeInput.value]).to.deep.equal(['1002', CODE]);
  });

  it('keeps "use another card"', async () => {
    const page = await section({}, { hasOther: true });
    await page.widget.choose(3);
    expect(page.widget.checked).to.equal('');
    const widget = page.replace();
    await widget.standIn.ready('cardNumber');
    await widget.settled();
    expect(widget.checked).to.equal('');
  });

  it('keeps "use another card" although the page renders its card-id again', async () => {
    const page = await section({ 'card-id': '1001' }, { hasOther: true });
    await page.widget.choose(3);
    const widget = page.replace({ 'card-id': '1001' });
    await widget.standIn.ready('cardNumber');
    await widget.settled();
    expect(widget.checked).to.equal('');
    expect(widget.element.querySelector('mp-add-card')?.open).to.equal(true);
  });

  it('shows the cards that the page gives it while the shop is asked', async () => {
    const page = await section();
    await page.widget.choose(1);
    const answer = page.shop.delayed(CARDS);
    await page.replaced();
    const widget = page.replace();
    await widget.element.updateComplete;
    widget.element.cards = [amex];
    await widget.settled();
    answer();
    await nextFrame();
    await widget.settled();
    expect(widget.rowIds).to.deep.equal(['1003']);
  });

  it('starts with the page’s choice where the shopper made none', async () => {
    const page = await section({ 'card-id': '1003' });
    expect(page.widget.checked).to.equal('1003');
    expect((await page.replaced({ 'card-id': '1002' })).checked).to.equal('1002');
    expect((await page.replaced()).checked).to.equal('1001');
  });

  it('goes back to the page’s choice with a reset', async () => {
    const page = await section();
    await page.widget.choose(1);
    const widget = await page.replaced();
    widget.element.reset();
    await widget.settled();
    expect(widget.checked).to.equal('1001');
  });

  it('keeps what the shopper chooses in it when the page reloads it', async () => {
    const page = await section();
    await page.widget.choose(1);
    const widget = await page.replaced();
    await widget.choose(2);
    widget.events.forget();
    widget.element.reload();
    await widget.events.times('cards-ready');
    expect(widget.checked).to.equal('1003');
  });

  it('begins again once it was paid', async () => {
    const page = await section();
    await page.widget.choose(1);
    await page.widget.tokenize();
    page.widget.element.paymentResult({ status: 'approved' });
    await page.widget.settled();
    expect((await page.replaced()).checked).to.equal('1001');
  });

  it('leaves the list of another form, another name and another key alone', async () => {
    const page = await section();
    await page.widget.choose(1);
    expect((await page.replaced({ name: 'other' })).checked).to.equal('1001');
    page.form.id = 'another';
    expect((await page.replaced()).checked).to.equal('1001');
  });
});

describe('card-id of a list that takes the place of another', () => {
  it('wins when it differs from the one before', async () => {
    const page = await section({ 'card-id': '1001' });
    await page.widget.choose(1);
    expect((await page.replaced({ 'card-id': '1003' })).checked).to.equal('1003');
  });

  it('does not undo the shopper’s choice when it is the same as before', async () => {
    const page = await section({ 'card-id': '1001' });
    await page.widget.choose(1);
    expect((await page.replaced({ 'card-id': '1001' })).checked).to.equal('1002');
  });

  it('wins with status-detail, which is shown', async () => {
    const page = await section({ 'card-id': '1001' });
    await page.widget.choose(1);
    await page.widget.type(CODE);
    const refusal = { 'card-id': '1001', 'status-detail': 'cc_rejected_insufficient_amount' };
    const widget = await page.replaced(refusal);
    expect(widget.checked).to.equal('1001');
    expect(widget.text('[part=notice]')).to.include('saldo');
  });
});

describe('digits in a section that the page replaces', () => {
  it('are asked for again, beside the field, until they are typed', async () => {
    const page = await section();
    await page.widget.type('73');
    for (let time = 0; time < 10; time++) {
      const widget = await page.replaced();
      expect(widget.codeError).to.equal(esAr.enterCode(3));
      expect(widget.codeInput.value).to.equal('');
    }
    expect(page.widget.events.of('card-error')).to.have.length(10);
    await page.widget.type('7');
    expect(page.widget.codeError).to.equal('');
    expect((await page.widget.tokenize('39')).cardId).to.equal('1001');
  });

  it('are not asked for again where none were typed', async () => {
    const page = await section();
    const widget = await page.replaced();
    expect(widget.codeError).to.equal('');
    expect(widget.events.of('card-error')).to.deep.equal([]);
  });

  it('are not posted when the token was being made; the choice stays and the next press pays', async () => {
    const page = await section();
    await page.widget.choose(1);
    await page.widget.type(CODE);
    const release = page.widget.standIn.hold('token');
    const posted: FormDataEntryValue[][] = [];
    page.form.addEventListener('submit', () => posted.push([...new FormData(page.form).values()]));
    for (let time = 0; time < 10; time++) {
      page.form.querySelector('button')?.click();
      await page.replaced();
    }
    release();
    await shown(page.widget);
    expect(posted).to.deep.equal([]);
    expect([page.widget.checked, page.widget.codeError]).to.deep.equal(['1002', esAr.enterCode(3)]);
    await page.widget.type(CODE);
    page.form.querySelector('button')?.click();
    await page.widget.events.submitted();
    expect(posted).to.have.length(1);
    expect(posted[0]).to.include('1002');
  });
});

describe('the list of a moment ago', () => {
  it('is not shown after ten seconds', async () => {
    const clock = driveTime(NOW);
    const page = await section();
    await page.widget.choose(1);
    const parent = page.widget.element.parentElement!;
    const answer = page.shop.delayed(CARDS);
    await page.replaced();
    const before = page.widget.element;
    before.remove();
    await clock.tickAsync(10_001);
    parent.append(before.cloneNode());
    const widget = page.widget.of(parent.querySelector('mp-saved-cards')!);
    widget.element.fetch = page.shop.fetch;
    await widget.element.updateComplete;
    expect(isSkeleton(widget)).to.equal(true);
    answer();
    await shown(widget);
    expect(widget.checked).to.equal('1002');
  });

  it('is not shown with other headers: they may be another shopper’s', async () => {
    const page = await section();
    const answer = page.shop.delayed(CARDS);
    await page.replaced();
    const widget = page.replace({ 'request-headers': '{"X-Session":"other"}' });
    await widget.element.updateComplete;
    expect(isSkeleton(widget)).to.equal(true);
    answer();
    await shown(widget);
  });

  const inits: readonly [kind: string, init: NonNullable<MpSavedCardsElement['requestInit']>][] = [
    ['an object', { headers: { authorization: 'Bearer other' } }],
    ['Headers', { headers: new Headers({ authorization: 'Bearer other' }) }],
    ['a function', () => ({ headers: { authorization: 'Bearer other' } })],
  ];
  for (const [kind, requestInit] of inits) {
    it(`is not shown with another requestInit, given as ${kind}`, async () => {
      const page = await section();
      const answer = page.shop.delayed(CARDS);
      await page.replaced();
      const widget = page.replace();
      widget.element.requestInit = requestInit;
      await widget.element.updateComplete;
      expect(isSkeleton(widget)).to.equal(true);
      answer();
      await shown(widget);
    });
  }

  it('is shown with the same requestInit', async () => {
    const page = await section();
    const answer = page.shop.delayed(CARDS);
    await page.replaced();
    const first = page.replace();
    first.element.requestInit = { credentials: 'include', headers: { authorization: 'Bearer mine' } };
    answer();
    await shown(first);
    page.shop.delayed(CARDS);
    const widget = page.replace();
    widget.element.requestInit = { credentials: 'include', headers: { authorization: 'Bearer mine' } };
    await widget.element.updateComplete;
    expect(isSkeleton(widget)).to.equal(false);
  });

  it('is taken away, and not shown again, when the shopper is signed out', async () => {
    const page = await section();
    page.shop.status(401);
    await page.replaced(); // the last list
    const widget = page.replace();
    await widget.events.times('card-error');
    await widget.settled();
    expect([widget.element.state, widget.rowIds]).to.deep.equal(['error', []]);
    const next = page.replace();
    await next.element.updateComplete;
    expect(isSkeleton(next)).to.equal(true);
  });

  const changes: readonly [change: string, ...buttons: string[]][] = [
    // The second removal sends the first one.
    ['a removal', esAr.removeNamed(NAMES.visa), esAr.removeNamed(NAMES.mastercard)],
    ['another default card', esAr.makeDefaultNamed(NAMES.mastercard)],
  ];
  for (const [change, ...buttons] of changes) {
    it(`is not shown again when ${change} finds the shopper signed out`, async () => {
      const page = await section();
      page.shop.status(401);
      const { element } = await page.replaced(); // takes the last list
      element.mode = 'manage';
      await page.widget.settled();
      for (const button of buttons) await page.widget.pressButton(button);
      await page.widget.events.times('card-error');
      expect(page.widget.rowIds).to.include('1003');
      const widget = page.replace();
      await widget.element.updateComplete;
      expect(isSkeleton(widget)).to.equal(true);
    });
  }

  const places: readonly [where: string, form: string][] = [
    ['in its slot', '<mp-add-card open slot="add-card"></mp-add-card>'],
    ['beside it', '<mp-add-card open></mp-add-card>'],
  ];
  for (const [where, markup] of places) {
    it(`is not shown again when the save of a new card ${where} finds the shopper signed out`, async () => {
      const page = await section();
      page.shop.status(401);
      const { element } = await page.replaced(); // takes the last list
      element.mode = 'manage';
      const place = where === 'beside it' ? page.form : element;
      place.insertAdjacentHTML('beforeend', markup);
      const added = page.form.querySelector('mp-add-card')!;
      const { publicKey, endpoint, locale, fetch } = element;
      Object.assign(added, { publicKey, endpoint, locale, fetch });
      const form = new AddCard(added, page.widget);
      await form.ready();
      await form.typeCard();
      const error: unknown = await form.element.save().catch((cause: unknown) => cause);
      expect(error).to.include({ code: 'signed-out' });
      expect(page.widget.rowIds).to.include('1003');
      form.element.remove();
      const widget = page.replace();
      await widget.element.updateComplete;
      expect(isSkeleton(widget)).to.equal(true);
    });
  }

  it('stays when the shop does not answer', async () => {
    const page = await section();
    page.shop.offline();
    await page.replaced();
    const widget = await page.replaced();
    expect([widget.element.state, widget.rowIds]).to.deep.equal(['ready', ['1001', '1002', '1003']]);
    expect(widget.events.of('card-error')).to.deep.equal([]);
  });
});
