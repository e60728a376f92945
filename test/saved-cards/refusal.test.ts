import { expect, html } from '@open-wc/testing';
import { rejectedOutcome, type Outcome } from '../../src/card/outcome.js';
import { outcomeMessage } from '../../src/i18n/outcome-message.js';
import { REFUSED_DETAILS } from '../card/declines.js';
import { mastercard, optionalCode, visa, withoutCode } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import type { FakeNewCard } from '../support/fake-new-card.js';
import '../support/fake-new-card.js';
import { esAr, matchLocale } from '../support/messages.js';
import { CODE, mount, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const BACK_OF_THREE = { length: 3, location: 'back', mode: 'mandatory' } as const;

/** The element refuses, the frame is mounted again, and focus goes where it has to. */
async function refuse(widget: SavedCards, reason: Parameters<typeof widget.element.paymentRejected>[0]): Promise<void> {
  widget.element.paymentRejected(reason);
  await widget.settled();
  if (widget.part('field')) await widget.ready();
  await widget.settled();
}

/** Where the focus is, as a word. */
function focusOf({ root, standIn, element }: SavedCards): string {
  const { activeElement } = root;
  if (standIn.callsOf('field.focus').length > 0) return 'code';
  if (activeElement?.matches('#notice')) return 'notice';
  if (activeElement?.matches('input[type=radio]')) return `row ${(activeElement as HTMLInputElement).value}`;
  return document.activeElement === element ? 'element' : 'nowhere';
}

const PLACES: Record<Outcome['remedy'], string> = {
  code: 'code',
  card: 'row 1002',
  bank: 'notice',
  installments: 'notice', // where no installments are offered
  retry: 'notice',
  look: 'notice',
  none: 'notice',
};

describe('a refused payment', () => {
  for (const value of REFUSED_DETAILS) {
    it(`of ${value} is said in every language, and focus goes to what corrects it`, async () => {
      const outcome = rejectedOutcome(value) as Outcome;
      const widget = await ready(
        html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>`,
      );
      const lacks = { form: true, installments: true };
      await refuse(widget, value);
      expect(focusOf(widget)).to.equal(PLACES[outcome.remedy]);
      for (const locale of ['es-AR', 'es-MX', 'es-CO', 'pt-BR', 'en-US']) {
        widget.element.locale = locale;
        await widget.settled();
        const { title, text } = outcomeMessage(matchLocale([locale]).messages, outcome, BACK_OF_THREE, false, lacks);
        expect(widget.text('[part=notice] .title'), locale).to.equal(title);
        expect(widget.notice, locale).to.equal(text);
        expect(widget.liveRegion, locale).to.equal(`${title}. ${text}`);
      }
    });
  }

  it('empties the code, and pays again with a fresh token', async () => {
    const page = await readyCheckout();
    const { widget, pay, submits } = page;
    await widget.type(CODE);
    pay.click();
    await widget.events.times('token-ready');
    await page.rendered();
    await refuse(widget, 'cc_rejected_bad_filled_security_code');
    expect(widget.codeInput.value).to.equal('');
    expect(widget.root.querySelector('.frame.invalid')).not.to.equal(null);
    expect(widget.snapshot).to.deep.equal({ state: 'ready', complete: false, cardId: '1001' });
    await widget.expectAccessible();

    await widget.type('738');
    expect(widget.root.querySelector('.frame.invalid')).to.equal(null);
    expect(widget.text('[part=notice] .title')).to.equal(esAr.codeRejected);
    pay.click();
    await widget.events.times('token-ready', 2);
    await page.rendered();
    expect(submits).to.have.length(2);
    expect(submits[1]?.['token']).not.to.equal(submits[0]?.['token']);
    expect(widget.part('notice')).to.equal(null);
  });

  it('drops the token, and says that it was refused', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.tokenize();
    await refuse(widget, 'cc_rejected_other_reason');
    expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason: 'rejected' }]);
    expect(widget.element.state).to.equal('ready');
  });

  it('is read from Mercado Pago’s answer', async () => {
    const widget = await mountReady([visa, mastercard]);
    await refuse(widget, { status_detail: 'cc_rejected_insufficient_amount' });
    expect(widget.text('[part=notice] .title')).to.equal(esAr.insufficientFunds);
    await refuse(widget, { cause: [[{ code: 109, description: 'invalid installments' }]] });
    expect(widget.text('[part=notice] .title')).to.equal(esAr.installmentsRejected);
  });

  for (const value of ['accredited', 'pending_contingency', 'in_process']) {
    it(`is not what ${value} means: the token and a typed code stay`, async () => {
      const widget = await mountReady([visa]);
      await widget.tokenize();
      await refuse(widget, value);
      expect(widget.element.state).to.equal('tokenized');
      expect(widget.codeInput.value).to.equal(CODE);
      expect(widget.part('notice')).to.equal(null);
    });
  }

  it('marks a card that cannot be used again, which then pays no more', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await refuse(widget, 'cc_rejected_max_attempts');
    expect(widget.rows[0]).to.contain(esAr.unusable);
    expect(widget.radios[0]?.ariaDisabled).to.equal('true');
    expect(widget.part('field')).to.equal(null);
    await widget.expectAccessible();

    pay.click();
    await widget.expectTokenError('card-unknown');
    expect(submits).to.have.length(0);
    await widget.choose(1);
    expect(widget.checked).to.equal('1002');
    await widget.ready();
    expect(widget.part('notice')).to.equal(null);
    await widget.choose(0);
    expect(widget.checked).to.equal('1002');
  });

  for (const card of [optionalCode, withoutCode]) {
    it(`of 3031 asks for the code of card ${String(card['id'])} in place`, async () => {
      const { widget, pay, submits } = await (async () => {
        const page = await readyCheckout();
        page.widget.element.cards = [card];
        await page.widget.events.times('cards-ready', 2);
        await page.widget.ready();
        return page;
      })();
      await refuse(widget, '3031');
      expect(widget.hint).to.equal(esAr.codeHint(3, 'back'));
      expect(widget.element.checkValidity()).to.equal(false);
      pay.click();
      expect(submits).to.have.length(0);
      await widget.type(CODE);
      expect(widget.element.complete).to.equal(true);
      await widget.expectAccessible();
    });
  }

  it('is shown once the list is there', async () => {
    const widget = await mount(
      html`<mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        endpoint="/cards"
        .fetch=${listLater()}
      ></mp-saved-cards>`,
    );
    widget.element.paymentRejected('cc_rejected_call_for_authorize');
    expect(widget.part('notice')).to.equal(null);
    release();
    await widget.events.times('cards-ready');
    await widget.ready();
    expect(widget.text('[part=notice] .title')).to.equal(esAr.bankRefused);
  });
});

let release = () => {};
const listLater = () => {
  const gate = new Promise<void>((resolve) => (release = resolve));
  return () => gate.then(() => new Response(JSON.stringify([visa])));
};

describe('status-detail', () => {
  const rendered = async (cards: readonly unknown[], detail: string, cardId: string | null): Promise<SavedCards> => {
    const widget = await mount(
      html`<mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        status-detail=${detail}
        .cardId=${cardId}
        .cards=${cards}
      >
        <fake-new-card slot="add-card"></fake-new-card>
      </mp-saved-cards>`,
    );
    await widget.events.times('cards-ready');
    await widget.settled();
    await widget.settled();
    return widget;
  };

  it('is shown at the card that was refused, until the next token', async () => {
    const widget = await rendered([mastercard, visa], 'cc_rejected_bad_filled_security_code', '1001');
    await widget.ready();
    expect(widget.text('.chosen [part=notice] .title')).to.equal(esAr.codeRejected);
    expect(widget.checked).to.equal('1001');
    await widget.tokenize();
    expect(widget.element.hasAttribute('status-detail')).to.equal(false);
    expect(widget.part('notice')).to.equal(null);
    widget.element.reload();
    await widget.events.times('cards-ready', 2);
    await widget.ready();
    expect(widget.part('notice')).to.equal(null);
  });

  it('without a card is about a new one, and opens the form for it', async () => {
    const widget = await rendered([visa], 'cc_rejected_insufficient_amount', null);
    const form = widget.element.querySelector('fake-new-card') as FakeNewCard;
    expect(form.isOpen).to.equal(true);
    expect(form.dropped).to.deep.equal(['rejected']);
    expect(widget.text('.other [part=notice] .title')).to.equal(esAr.insufficientFunds);
    expect(form.focused).to.equal(1);
    await widget.expectAccessible();
  });

  it('of a card that is gone is shown above the list, and the shopper chooses another', async () => {
    const widget = await rendered([visa], 'cc_rejected_card_disabled', '9999');
    expect(widget.checked).to.equal(undefined);
    expect(widget.text('[part=notice] .title')).to.equal(esAr.cardDisabled);
    expect(widget.root.querySelector('.unusable')).to.equal(null);
    await widget.expectAccessible();
    await widget.choose(0);
    expect(widget.part('notice')).to.equal(null);
  });

  it('without a card is about the one that is chosen, where no other can be typed', async () => {
    const widget = await mount(
      html`<mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        status-detail="cc_rejected_insufficient_amount"
        .cards=${[visa]}
      ></mp-saved-cards>`,
    );
    await widget.events.times('cards-ready');
    await widget.settled();
    await widget.settled();
    expect(widget.text('.chosen [part=notice] .title')).to.equal(esAr.insufficientFunds);
  });

  it('set later by the page is shown too', async () => {
    const widget = await mountReady([visa]);
    widget.element.statusDetail = 'cc_rejected_insufficient_amount';
    await widget.settled();
    expect(widget.text('[part=notice] .title')).to.equal(esAr.insufficientFunds);
  });

  it('about a new card is over with the next token of its form', async () => {
    const widget = await rendered([visa], 'cc_rejected_insufficient_amount', null);
    const form = widget.element.querySelector('fake-new-card') as FakeNewCard;
    form.become('tokenizing', true);
    await widget.settled();
    expect(widget.part('notice')).to.equal(null);
    await form.tokenize();
    expect(widget.element.hasAttribute('status-detail')).to.equal(false);
    expect(widget.element.statusDetail).to.equal('');
  });

  it('is shown above the list while nothing is chosen', async () => {
    const widget = await mount(
      html`<mp-saved-cards locale="es-AR" no-preselect public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`,
    );
    await widget.events.times('cards-ready');
    widget.element.paymentRejected('cc_rejected_insufficient_amount');
    await widget.settled();
    await widget.settled();
    expect(widget.text('[part=notice] .title')).to.equal(esAr.insufficientFunds);
    await widget.expectAccessible();
  });
});
