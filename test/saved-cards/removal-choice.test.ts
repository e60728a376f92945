import { expect, html } from '@open-wc/testing';
import { UNDO_TIME } from '../../src/timeouts.js';
import { amex, expired, mastercard, visa } from '../support/cards.js';
import '../support/fake-new-card.js';
import { manage, NAMES, type ManageOptions } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { CODE } from '../support/saved-cards-harness.js';

const pay = (cards: readonly unknown[], options: ManageOptions = {}, shop?: ScriptedMerchant) =>
  manage(cards, shop, { mode: 'pay', removable: true, ...options });

describe('removing where cards are paid with', () => {
  it('can be tried again after it failed, also once the expired card was pressed', async () => {
    const shop = new ScriptedMerchant().status(500);
    const { widget, remove, lookAway, pass } = await pay([visa, expired], { removable: false }, shop);
    await remove(NAMES.expired);
    await lookAway();
    await pass(UNDO_TIME.mouse);
    await widget.events.times('card-error');
    await widget.settled();
    await widget.choose(1);
    expect(widget.row(1004)).to.include(esAr.cardUnusable);
    expect(widget.row(1004)).to.include(esAr.retry);
  });

  it('is offered beside each label when the page wants it, and for expired cards always', async () => {
    const { widget, expectAccessible } = await pay([visa, expired], { removable: false });
    expect(widget.buttons()).to.deep.equal([esAr.removeNamed(NAMES.expired)]);
    widget.element.removable = true;
    await widget.settled();
    expect(widget.buttons()).to.deep.equal([esAr.removeNamed(NAMES.visa), esAr.removeNamed(NAMES.expired)]);
    expect(widget.root.querySelector('label button')).to.equal(null);
    await expectAccessible();
  });

  it('is not offered without an endpoint', async () => {
    const { widget } = await pay([visa, expired], { endpoint: '' });
    expect(widget.buttons()).to.deep.equal([]);
  });

  it('does not choose the card', async () => {
    const { widget, remove } = await pay([visa, mastercard]);
    await remove(NAMES.mastercard);
    expect(widget.checked).to.equal('1001');
    expect(widget.events.of('card-selected')).to.deep.equal([]);
  });

  it('keeps the code and the token of another card that is chosen', async () => {
    const { widget, remove, undo } = await pay([visa, mastercard]);
    await widget.tokenize();
    await remove(NAMES.mastercard);
    await undo();
    expect(widget.element.state).to.equal('tokenized');
    expect(widget.codeInput.value).to.equal(CODE);
    expect(widget.focusedRow).to.equal('1002');
    expect((widget.focused as HTMLInputElement).type).to.equal('radio');
  });

  it('takes an expired card away and brings it back', async () => {
    const { widget, shop, remove, undo, pass, lookAway } = await pay([visa, expired], { removable: false });
    await remove(NAMES.expired);
    await undo();
    expect(widget.focusedRow).to.equal('1004');
    await remove(NAMES.expired);
    await lookAway();
    await pass(5_000);
    expect(shop.log).to.deep.equal(['DELETE /api/cards/1004']);
    expect(widget.rowIds).to.deep.equal(['1001']);
  });

  describe('of the chosen card', () => {
    it('chooses the next one that can be paid with, with an empty code and no token', async () => {
      const { widget, remove } = await pay([visa, expired, mastercard]);
      await widget.tokenize();
      widget.events.forget();
      await remove(NAMES.visa);
      await widget.ready();
      expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: '1002' });
      expect(widget.checked).to.equal('1002');
      expect(widget.codeInput.value).to.equal('');
      expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason: 'selection' }]);
      expect(widget.events.of<{ card: { id: string } }>('card-selected')[0]?.card.id).to.equal('1002');
      expect(widget.focused?.textContent?.trim()).to.equal(esAr.undo);
      expect(widget.liveRegion).to.equal(`${esAr.removed(NAMES.visa)}. ${esAr.nowChosen(NAMES.mastercard)}`);
    });

    it('goes around the end of the list', async () => {
      const { widget, remove } = await pay([visa, mastercard]);
      await widget.choose(1);
      await remove(NAMES.mastercard);
      expect(widget.checked).to.equal('1001');
    });

    it('is undone together with the choice', async () => {
      const { widget, remove, undo } = await pay([visa, mastercard]);
      await remove(NAMES.visa);
      await widget.ready();
      await widget.type(CODE);
      await undo();
      await widget.ready();
      expect(widget.checked).to.equal('1001');
      expect(widget.element.cardId).to.equal('1001');
      expect(widget.codeInput.value).to.equal('');
      expect(widget.focusedRow).to.equal('1001');
    });

    it('keeps its row, with undo, where a long list is shown in part', async () => {
      const cards = Array.from({ length: 8 }, (_, index) => ({ ...visa, id: `card-${index}` }));
      const { widget } = await pay(cards);
      widget.element.cardId = 'card-7';
      await widget.settled();
      await widget.pressButton(esAr.removeNamed(NAMES.visa), 'card-7');
      expect(widget.rowIds).to.include('card-7');
      expect(widget.focusedRow).to.equal('card-7');
      await widget.pressButton(esAr.undo, 'card-7');
      expect(widget.checked).to.equal('card-7');
    });

    it('leaves the choice that the shopper has made since, when it is undone', async () => {
      const { widget, remove, undo } = await pay([visa, mastercard, amex]);
      await remove(NAMES.visa);
      await widget.choose(1); // the removed row has no label
      expect(widget.checked).to.equal('1003');
      await undo();
      expect(widget.checked).to.equal('1003');
    });

    it('chooses nothing when no other card can be paid with', async () => {
      const { widget, remove } = await pay([visa, expired], { required: true });
      await remove(NAMES.visa);
      expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: null });
      expect(widget.element.checkValidity()).to.equal(false);
      await widget.expectTokenError('code-incomplete');
    });

    it('chooses nothing when the page wants the shopper to choose', async () => {
      const { widget, remove } = await pay([visa, mastercard], { noPreselect: true });
      await widget.choose(0);
      await widget.ready();
      await remove(NAMES.visa);
      expect(widget.checked).to.equal(undefined);
    });

    it('opens "use another card" when there is nothing else', async () => {
      const content = html`<fake-new-card slot="add-card"></fake-new-card>`;
      const { widget, remove, undo } = await pay([visa], { content });
      await remove(NAMES.visa);
      expect(widget.element.querySelector('fake-new-card')).to.have.property('isOpen', true);
      expect(widget.focused?.textContent?.trim()).to.equal(esAr.undo);
      await undo();
      expect(widget.checked).to.equal('1001');
      expect(widget.element.querySelector('fake-new-card')).to.have.property('isOpen', false);
    });

    it('ends the attempt at a token, and none of it is paid with', async () => {
      const { widget, remove } = await pay([visa, mastercard]);
      const release = widget.standIn.hold('token');
      await widget.type(CODE);
      const failed = widget.tokenError();
      await remove(NAMES.visa);
      release();
      expect((await failed).code).to.equal('aborted');
      await widget.ready();
      await widget.expectTokenError('code-incomplete');
      expect(widget.events.of('token-ready')).to.deep.equal([]);
    });

    it('cannot be chosen by the page while it waits', async () => {
      const { widget, remove } = await pay([visa, mastercard]);
      await remove(NAMES.visa);
      widget.element.cardId = '1001';
      await widget.settled();
      expect(widget.element.cardId).to.equal('1002');
    });

    it('comes back unchosen when the shop does not agree', async () => {
      const { widget, remove, pass, lookAway } = await pay([visa, mastercard], {}, new ScriptedMerchant().status(500));
      await remove(NAMES.visa);
      await lookAway();
      await pass(5_000);
      await widget.events.times('card-error');
      await pass(0);
      expect(widget.rowIds).to.deep.equal(['1001', '1002']);
      expect(widget.checked).to.equal('1002');
      expect(widget.text('.notice .title')).to.equal(esAr.removeUnknown);
      await widget.choose(0);
      expect(widget.checked).to.equal('1001');
    });
  });
});
