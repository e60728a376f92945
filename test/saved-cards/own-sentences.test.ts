import { expect, html } from '@open-wc/testing';
import type { Messages } from '../../src/elements.js';
import { expired, mastercard, visa } from '../support/cards.js';
import { CODE, mount, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const NO_FUNDS = 'cc_rejected_insufficient_amount';
const BANK = 'cc_rejected_call_for_authorize';

const list = (cards: readonly unknown[], messages: Partial<Messages>) =>
  html`<mp-saved-cards locale="en-US" public-key=${nextKey()} .cards=${cards} .messages=${messages}></mp-saved-cards>`;

/** What is read after a refusal, and heard. */
async function refused(widget: SavedCards, value: string): Promise<string> {
  widget.element.paymentRejected(value);
  await widget.settled();
  expect(widget.liveRegion).to.include(widget.notice);
  return widget.notice;
}

describe('a sentence that offers another card', () => {
  const CASES: [what: string, cards: unknown[], messages: Partial<Messages>, value: string, notice: string][] = [
    [
      'is whole where the page has no words for another card',
      [visa],
      { anotherCard: '' },
      NO_FUNDS,
      'You haven’t been charged. Use another payment method.',
    ],
    [
      'of the page is not cut where there is no other card',
      [visa],
      { callBank: 'Ask your bank, or take another card, e.g. No. 2. We wait.' },
      BANK,
      'Ask your bank, or take another card, e.g. No. 2. We wait.',
    ],
    [
      'of the page can name what else there is',
      [visa],
      { callBank: 'Ask your bank. Or take {anotherCard}: we wait.', anotherMethod: 'cash' },
      BANK,
      'Ask your bank. Or take cash: we wait.',
    ],
    [
      'of the page can name another card where there is one',
      [visa, mastercard],
      { callBank: 'Ask your bank. Or take {anotherCard}: we wait.', anotherCard: 'a card that works' },
      BANK,
      'Ask your bank. Or take a card that works: we wait.',
    ],
    [
      'of the page keeps braces that name no message',
      [visa],
      { callBank: 'Ask {your bank} or {noMessage}.' },
      BANK,
      'Ask {your bank} or {noMessage}.',
    ],
  ];
  for (const [what, cards, messages, value, notice] of CASES)
    it(what, async () => {
      expect(await refused(await ready(list(cards, messages)), value)).to.equal(notice);
    });

  it('at an expired card that was pressed follows when the last other one goes', async () => {
    const widget = await mount(html`
      <mp-saved-cards locale="en-US" public-key=${nextKey()} no-preselect .cards=${[expired]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    await widget.choose(0);
    expect(widget.row(1004)).to.include('This card can no longer be used. Use another card.');
    widget.element.querySelector('mp-add-card')!.remove();
    await widget.settled();
    expect(widget.row(1004)).to.include('This card can no longer be used. Use another payment method.');
  });
});

describe('the page’s own sentence about money', () => {
  it('begins every sentence that begins with it', async () => {
    const widget = await ready(list([visa, mastercard], { nothingCharged: 'Not a cent was taken.' }));
    expect(await refused(widget, NO_FUNDS)).to.equal('Not a cent was taken. Use another card or payment method.');
  });

  it('is not said of an attempt before that may have been charged', async () => {
    const widget = await ready(list([visa, mastercard], { nothingCharged: 'Not a cent was taken.' }));
    await widget.tokenize();
    widget.element.paymentResult(null);
    await widget.settled();
    await widget.ready();
    await widget.standIn.clear('securityCode');
    await widget.type(CODE);
    await widget.tokenize();
    expect(await refused(widget, NO_FUNDS)).to.equal(
      'This attempt wasn’t charged. Use another card or payment method. Check your email or your orders before paying again.',
    );
  });
});
