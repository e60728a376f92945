import { expect, html } from '@open-wc/testing';
import { amex, mastercard, visa } from '../support/cards.js';
import { NAMES } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { mount, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

const CARDS = [visa, mastercard, amex];

const remove = (widget: SavedCards, name: string): Promise<void> => widget.pressButton(esAr.removeNamed(name));

/** The page has replaced its section: the new list shows the cards of the one before, while the shop is asked. */
async function replaced(shop: ScriptedMerchant): Promise<SavedCards> {
  const { fetch } = shop;
  const before = await mount(html`
    <div>
      <mp-saved-cards
        mode="manage"
        endpoint="/api/cards"
        locale="es-AR"
        request-headers=${JSON.stringify({ 'X-Shopper': nextKey() })}
        .fetch=${fetch}
      ></mp-saved-cards>
    </div>
  `);
  await before.events.times('cards-ready');
  await before.settled();
  const element = before.element.cloneNode() as typeof before.element;
  before.element.replaceWith(Object.assign(element, { fetch }));
  const widget = before.of(element);
  await widget.settled();
  await widget.events.times('cards-ready', 2);
  widget.events.forget();
  return widget;
}

describe('a card that the shop removes while it is asked for the list', () => {
  it('is not in the list that the shop has made before', async () => {
    const shop = new ScriptedMerchant().cards(CARDS);
    const answer = shop.delayed(CARDS);
    shop.status(204);
    const widget = await replaced(shop);
    expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003']);
    await remove(widget, NAMES.visa);
    await remove(widget, NAMES.mastercard); // sends the first one
    await widget.events.times('card-removed');
    answer();
    await widget.events.times('cards-ready');
    await widget.settled();
    expect(shop.changes).to.deep.equal(['DELETE /api/cards/1001']);
    expect(widget.rowIds).to.deep.equal(['1002', '1003']);
    expect(widget.row(1002)).to.include(esAr.undo);
  });

  it('is in a list that is asked for later, if the shop has it again', async () => {
    const shop = new ScriptedMerchant().cards(CARDS).silence().status(204).cards(CARDS);
    const widget = await replaced(shop);
    await remove(widget, NAMES.visa);
    await remove(widget, NAMES.mastercard);
    await widget.events.times('card-removed');
    widget.element.reload();
    await widget.events.times('cards-ready');
    await widget.settled();
    expect(widget.rowIds).to.include('1001');
  });
});
