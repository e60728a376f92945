import { expect, html } from '@open-wc/testing';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { esAr } from '../support/messages.js';
import { mountForm, savedVisa } from '../support/add-card-harness.js';
import { mastercard } from '../support/cards.js';
import { TURN } from '../support/event-log.js';
import { expectFocus } from '../support/focus.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { nextKey, SavedCards } from '../support/saved-cards-harness.js';
import { slottedCheckout } from '../support/slotted-checkout.js';

/** A list that is paid with its first card, which a form beside it saves again under this id. */
async function paidAndSaved(id: string): Promise<SavedCards> {
  const shop = new ScriptedMerchant().cards({ ...savedVisa, id });
  const card = await mountForm(html`
    <div>
      <mp-saved-cards
        id="paid-list"
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/cards"
        .cards=${[{ ...savedVisa, id: '1001' }, mastercard]}
        .fetch=${shop.fetch}
      ></mp-saved-cards>
      <mp-add-card for="paid-list"></mp-add-card>
    </div>
  `);
  const element = card.page.querySelector<MpSavedCardsElement>('mp-saved-cards')!;
  const list = new SavedCards(element, card.page, card.standIn, card.events, card.log);
  await list.ready();
  await list.tokenize();
  element.paymentResult({ status: 'approved', status_detail: 'accredited' });
  await list.settled();
  card.element.open = true;
  await card.ready();
  await card.typeCard();
  await card.element.save();
  await list.settled();
  return list;
}

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

  it('under its id while the shop removes it is shown and chosen, also once the shop has answered', async () => {
    const shop = new ScriptedMerchant();
    const agree = shop.delayed('');
    shop.cards({ ...savedVisa, id: '1001' });
    const { list, card } = await typedAgain(shop, pagehide);
    await card.element.save();
    await list.ready();
    expect([list.rowIds, list.checked]).to.deep.equal([['1001', '1002'], '1001']);
    agree();
    await new Promise((resolve) => setTimeout(resolve));
    await list.settled();
    expect([list.rowIds, list.checked]).to.deep.equal([['1001', '1002'], '1001']);
    expect((await list.tokenize()).cardId).to.equal('1001');
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

describe('a card that was paid with and is saved again', () => {
  for (const id of ['1001', '2001']) {
    it(`under the id ${id === '1001' ? 'of before' : 'that the shop gives it'} is the one for another payment`, async () => {
      const list = await paidAndSaved(id);
      expect([list.rowIds, list.checked]).to.deep.equal([[id, '1002'], id]);
      await list.pressButton(esAr.anotherPayment);
      await list.ready();
      expect((await list.tokenize()).cardId).to.equal(id);
    });
  }
});
