import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { decodeCards } from '../../src/card/decode.js';
import type { SavedCard } from '../../src/card/saved-card.js';
import { CARD_LIST } from '../../src/core/card-list-link.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { manage, NAMES, type ManagedPage } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { afterTest } from '../support/saved-cards-harness.js';

const cards = [visa, mastercard, amex];
const DELETE_MASTERCARD = 'DELETE /api/cards/1002';

/** The page's main pointer is a finger. */
function touch(): void {
  const { matchMedia } = window;
  afterTest(() => void Object.assign(window, { matchMedia }));
  Object.assign(window, { matchMedia: (query: string) => ({ matches: query === '(pointer: coarse)' }) });
}

describe('a card that is removed', () => {
  it('is replaced by a message and an undo button, which has the focus', async () => {
    const { widget, shop, remove, expectAccessible } = await manage(cards);
    await remove(NAMES.mastercard);
    expect(widget.row(1002)).to.equal(`${esAr.removed('Mastercard •••• 0604')} ${esAr.undo}`);
    expect(widget.focused?.textContent?.trim()).to.equal(esAr.undo);
    expect(widget.liveRegion).to.equal(esAr.removed(NAMES.mastercard));
    expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003']);
    expect(shop.log).to.deep.equal([]);
    await expectAccessible();
  });

  it('asks the page first, which may keep it', async () => {
    const { widget, remove } = await manage(cards);
    widget.element.addEventListener('before-remove', (event) => event.preventDefault());
    await remove(NAMES.mastercard);
    expect(widget.events.of('before-remove')).to.have.length(1);
    expect(widget.events.of<{ card: { id: string } }>('before-remove')[0]?.card.id).to.equal('1002');
    expect(widget.buttons(1002)).to.include(esAr.removeNamed(NAMES.mastercard));
  });

  it('is not asked of the shop while the row has the focus, and once 5 s after', async () => {
    const { shop, pass, lookAway, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    await pass(60_000);
    expect(shop.log).to.deep.equal([]);
    await lookAway();
    await pass(4_999);
    expect(shop.log).to.deep.equal([]);
    await pass(1);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
    await pass(60_000);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
  });

  it('begins its time again when the focus comes back and leaves again', async () => {
    const { widget, shop, pass, lookAway, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    await lookAway();
    await pass(4_000);
    widget.rowOf(1002).querySelector('button')?.focus();
    await pass(20_000);
    await lookAway();
    await pass(4_999);
    expect(shop.log).to.deep.equal([]);
    await pass(1);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
  });

  it('waits while the pointer is on its row', async () => {
    const { widget, shop, pass, lookAway, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    await lookAway();
    const { left, top, width, height } = widget.rowOf(1002).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    afterTest(resetMouse);
    await pass(60_000);
    expect(shop.log).to.deep.equal([]);
    await sendMouse({ type: 'move', position: [1, window.innerHeight - 1] });
    await pass(4_999);
    expect(shop.log).to.deep.equal([]);
    await pass(1);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
  });

  it('has 10 s on touch', async () => {
    touch();
    const { shop, pass, lookAway, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    await lookAway();
    await pass(9_999);
    expect(shop.log).to.deep.equal([]);
    await pass(1);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
  });

  it('is reported to the page when the shop has agreed, not before', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    const { widget, pass, lookAway, remove } = await manage(cards, shop);
    await remove(NAMES.mastercard);
    await lookAway();
    await pass(5_000);
    expect(widget.rowIds).to.deep.equal(['1001', '1003']);
    expect(widget.events.of('card-removed')).to.deep.equal([]);
    agree();
    const [detail] = await widget.events.times<{ card: { id: string } }>('card-removed');
    expect(detail?.card.id).to.equal('1002');
    expect(widget.rowIds).to.deep.equal(['1001', '1003']);
  });

  it('comes back with undo, which has the focus, and nothing was sent', async () => {
    const { widget, shop, pass, remove, undo } = await manage(cards);
    await remove(NAMES.mastercard);
    await undo();
    expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003']);
    expect(widget.focusedRow).to.equal('1002');
    expect(widget.liveRegion).to.equal(esAr.restored(NAMES.mastercard));
    await pass(60_000);
    expect(shop.log).to.deep.equal([]);
    expect(widget.events.of('card-removed')).to.deep.equal([]);
  });

  it('can be undone, and is asked of the shop in time, though the page gives other cards meanwhile', async () => {
    const { widget, shop, pass, lookAway, remove, undo } = await manage(cards);
    await remove(NAMES.mastercard);
    widget.element.cards = [amex, visa, mastercard];
    await widget.settled();
    expect(shop.log).to.deep.equal([]);
    await undo();
    expect(widget.rowIds).to.deep.equal(['1003', '1001', '1002']);
    await lookAway();
    await pass(60_000);
    expect(shop.log).to.deep.equal([]);
  });

  it('is not asked of the shop when the shopper saves the same card again meanwhile', async () => {
    const { widget, shop, pass, lookAway, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    const [again] = decodeCards([{ ...mastercard, id: '2002' }]).cards;
    widget.element[CARD_LIST].cardAdded(again as SavedCard);
    await widget.settled();
    expect(widget.rowIds).to.deep.equal(['2002', '1001', '1003']);
    await lookAway();
    await pass(60_000);
    expect(shop.log).to.deep.equal([]);
  });

  it('is sent at once when another card is removed', async () => {
    const { widget, shop, pass, lookAway, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    await remove(NAMES.amex);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
    expect(widget.rowIds).to.deep.equal(['1001', '1003']);
    expect(widget.focusedRow).to.equal('1003');
    expect(widget.focused?.textContent?.trim()).to.equal(esAr.undo);
    await lookAway();
    await pass(5_000);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD, 'DELETE /api/cards/1003']);
  });

  it('is sent when the element leaves the page, and not when it moves in it', async () => {
    const { widget, shop, pass, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    const place = document.createElement('div');
    widget.page.after(place);
    afterTest(() => place.remove());
    place.append(widget.element);
    await pass(0);
    expect(shop.log).to.deep.equal([]);
    widget.element.remove();
    await pass(0);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
    await pass(60_000);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
  });

  it('is sent in the same turn in which the page goes away, so that it outlives the page', async () => {
    const { widget, shop, pass, remove } = await manage(cards);
    let asked = 0;
    widget.element.requestInit = () => Promise.resolve({ headers: { 'X-CSRF-Token': `token ${++asked}` } });
    await remove(NAMES.mastercard);
    await pass(0);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
    expect(shop.requests[0]?.init.keepalive).to.equal(true);
    expect(new Headers(shop.requests[0]?.init.headers).get('X-CSRF-Token')).to.equal('token 1');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await pass(60_000);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD]);
    expect(asked).to.equal(1);
  });

  it('leaves no trace of pagehide after undo', async () => {
    const { shop, remove, undo } = await manage(cards);
    await remove(NAMES.mastercard);
    await undo();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(shop.log).to.deep.equal([]);
  });

  it('passes the focus to the next row, from the last one to the one before', async () => {
    const { widget, pass, remove } = await manage(cards);
    await remove(NAMES.mastercard);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await widget.settled();
    expect(widget.focusedRow).to.equal('1003');
    await remove(NAMES.amex);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await pass(0);
    expect(widget.focusedRow).to.equal('1001');
  });

  it('leaves the empty list with the focus when it was the only one', async () => {
    const { widget, pass, remove, expectAccessible } = await manage([visa]);
    await remove(NAMES.visa);
    expect(widget.element.state).to.equal('ready');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await pass(0);
    expect(widget.element.state).to.equal('empty');
    expect(widget.focused?.textContent).to.equal(esAr.emptyManage);
    await expectAccessible();
  });

  const lists: [what: string, renew: (page: ManagedPage) => void][] = [
    ['the list is asked for again', ({ widget }) => widget.element.reload()],
  ];
  for (const [what, renew] of lists) {
    it(`is sent when ${what}, and does not come back with them`, async () => {
      const shop = new ScriptedMerchant();
      const agree = shop.delayed('');
      shop.cards([amex, visa, mastercard]);
      const page = await manage(cards, shop);
      const { widget, pass } = page;
      await page.remove(NAMES.mastercard);
      renew(page);
      await widget.events.times('cards-ready', 2);
      await pass(0);
      expect(shop.changes).to.deep.equal([DELETE_MASTERCARD]);
      expect(widget.rowIds).to.deep.equal(['1003', '1001']);
      agree();
      await widget.events.times('card-removed');
      await pass(60_000);
      expect(widget.rowIds).to.deep.equal(['1003', '1001']);
      expect(shop.changes).to.deep.equal([DELETE_MASTERCARD]);
    });
  }

  it('does not come back with a list that was on its way when the shop agreed', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    const list = shop.delayed(cards);
    const { widget, remove } = await manage(cards, shop);
    await remove(NAMES.mastercard);
    widget.element.reload();
    agree();
    await widget.events.times('card-removed');
    list();
    await widget.events.times('cards-ready', 2);
    await widget.settled();
    expect(widget.rowIds).to.deep.equal(['1001', '1003']);
  });
});
