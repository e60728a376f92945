import { expect, html } from '@open-wc/testing';
import { visa } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { mount, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

const manyCards = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...visa,
    id: `card-${index + 1}`,
    last_four_digits: String(index + 1).padStart(4, '0'),
  }));

async function mountMany(count: number, cardId?: string): Promise<SavedCards> {
  const widget = await mount(
    html`<mp-saved-cards
      locale="es-AR"
      public-key=${nextKey()}
      .cardId=${cardId ?? null}
      .cards=${manyCards(count)}
    ></mp-saved-cards>`,
  );
  await widget.events.times('cards-ready');
  return widget;
}

const ids = ({ radios }: SavedCards) => radios.map(({ value }) => value);

describe('a long list', () => {
  it('of five cards is shown whole', async () => {
    const widget = await mountMany(5);
    expect(widget.rows).to.have.length(5);
    expect(widget.part('action')).to.equal(null);
  });

  it('begins with five cards and offers the rest', async () => {
    const widget = await mountMany(12);
    expect(widget.rows).to.have.length(5);
    expect(widget.text('[part=action]')).to.equal(esAr.showAll(12));
    await widget.expectAccessible();
  });

  it('shows the chosen card wherever it is', async () => {
    const widget = await mountMany(12, 'card-9');
    expect(ids(widget)).to.deep.equal(['card-1', 'card-2', 'card-3', 'card-4', 'card-5', 'card-9']);
    expect(widget.checked).to.equal('card-9');
  });

  it('keeps the row of a card that was chosen when the shopper looks at others', async () => {
    const widget = await mountMany(12, 'card-9');
    await widget.press('ArrowUp', 5);
    expect(widget.checked).to.equal('card-5');
    await widget.press('ArrowDown', 4);
    expect(widget.checked).to.equal('card-9');
  });

  it('is shown whole on demand, and the keyboard goes on at the first new row', async () => {
    const widget = await mountMany(1_000, 'card-6');
    await widget.click('[part=action]');
    expect(widget.rows).to.have.length(1_000);
    expect(widget.part('action')).to.equal(null);
    expect(widget.root.activeElement).to.equal(widget.radios[6]);
    expect(widget.checked).to.equal('card-6');
  });

  it('wraps from the last shown card to the first', async () => {
    const widget = await mountMany(12);
    await widget.press('End', 0);
    expect(widget.checked).to.equal('card-5');
    await widget.press('ArrowDown', 4);
    expect(widget.checked).to.equal('card-1');
  });
});

describe('no-preselect', () => {
  const mountUnchosen = async (cardId: string | null) => {
    const widget = await mount(
      html`<mp-saved-cards
        no-preselect
        public-key=${nextKey()}
        .cardId=${cardId}
        .cards=${manyCards(2)}
      ></mp-saved-cards>`,
    );
    await widget.events.times('cards-ready');
    return widget;
  };

  it('starts with nothing chosen', async () => {
    const widget = await mountUnchosen(null);
    expect(widget.checked).to.equal(undefined);
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: null });
    await widget.choose(1);
    expect(widget.checked).to.equal('card-2');
  });

  it('still starts with the card that the page names', async () => {
    expect((await mountUnchosen('card-2')).checked).to.equal('card-2');
  });

  it('chooses nothing in place of a named card that is not there', async () => {
    expect((await mountUnchosen('card-9')).checked).to.equal(undefined);
  });
});
