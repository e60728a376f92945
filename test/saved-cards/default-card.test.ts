import { expect } from '@open-wc/testing';
import { amex, expired, mastercard, visa } from '../support/cards.js';
import { manage, NAMES } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';

const customer = { default_card: '1001', cards: [visa, mastercard, amex, expired] };
const PUT_MASTERCARD = 'PUT /api/cards/1002/default';

const badges = (row: Element): string[] =>
  [...row.querySelectorAll('.badge')].map((badge) => badge.textContent?.trim() ?? '');

describe('making a card the default one', () => {
  it('is offered for each card but the default one and expired ones', async () => {
    const { widget } = await manage(customer);
    const offered = widget.buttons().filter((name) => name.startsWith(esAr.makeDefaultNamed('')));
    expect(offered).to.deep.equal([esAr.makeDefaultNamed(NAMES.mastercard), esAr.makeDefaultNamed(NAMES.amex)]);
  });

  it('moves the badge when the shop has agreed, and no row', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    const { widget, makeDefault, pass, expectAccessible } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    expect(shop.log).to.deep.equal([PUT_MASTERCARD]);
    expect(badges(widget.rowOf(1001))).to.include(esAr.defaultCard);
    expect(widget.focused?.getAttribute('aria-busy')).to.equal('true');
    expect(widget.events.of('default-card-changed')).to.deep.equal([]);
    await makeDefault(NAMES.mastercard); // once is enough

    agree();
    const [detail] = await widget.events.times<{ card: { id: string } }>('default-card-changed');
    await pass(0);
    expect(detail?.card.id).to.equal('1002');
    expect(badges(widget.rowOf(1001))).to.deep.equal([]);
    expect(badges(widget.rowOf(1002))).to.deep.equal([esAr.defaultCard]);
    expect(widget.rowIds).to.deep.equal(['1001', '1002', '1003', '1004']);
    expect(widget.liveRegion).to.equal(esAr.defaultChanged(NAMES.mastercard));
    expect(widget.focusedRow).to.equal('1002');
    expect(shop.log).to.deep.equal([PUT_MASTERCARD]);
    await expectAccessible();
  });

  it('says in the row why the shop has not agreed, and tries again', async () => {
    const shop = new ScriptedMerchant().status(403).status(204);
    const { widget, makeDefault, pass, clock } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    const [fault] = await widget.events.times<{ error: { code: string }; phase: string }>('card-error');
    await pass(0);
    expect(fault).to.have.nested.property('error.code', 'signed-out');
    expect(fault?.phase).to.equal('default');
    expect(widget.text('[data-card="1002"] .notice .title')).to.equal(esAr.defaultFailed);
    expect(widget.notice).to.equal(esAr.signInAgain);
    expect(widget.liveRegion).to.equal(`${esAr.defaultFailed} ${esAr.signInAgain}`);
    expect(widget.focused?.textContent?.trim()).to.equal(esAr.retry);
    expect(widget.buttons(1002)).to.deep.equal([esAr.removeNamed(NAMES.mastercard), esAr.retry]);

    await widget.pressButton(esAr.retry);
    await widget.events.times('default-card-changed');
    await pass(0);
    expect(badges(widget.rowOf(1002))).to.deep.equal([esAr.defaultCard]);
    expect(widget.part('notice')).to.equal(null);
    expect(shop.log).to.deep.equal([PUT_MASTERCARD, PUT_MASTERCARD]);
    clock.uninstall();
  });

  const { defaultFailed, defaultUnknown, tryLater, checkConnection } = esAr;
  type Script = (shop: ScriptedMerchant) => ScriptedMerchant;
  const faults: [what: string, script: Script, title: string, reason: string][] = [
    ['a 400', (shop) => shop.status(400), defaultFailed, tryLater],
    // What does not say that the default card is still the same.
    ['a 500', (shop) => shop.status(500), defaultUnknown, tryLater],
    ['a page', (shop) => shop.html(), defaultUnknown, tryLater],
    ['no connection', (shop) => shop.offline(), defaultUnknown, checkConnection],
    ['a redirect without a list behind it', (shop) => shop.redirect().redirect(), defaultUnknown, tryLater],
    [
      'a redirect and a list that names none',
      (shop) => shop.redirect().cards([visa, mastercard]),
      defaultUnknown,
      tryLater,
    ],
  ];
  for (const [what, script, title, reason] of faults) {
    it(`says only what is known after ${what}`, async () => {
      const { widget, makeDefault, pass } = await manage(customer, script(new ScriptedMerchant()));
      await makeDefault(NAMES.mastercard);
      await widget.events.times('card-error');
      await pass(0);
      expect(widget.text('[data-card="1002"] .notice .title')).to.equal(title);
      expect(widget.liveRegion).to.equal(`${title} ${reason}`);
      expect(widget.events.of('default-card-changed')).to.deep.equal([]);
    });
  }

  it('is done when the shop redirects and its list names the card', async () => {
    const shop = new ScriptedMerchant().redirect().cards({ ...customer, default_card: '1002' });
    const { widget, makeDefault, pass } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    await widget.events.times('default-card-changed');
    await pass(0);
    expect(shop.log).to.deep.equal([PUT_MASTERCARD, 'GET /api/cards']);
    expect(badges(widget.rowOf(1002))).to.deep.equal([esAr.defaultCard]);
  });

  it('asks the shop for one after the other, so that the last one wins', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    shop.status(204);
    const { widget, makeDefault, pass } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    await makeDefault(NAMES.amex);
    expect(shop.log).to.deep.equal([PUT_MASTERCARD]);
    agree();
    await widget.events.times('default-card-changed', 2);
    await pass(0);
    expect(shop.log).to.deep.equal([PUT_MASTERCARD, 'PUT /api/cards/1003/default']);
    expect(badges(widget.rowOf(1003))).to.deep.equal([esAr.defaultCard]);
    expect(badges(widget.rowOf(1002))).to.deep.equal([]);
  });

  it('does not delay the removal of the same card', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    shop.status(204);
    const { widget, makeDefault, remove, pass } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    await remove(NAMES.mastercard);
    agree();
    await widget.events.times('default-card-changed');
    await pass(0);
    expect(widget.row(1002)).to.include(esAr.undo);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await widget.events.times('card-removed');
    expect(widget.rowIds).to.deep.equal(['1001', '1003', '1004']);
  });

  it('that fails while the card can be restored is reported at once, and shown with the card', async () => {
    const shop = new ScriptedMerchant();
    const refuse = shop.delayed('', 400);
    const { widget, makeDefault, remove, undo, pass } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    await remove(NAMES.mastercard);
    refuse();
    const [fault] = await widget.events.times<{ phase: string }>('card-error');
    await pass(0);
    expect(fault?.phase).to.equal('default');
    expect(widget.row(1002)).to.include(esAr.undo);
    await undo();
    expect(widget.text('[data-card="1002"] .notice .title')).to.equal(esAr.defaultFailed);
    expect(widget.buttons(1002)).to.include(esAr.retry);
  });

  it('is under way again when the card is restored before the shop has answered', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    const { widget, makeDefault, remove, undo, pass } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    await remove(NAMES.mastercard);
    await undo();
    await makeDefault(NAMES.mastercard); // once is enough
    agree();
    await widget.events.times('default-card-changed');
    await pass(0);
    expect(badges(widget.rowOf(1002))).to.deep.equal([esAr.defaultCard]);
    expect(shop.log).to.deep.equal([PUT_MASTERCARD]);
  });

  it('that fails while the card is being removed is reported', async () => {
    const shop = new ScriptedMerchant();
    const refuse = shop.delayed('', 400);
    shop.silence();
    const { widget, makeDefault, remove } = await manage(customer, shop);
    await makeDefault(NAMES.mastercard);
    await remove(NAMES.mastercard);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    refuse();
    const [fault] = await widget.events.times<{ phase: string }>('card-error');
    expect(fault?.phase).to.equal('default');
  });
});
