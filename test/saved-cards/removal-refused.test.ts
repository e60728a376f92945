import { expect } from '@open-wc/testing';
import { TIMEOUT, UNDO_TIME } from '../../src/timeouts.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { manage, NAMES, type ManagedPage } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';

const cards = [visa, mastercard, amex];
const DELETE_MASTERCARD = 'DELETE /api/cards/1002';

/** The shopper removes the card, and the shop answers. */
async function removed(shop: ScriptedMerchant): Promise<ManagedPage> {
  const page = await manage(cards, shop);
  await page.remove(NAMES.mastercard);
  await page.lookAway();
  await page.pass(UNDO_TIME.mouse);
  return page;
}

describe('a removal that the shop does not agree to', () => {
  const { removeFailed, removeUnknown, tryLater, signInAgain, checkConnection } = esAr;
  type Script = (shop: ScriptedMerchant) => ScriptedMerchant;
  const faults: [what: string, script: Script, code: string, title: string, reason: string][] = [
    ['a 400', (shop) => shop.status(400, '{"message": "no", "cause": []}'), 'endpoint-status', removeFailed, tryLater],
    ['a 401', (shop) => shop.status(401), 'signed-out', removeFailed, signInAgain],
    ['a 404 of a listed card', (shop) => shop.status(404).cards(cards), 'endpoint-status', removeFailed, tryLater],
    // What does not say that the card is still saved.
    ['a 500', (shop) => shop.status(500, 'stack trace'), 'endpoint-status', removeUnknown, tryLater],
    ['a page', (shop) => shop.html(), 'protocol', removeUnknown, tryLater],
    ['no connection', (shop) => shop.offline(), 'endpoint-network', removeUnknown, checkConnection],
    ['a redirect', (shop) => shop.redirect().redirect(), 'endpoint-status', removeUnknown, tryLater],
  ];
  for (const [what, script, code, title, reason] of faults) {
    it(`for ${what} puts the card back in its place, with the reason`, async () => {
      const { widget, pass } = await removed(script(new ScriptedMerchant()));
      await pass(0);
      const [fault] = await widget.events.times<{ error: { code: string }; phase: string }>('card-error');
      expect(fault).to.have.nested.property('error.code', code);
      expect(fault?.phase).to.equal('remove');
      await widget.settled();
      expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003']);
      expect(widget.text('.notice .title')).to.equal(title);
      expect(widget.notice).to.equal(reason);
      expect(widget.liveRegion).to.equal(`${title} ${reason}`);
      expect(widget.events.of('card-removed')).to.deep.equal([]);
    });
  }

  it('says so after the time that an answer has', async () => {
    const { widget, pass } = await removed(new ScriptedMerchant().silence());
    expect(widget.rowIds).to.deep.equal(['1001', '1003']);
    await pass(TIMEOUT.merchant);
    expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003']);
    expect(widget.notice).to.equal(esAr.checkConnection);
  });

  for (const [what, answer] of [
    ['the card is unknown', (shop) => shop.status(404)],
    ['the shop redirects', (shop) => shop.redirect()],
  ] as [string, Script][]) {
    it(`is none when ${what} and the card is not listed any more`, async () => {
      const { widget, shop, pass } = await removed(answer(new ScriptedMerchant()).cards([visa, amex]));
      await pass(0);
      await widget.events.times('card-removed');
      expect(shop.log).to.deep.equal([DELETE_MASTERCARD, 'GET /api/cards']);
      expect(widget.rowIds).to.deep.equal(['1001', '1003']);
    });
  }

  it('can be tried again at once, in its row, and the focus stays there until the row goes', async () => {
    const shop = new ScriptedMerchant().status(500).status(500);
    const agree = shop.delayed('');
    const { widget, pass } = await removed(shop);
    // An answer's body is read in a time that no clock drives.
    await widget.events.times('card-error');
    await pass(0);
    expect(widget.buttons(1002)).to.deep.equal([esAr.makeDefaultNamed(NAMES.mastercard), esAr.retry]);

    await widget.pressButton(esAr.retry);
    expect(widget.rowOf(1002).querySelector('.notice button')?.getAttribute('aria-busy')).to.equal('true');
    await widget.events.times('card-error', 2);
    await pass(0);
    expect(widget.notice).to.equal(esAr.tryLater);
    expect(widget.focused?.textContent?.trim()).to.equal(esAr.retry);

    await widget.pressButton(esAr.retry);
    agree();
    await widget.events.times('card-removed');
    await pass(0);
    expect(shop.log).to.deep.equal([DELETE_MASTERCARD, DELETE_MASTERCARD, DELETE_MASTERCARD]);
    expect(widget.rowIds).to.deep.equal(['1001', '1003']);
    expect(widget.focusedRow).to.equal('1003');
    expect(widget.events.of('before-remove')).to.have.length(1);
  });

  it('is accessible', async () => {
    const { widget, pass, expectAccessible } = await removed(new ScriptedMerchant().status(500));
    await widget.events.times('card-error');
    await pass(0);
    await expectAccessible();
  });

  it('is shown when the page cannot say what to send', async () => {
    const shop = new ScriptedMerchant().status(204);
    const page = await manage(cards, shop);
    const { widget, pass } = page;
    widget.element.requestInit = () => Promise.reject(new Error('no session'));
    await page.remove(NAMES.mastercard);
    await page.lookAway();
    await pass(UNDO_TIME.mouse);
    expect(widget.notice).to.equal(esAr.checkConnection);
    expect(shop.log).to.deep.equal([]);
  });

  it('of a list that is asked for again is shown in the new list', async () => {
    const shop = new ScriptedMerchant();
    const refuse = shop.delayed({}, 500);
    shop.cards(cards);
    const { widget, pass, remove } = await manage(cards, shop);
    await remove(NAMES.mastercard);
    widget.element.reload();
    await widget.events.times('cards-ready', 2);
    await pass(0);
    expect(widget.rowIds).to.deep.equal(['1001', '1003']);
    refuse();
    await widget.events.times('card-error');
    await pass(0);
    expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003']);
    expect(widget.notice).to.equal(esAr.tryLater);
  });
});
