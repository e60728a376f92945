import { expect, html } from '@open-wc/testing';
import { expectAccessible } from '../support/accessible.js';
import { amex, expired, mastercard, visa } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { mount, mountReady, nextKey } from '../support/saved-cards-harness.js';

const selected = (id: string) => [{ card: { id } }];
const idsOf = (details: unknown[]) =>
  (details as { card: { id: string } }[]).map(({ card }) => ({ card: { id: card.id } }));

describe('choosing a card', () => {
  it('with a click on its label checks it, with one event for the page', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.choose(1);
    expect(widget.checked).to.equal('1002');
    expect(widget.element.cardId).to.equal('1002');
    expect(widget.element.selectedCard?.lastFourDigits).to.equal('0604');
    expect(idsOf(widget.events.of('card-selected'))).to.deep.equal(selected('1002'));
  });

  it('that is chosen already is no choice: there is no event, and what was typed stays', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type('73');
    await widget.choose(0);
    await widget.press('Home', 0);
    expect(widget.events.of('card-selected')).to.deep.equal([]);
    expect(widget.codeInput.value).to.equal('73');
    expect(widget.mounts).to.equal(1);
  });

  it('leaves the focus on its radio', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.press('ArrowDown', 0);
    expect(widget.root.activeElement).to.equal(widget.radios[1]);
    expect(widget.standIn.callsOf('field.focus')).to.deep.equal([]);
  });

  it('that has expired does not work with a click, which says why until something else is chosen', async () => {
    const widget = await mountReady([visa, expired, mastercard]);
    await widget.choose(1);
    expect(widget.checked).to.equal('1001');
    expect(widget.events.of('card-selected')).to.deep.equal([]);
    expect(widget.row(1004)).to.include(esAr.cardUnusable);
    expect(widget.liveRegion).to.equal(esAr.cardUnusable);
    await expectAccessible(widget.element);
    await widget.choose(2);
    expect(widget.root.textContent).not.to.include(esAr.cardUnusable);
  });

  it('is left to the shopper when all have expired', async () => {
    const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[expired]}></mp-saved-cards>`);
    expect(widget.checked).to.equal(undefined);
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: null });
  });
});

describe('the rows under the keyboard', () => {
  const cards = [visa, mastercard, amex, expired];

  it('are one group of real radios', async () => {
    const widget = await mountReady(cards);
    const group = widget.part('list');
    expect(widget.radios.map(({ type, name }) => `${type} ${name}`)).to.deep.equal(Array(4).fill('radio card'));
    expect(group?.role).to.equal('radiogroup');
    expect(group?.ariaLabel).to.have.length.greaterThan(0);
  });

  const moves: [key: string, from: number, to: number, chosen: string][] = [
    ['ArrowDown', 0, 1, '1002'],
    ['ArrowRight', 1, 2, '1003'],
    ['ArrowUp', 2, 1, '1002'],
    ['ArrowLeft', 1, 0, '1001'],
    ['Home', 2, 0, '1001'],
    ['ArrowDown', 3, 0, '1001'],
    ['ArrowUp', 3, 2, '1003'],
  ];
  for (const [key, from, to, chosen] of moves) {
    it(`${key} leads from row ${from + 1} to row ${to + 1} and chooses it`, async () => {
      const widget = await mountReady(cards);
      await widget.choose(from === 0 || from === 3 ? 1 : 0);
      widget.events.forget();
      await widget.press(key, from);
      expect(widget.root.activeElement).to.equal(widget.radios[to]);
      expect(widget.checked).to.equal(chosen);
    });
  }

  const toExpired: [key: string, from: number][] = [
    ['ArrowDown', 2],
    ['ArrowUp', 0],
    ['End', 0],
  ];
  for (const [key, from] of toExpired) {
    it(`${key} reaches an expired card, which is read but not chosen`, async () => {
      const widget = await mountReady(cards);
      if (from > 0) await widget.choose(from);
      const before = widget.checked;
      widget.events.forget();
      await widget.press(key, from);
      const radio = widget.radios[3];
      expect(widget.root.activeElement).to.equal(radio);
      expect(radio?.ariaDisabled).to.equal('true');
      await widget.press(' ');
      expect(radio?.checked).to.equal(false);
      expect(widget.checked).to.equal(before);
      expect(widget.events.names).to.deep.equal([]);
    });
  }

  it('answer mirrored in a right-to-left page', async () => {
    const widget = await mountReady(cards);
    widget.page.dir = 'rtl';
    await widget.press('ArrowLeft', 0);
    expect(widget.checked).to.equal('1002');
  });

  it('leave keys with a modifier to the browser', async () => {
    const widget = await mountReady(cards);
    const key = new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true });
    widget.radios[0]?.dispatchEvent(key);
    expect(key.defaultPrevented).to.equal(false);
    expect(widget.checked).to.equal('1001');
  });
});
