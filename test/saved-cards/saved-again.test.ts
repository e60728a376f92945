import { expect } from '@open-wc/testing';
import { esAr } from '../support/messages.js';
import { savedVisa } from '../support/add-card-harness.js';
import { mastercard } from '../support/cards.js';
import { TURN } from '../support/event-log.js';
import { expectFocus } from '../support/focus.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { slottedCheckout } from '../support/slotted-checkout.js';

const NAME = `Visa ${esAr.endingIn('3704')}`;
const pagehide = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

/** The shopper has removed a card, and typed it again into the form below the list. */
async function typedAgain(shop: ScriptedMerchant, act: () => void = () => {}) {
  const page = await slottedCheckout({ cards: [{ ...savedVisa, id: '1001' }, mastercard], shop, intent: 'save' });
  const { list, card, log } = page;
  await list.pressButton(esAr.removeNamed(NAME));
  await new Promise((resolve) => setTimeout(resolve));
  act();
  await page.chooseOther();
  await card.typeCard();
  log.forget();
  return page;
}

describe('a card that is removed and saved again', () => {
  for (const id of ['2001', '1001']) {
    it(`under the id ${id === '1001' ? 'of before' : 'that the shop gives it'} is shown once, and not removed`, async () => {
      const { list, card, log } = await typedAgain(new ScriptedMerchant().cards({ ...savedVisa, id }));
      await card.element.save();
      await list.ready();
      await list.settled();
      expect(list.rowIds).to.deep.equal([id, '1002']);
      expect(list.checked).to.equal(id);
      expectFocus(list.frame);
      expect(list.buttons()).not.to.include(esAr.undo);
      log.during(pagehide);
      expect(log.lines).to.deep.equal([
        'form before-tokenize null',
        'POST /cards',
        'form payment-method-change none',
        'list state-change ready',
        `form card-added ${id}`,
        TURN,
      ]);
      expect((await list.tokenize()).cardId).to.equal(id);
    });
  }

  it('while the shop removes it stays under its new id', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    shop.cards(savedVisa);
    const { list, card } = await typedAgain(shop, pagehide);
    await card.element.save();
    await list.ready();
    agree();
    await list.events.times('card-removed');
    await list.settled();
    expect(list.rowIds).to.deep.equal(['2001', '1002']);
    expect(list.checked).to.equal('2001');
  });

  it('but refused by the shop is removed as the shopper wanted', async () => {
    const { list, card, log } = await typedAgain(new ScriptedMerchant().status(400).status(204));
    await card.codeOf(card.element.save());
    log.forget();
    log.during(pagehide);
    expect(log.lines).to.deep.equal(['DELETE /cards/1001', TURN]);
    await list.events.times('card-removed');
    await list.settled();
    expect(list.rowIds).to.deep.equal(['1002']);
  });
});
