import { expect, html, nextFrame } from '@open-wc/testing';
import { decodeCards } from '../../src/card/decode.js';
import type { SavedCard } from '../../src/elements.js';
import { amex, expired, mastercard, visa } from '../support/cards.js';
import { checkout, type Checkout } from '../support/checkout.js';
import { type FakeNewCard, NEW_CARD_TOKEN } from '../support/fake-new-card.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { CODE, mount, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

const markup = (cards: readonly unknown[], attributes: { noPreselect?: boolean; required?: boolean } = {}) => html`
  <mp-saved-cards
    locale="es-AR"
    public-key=${nextKey()}
    ?no-preselect=${attributes.noPreselect}
    ?required=${attributes.required}
    .cards=${cards}
  >
    <fake-new-card slot="add-card"></fake-new-card>
  </mp-saved-cards>
`;

const formOf = ({ element }: SavedCards): FakeNewCard => element.querySelector('fake-new-card') as FakeNewCard;

async function mountWithForm(cards: readonly unknown[], attributes = {}): Promise<[SavedCards, FakeNewCard]> {
  const widget = await mount(markup(cards, attributes));
  await widget.events.times('cards-ready');
  await widget.settled();
  return [widget, formOf(widget)];
}

const newCard = (id: string, last: string): SavedCard =>
  decodeCards([{ ...visa, id, last_four_digits: last }]).cards[0] as SavedCard;

describe('"use another card"', () => {
  it('is the last row of the list when something is in its slot', async () => {
    const [widget] = await mountWithForm([visa, mastercard]);
    expect(widget.rows.at(-1)).to.equal(esAr.useAnotherCard);
    expect(widget.rows).to.have.length(3);
    expect(widget.checked).to.equal('1001');
    await widget.expectAccessible();
  });

  it('is there when the cards did not come, and they may be asked for again', async () => {
    const shop = new ScriptedMerchant().status(500).cards([visa]);
    const widget = await mount(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} endpoint="/cards" .fetch=${shop.fetch}>
        <fake-new-card slot="add-card"></fake-new-card>
      </mp-saved-cards>`,
    );
    await widget.events.times('card-error');
    await widget.settled();
    expect(widget.element.state).to.equal('error');
    expect(widget.text('[part=notice] .title')).to.equal(esAr.listFailed);
    expect(widget.liveRegion).to.contain(esAr.listFailed);
    expect(widget.rows).to.deep.equal([esAr.useAnotherCard]);
    await widget.expectTokenError('endpoint-status');
    await widget.expectAccessible();

    await widget.choose(0);
    expect(formOf(widget).isOpen).to.equal(true);
    expect((await widget.element.tokenize()).token).to.equal(NEW_CARD_TOKEN.token);

    await widget.click('[part=notice] button');
    await widget.events.times('cards-ready');
    expect([widget.checked, widget.notice, widget.rows.length]).to.deep.equal(['', '', 2]);
  });

  it('keeps what is typed when the cards that did not come are asked for again, and pays once it is saved', async () => {
    const shop = new ScriptedMerchant().status(500).status(500).cards([visa]);
    const widget = await mount(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} endpoint="/cards" .fetch=${shop.fetch}>
        <fake-new-card slot="add-card"></fake-new-card>
      </mp-saved-cards>`,
    );
    await widget.events.times('card-error');
    await widget.settled();
    await widget.choose(0);
    await widget.click('[part=notice] button');
    await widget.events.times('card-error', 2);
    expect([formOf(widget).isOpen, formOf(widget).resets]).to.deep.equal([true, 0]);
    formOf(widget).save(newCard('2001', '9999'));
    await widget.settled();
    await widget.standIn.ready('securityCode');
    await widget.type(CODE);
    expect((await widget.element.tokenize()).cardId).to.equal('2001');
    expect(widget.element.state).to.equal('tokenized');
  });

  it('shows that a new card was refused although the cards did not come', async () => {
    const widget = await mount(
      html`<mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/cards"
        status-detail="cc_rejected_insufficient_amount"
        .fetch=${new ScriptedMerchant().status(500).fetch}
      >
        <fake-new-card slot="add-card"></fake-new-card>
      </mp-saved-cards>`,
    );
    await widget.events.times('card-error');
    await widget.settled();
    await widget.settled();
    expect(formOf(widget).isOpen).to.equal(true);
    expect(widget.text('.other [part=notice] .title')).to.equal(esAr.insufficientFunds);
  });

  it('is not there without', async () => {
    const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`);
    expect(widget.rows).to.have.length(1);
  });

  it('is no choice without saved cards: the form is there, under its name', async () => {
    const [widget, form] = await mountWithForm([]);
    expect(widget.rows).to.deep.equal([esAr.newCard]);
    expect(widget.radios).to.be.empty;
    expect(widget.root.querySelector('[role=radiogroup]')).to.equal(null);
    expect(form.isOpen).to.equal(true);
    await widget.expectAccessible();
    // The page takes it back: then it has to be chosen again.
    widget.element.noPreselect = true;
    widget.element.cardId = null;
    await widget.settled();
    expect(widget.radios).to.have.length(1);
  });

  it('is noticed when it comes late, and chosen when there is nothing else', async () => {
    for (const [cards, isChosen] of [
      [[visa], false],
      [[], true],
    ] as const) {
      const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards>`);
      await widget.events.times('cards-ready');
      const late = document.createElement('fake-new-card');
      late.slot = 'add-card';
      const noticed = new Promise((resolve) => widget.root.addEventListener('slotchange', resolve, { once: true }));
      widget.element.append(late);
      await noticed;
      await widget.settled();
      expect(widget.rows).to.have.length(cards.length + 1);
      expect(formOf(widget).isOpen).to.equal(isChosen);
    }
  });

  it('waits for what the parser has still to put into the element', async () => {
    Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
    const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} cards="[]"></mp-saved-cards>`);
    await widget.settled();
    expect(widget.element.state).to.equal('loading');
    Reflect.deleteProperty(document, 'readyState');
    widget.element.insertAdjacentHTML('beforeend', '<fake-new-card slot="add-card"></fake-new-card>');
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await widget.events.times('cards-ready');
    expect(formOf(widget).isOpen).to.equal(true);
  });

  it('is reached by End and by arrows around the ends', async () => {
    const [widget] = await mountWithForm([visa, mastercard]);
    await widget.press('End', 0);
    expect(widget.radios[2]?.checked).to.equal(true);
    await widget.press('ArrowDown', 2);
    expect(widget.checked).to.equal('1001');
    await widget.press('ArrowUp', 0);
    expect(widget.radios[2]?.checked).to.equal(true);
  });

  it('opens the form by the shopper’s act, and another row closes it', async () => {
    const [widget, form] = await mountWithForm([visa, mastercard]);
    expect(form.isOpen).to.equal(false);
    await widget.choose(2);
    expect(form.shown.at(-1)).to.deep.equal({ isOpen: true, byShopper: true });
    expect(widget.part('card')?.parentElement?.querySelector('.other .body')?.hasAttribute('hidden')).to.equal(false);
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: null });
    expect(widget.events.of('card-selected').at(-1)).to.deep.equal({ card: null });
    await widget.expectAccessible();
    await widget.choose(1);
    expect(form.isOpen).to.equal(false);
    expect(widget.checked).to.equal('1002');
  });

  it('is chosen at first when no card can be paid with', async () => {
    for (const cards of [[], [expired]]) {
      const [widget, form] = await mountWithForm(cards);
      expect(form.shown.at(-1)).to.deep.equal({ isOpen: true, byShopper: false });
      expect(widget.element.cardId).to.equal(null);
    }
  });

  it('is not chosen at first with no-preselect', async () => {
    const [widget, form] = await mountWithForm([expired], { noPreselect: true });
    expect(form.isOpen).to.equal(false);
    expect(widget.radios.some(({ checked }) => checked)).to.equal(false);
  });

  it('lets the list speak for the form: its state, whether it is complete', async () => {
    const [widget, form] = await mountWithForm([visa]);
    await widget.choose(1);
    widget.events.forget();
    form.become('ready', true);
    form.become('tokenizing', true);
    expect(widget.snapshot).to.deep.equal({ state: 'tokenizing', complete: true, cardId: null });
    expect(widget.events.of('state-change')).to.deep.equal([
      { state: 'ready', complete: true },
      { state: 'tokenizing', complete: true },
    ]);
  });

  it('gives the token of the form', async () => {
    const [widget, form] = await mountWithForm([visa]);
    await widget.choose(1);
    expect(await widget.element.tokenize()).to.equal(NEW_CARD_TOKEN);
    expect(widget.events.of('token-ready')).to.deep.equal([NEW_CARD_TOKEN]);
    expect(form.tokens).to.equal(1);
  });

  it('moves focus() and reset() to the form', async () => {
    const [widget, form] = await mountWithForm([]);
    widget.element.focus();
    expect(form.focused).to.equal(1);
    widget.element.reset();
    expect(form.resets).to.equal(1);
  });

  it('gives way to a card when its form is taken out of the page', async () => {
    const [widget, form] = await mountWithForm([visa, mastercard]);
    await widget.choose(2);
    const gone = new Promise((resolve) => widget.root.addEventListener('slotchange', resolve, { once: true }));
    form.remove();
    await gone;
    await widget.settled();
    expect(widget.checked).to.equal('1001');
    expect(widget.rows).to.have.length(2);
  });

  it('does not repeat what its form said last, once the shop has put something of its own there', async () => {
    const [widget, form] = await mountWithForm([visa]);
    await widget.choose(1);
    form.become('tokenized', true);
    const own = Object.assign(document.createElement('p'), { slot: 'add-card' });
    form.replaceWith(own);
    await widget.settled();
    expect(widget.checked).to.equal('');
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: null });
    expect(widget.events.of('state-change').at(-1)).to.deep.equal({ state: 'ready', complete: false });
  });

  it('says nothing of a form that is only moved within its slot', async () => {
    const [widget, form] = await mountWithForm([visa]);
    await widget.choose(1);
    form.become('tokenized', true);
    widget.events.forget();
    form.show = () => undefined;
    form.remove();
    widget.element.append(form);
    await widget.settled();
    expect(widget.snapshot).to.deep.equal({ state: 'tokenized', complete: true, cardId: null });
    expect(widget.events.of('state-change')).to.deep.equal([]);
  });

  it('updates the form when the settings of its list change', async () => {
    const [widget, form] = await mountWithForm([visa]);
    const before = form.settingsChanges;
    widget.element.endpoint = '/elsewhere';
    await widget.settled();
    expect(form.settingsChanges).to.be.greaterThan(before);
    expect(form.list.matches('mp-saved-cards')).to.equal(true);
  });
});

describe('a card that the shop just saved', () => {
  it('is shown first, chosen, with its code field focused', async () => {
    const [widget, form] = await mountWithForm([visa, mastercard]);
    await widget.choose(2);
    form.takeFields(widget.element.publicKey);
    await widget.settled();
    form.save(newCard('2001', '9999'));
    await widget.ready();
    expect(widget.rows).to.have.length(4);
    expect(widget.rows[0]).to.contain('9999');
    expect(widget.snapshot.cardId).to.equal('2001');
    expect(form.isOpen).to.equal(false);
    await widget.settled();
    await nextFrame(); // the frame is notified by a message
    await nextFrame();
    expect(widget.codeInput === widget.codeInput.ownerDocument.activeElement).to.equal(true);
    expect(await widget.tokenize(CODE)).to.have.property('cardId', '2001');
  });

  const twins: [what: string, card: SavedCard][] = [
    ['with the same id', newCard('1001', '9999')],
    ['with another id, by its digits and expiry', newCard('2001', '3704')],
  ];
  for (const [what, card] of twins) {
    it(`is shown once when it was there already, ${what}`, async () => {
      const [widget, form] = await mountWithForm([amex, visa]);
      form.save(card);
      await widget.settled();
      expect(widget.rows).to.have.length(3);
      expect(widget.snapshot.cardId).to.equal(card.id);
      expect(widget.checked).to.equal(card.id);
    });
  }
});

describe('a form with "use another card"', () => {
  const chosen = async (attributes = {}): Promise<[Checkout, FakeNewCard]> => {
    const page = await checkout(markup([visa], attributes));
    await page.widget.events.times('cards-ready');
    await page.widget.settled();
    await page.widget.choose(1);
    return [page, formOf(page.widget)];
  };

  it('leaves the submit to the form for the new card', async () => {
    const [{ pay, submits }, form] = await chosen({ required: true });
    pay.click();
    expect(submits).to.deep.equal([{}]);
    expect(form.tokens).to.equal(0); // a real one stops the submit with a gate of its own
  });

  /** A submit that waits for an empty list, which comes when it is let go. */
  const waiting = async (): Promise<[Checkout, FakeNewCard, release: () => void]> => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const page = await checkout(html`
      <mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/cards"
        .fetch=${() => gate.then(() => new Response('[]'))}
      >
        <fake-new-card slot="add-card"></fake-new-card>
      </mp-saved-cards>
    `);
    page.pay.click();
    expect(page.submits).to.have.length(0);
    return [page, formOf(page.widget), release];
  };

  it('makes the token of a submit that waited for the list', async () => {
    const [page, form, release] = await waiting();
    release();
    await page.widget.events.times('token-ready');
    await page.rendered();
    expect(page.submits).to.have.length(1);
    expect(form.dropped).to.deep.equal([]);
  });

  it('does not post when the form finds something missing, and goes there', async () => {
    const [page, form, release] = await waiting();
    form.failure = new Error('for this test');
    release();
    await page.widget.events.times('cards-ready');
    await page.rendered();
    expect(page.submits).to.have.length(0);
    expect(form.focused).to.equal(1);
  });
});
