import { expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { mastercard, visa, withoutCode } from '../support/cards.js';
import { nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';
import { withinLimit } from '../support/time-limit.js';

const cards = [visa, mastercard, withoutCode];

const open = (codeFocus?: string) =>
  ready(
    html`<mp-saved-cards
      locale="es-AR"
      code-focus=${codeFocus ?? ''}
      public-key=${nextKey()}
      .cards=${cards}
    ></mp-saved-cards>`,
  );

/** Presses the middle of a place with the mouse. */
async function press(widget: SavedCards, place: Element): Promise<void> {
  place.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = place.getBoundingClientRect();
  const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  await withinLimit(sendMouse({ type: 'click', position }), () => 'the browser has not clicked');
  await widget.settled();
  await widget.ready();
}

const summaryOf = (widget: SavedCards, card: { id?: unknown }) => widget.rowOf(card.id).querySelector('.summary')!;
const focusCalls = (widget: SavedCards) => widget.standIn.callsOf('field.focus').length;

describe('code-focus="pointer"', () => {
  it('moves the focus on into the code of a card that is pressed, chosen already or not, by its label or its radio', async () => {
    const widget = await open('pointer');
    expect(widget.element.codeFocus).to.equal('pointer');
    await press(widget, summaryOf(widget, mastercard));
    expect([widget.checked, focusCalls(widget)]).to.deep.equal([mastercard['id'], 1]);
    await press(widget, widget.radios[0]!);
    expect([widget.checked, focusCalls(widget)]).to.deep.equal([visa['id'], 2]);
    (document.activeElement as HTMLElement).blur();
    await press(widget, summaryOf(widget, visa));
    expect(focusCalls(widget)).to.be.above(2);
  });

  it('leaves the focus alone for a card without a code', async () => {
    const widget = await open('pointer');
    await press(widget, summaryOf(widget, withoutCode));
    expect([widget.checked, focusCalls(widget)]).to.deep.equal([withoutCode['id'], 0]);
  });

  it('never moves the focus for the arrow keys, the space bar, or a choice of the page', async () => {
    const widget = await open('pointer');
    await press(widget, summaryOf(widget, withoutCode)); // the last press was with the mouse
    await widget.press('Home', 2);
    await widget.press('ArrowDown', 0);
    expect(widget.checked).to.equal(mastercard['id']);
    widget.element.cardId = null;
    await widget.settled();
    await widget.press(' ', 1);
    expect(widget.checked).to.equal(mastercard['id']);
    widget.element.cardId = String(visa['id']);
    await widget.settled();
    await widget.ready();
    await widget.choose(1); // a script of the page clicks
    await widget.ready();
    expect([widget.checked, focusCalls(widget)]).to.deep.equal([mastercard['id'], 0]);
  });

  it('is off by default', async () => {
    const widget = await open();
    await press(widget, summaryOf(widget, mastercard));
    expect([widget.checked, focusCalls(widget)]).to.deep.equal([mastercard['id'], 0]);
  });
});
