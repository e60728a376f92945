import { expect, html, waitUntil } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout, type Checkout } from '../support/checkout.js';
import '../support/fake-new-card.js';
import type { FakeNewCard } from '../support/fake-new-card.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { CODE, mount, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const APPROVED = { status: 'approved', status_detail: 'accredited' };
const REFUSED = { status: 'rejected', status_detail: 'cc_rejected_insufficient_amount' };
const WRONG_CODE = { status: 'rejected', status_detail: 'cc_rejected_bad_filled_security_code' };

const title = (widget: SavedCards) => widget.text('[part=notice] .title');

/** A page that posts by itself, whose shopper has pressed Pay. */
async function pressed(): Promise<Checkout> {
  const page = await readyCheckout();
  page.form.addEventListener('submit', (event) => event.preventDefault());
  await page.widget.type(CODE);
  page.pay.click();
  await page.widget.events.submitted();
  return page;
}

async function report(widget: SavedCards, result: unknown, token?: string): Promise<void> {
  widget.element.paymentResult(result, { token });
  await widget.settled();
}

describe('the look of what became of a payment', () => {
  const looks = [
    ['a payment in review', { status: 'in_process', status_detail: 'pending_review_manual' }, true],
    ['a payment that the bank asks about', { status: 'pending', status_detail: 'pending_challenge' }, true],
    ['an answer that never came', new TypeError('Failed to fetch'), true],
    ['a refusal', REFUSED, false],
  ] as const;
  for (const [what, result, isCalm] of looks)
    it(`is ${isCalm ? 'calm' : 'that of an error'} for ${what}`, async () => {
      const { widget } = await pressed();
      widget.element.style.setProperty('--mp-color-danger', 'rgb(200, 0, 0)');
      await report(widget, result);
      const { color, borderTopColor } = getComputedStyle(widget.part('notice') as Element);
      expect(color === 'rgb(200, 0, 0)').to.equal(!isCalm);
      expect(borderTopColor.includes('200, 0, 0') || borderTopColor.includes('0.78')).to.equal(!isCalm);
      await widget.expectAccessible();
    });
});

describe('an approved payment', () => {
  it('is said once, with the code gone and the list locked; no focus moves', async () => {
    const { widget, pay } = await pressed();
    pay.focus();
    await report(widget, APPROVED);
    expect(widget.snapshot).to.deep.equal({ state: 'paid', complete: false, cardId: '1001' });
    expect(widget.element.matches(':state(paid)')).to.equal(true);
    expect(title(widget)).to.equal(esAr.paid);
    expect(widget.liveRegion).to.equal(esAr.paid);
    expect(widget.part('field')).to.equal(null);
    expect(widget.standIn.fields).to.be.empty;
    expect(document.activeElement).to.equal(pay);
    expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason: 'submitted' }]);
    await widget.choose(1);
    expect(widget.checked).to.equal('1001');
    await widget.expectAccessible();
  });

  const late: [what: string, result: unknown][] = [
    ['a refusal', REFUSED],
    ['a token that was used', { status: 400, cause: [{ code: 2006 }] }],
    ['an answer that never came', new TypeError('Failed to fetch')],
    ['a payment in review', { status: 'in_process', status_detail: 'pending_review_manual' }],
  ];
  for (const [what, result] of late) {
    it(`stays paid when ${what} is reported after it`, async () => {
      const { widget } = await pressed();
      await report(widget, APPROVED);
      await report(widget, result);
      expect(widget.element.state).to.equal('paid');
      expect(title(widget)).to.equal(esAr.paid);
    });

    it(`is paid although ${what} was reported before it`, async () => {
      const { widget } = await pressed();
      await report(widget, result);
      await report(widget, APPROVED);
      expect(widget.element.state).to.equal('paid');
    });
  }

  it('of an earlier attempt is paid too: the money is', async () => {
    const { widget } = await pressed();
    const [first] = widget.standIn.tokens;
    await widget.choose(1);
    await widget.ready();
    await widget.tokenize('418');
    await report(widget, APPROVED, first?.id);
    expect(widget.element.state).to.equal('paid');
  });

  it('stops a press on Pay and says so, and lets a submit by script pass without entries', async () => {
    const { widget, pay, form, submits } = await pressed();
    await report(widget, APPROVED);
    pay.click();
    await widget.settled();
    expect(submits).to.have.length(1);
    expect(widget.liveRegion.trim()).to.equal(esAr.alreadyPaidHere);
    expect(widget.text('#paid p:last-of-type')).to.equal(esAr.alreadyPaidHere);
    await new Promise((resolve) => setTimeout(resolve)); // the press is over
    form.requestSubmit();
    expect(submits[1]).to.deep.equal({});
  });

  it('makes no token', async () => {
    const { widget } = await pressed();
    await report(widget, APPROVED);
    await widget.expectTokenError('aborted');
    expect(widget.standIn.tokens).to.have.length(1);
  });

  const ends: [what: string, act: (page: Checkout) => unknown][] = [
    ['its button', ({ widget }) => widget.pressButton(esAr.anotherPayment)],
    ['reset()', ({ widget }) => widget.element.reset()],
    ['another list of the page', ({ widget }) => (widget.element.cards = [mastercard])],
  ];
  for (const [what, act] of ends) {
    it(`is over with ${what}: another payment can be made`, async () => {
      const page = await pressed();
      await report(page.widget, APPROVED);
      await act(page);
      await page.widget.ready();
      expect(page.widget.element.state).to.equal('ready');
      await page.widget.type('418');
      page.pay.click();
      await page.widget.events.submitted(2);
      expect(page.widget.standIn.tokens).to.have.length(2);
    });
  }

  it('is not over with another amount alone', async () => {
    const { widget } = await pressed();
    await report(widget, APPROVED);
    widget.element.amount = '10.00';
    await widget.settled();
    expect(widget.element.state).to.equal('paid');
  });

  it('is not over when the shopper goes back to the page', async () => {
    const { widget } = await pressed();
    await report(widget, APPROVED);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await widget.settled();
    expect(widget.element.state).to.equal('paid');
  });
});

describe('an outcome', () => {
  const open: [what: string, result: unknown, words: string][] = [
    ['in review', { status: 'in_process', status_detail: 'pending_review_manual' }, esAr.paymentPending],
    ['with a challenge', { status: 'pending', status_detail: 'pending_challenge' }, esAr.paymentChallenge],
    ['that is unknown', '<html>502 Bad Gateway</html>', esAr.paymentUnknown],
    ['that never came', undefined, esAr.paymentUnknown],
  ];
  for (const [what, result, words] of open) {
    it(`${what} is shown as that; the same token goes with the next press`, async () => {
      const { widget, pay, submits } = await pressed();
      await report(widget, result);
      expect(title(widget)).to.equal(words);
      expect(widget.codeInput.value).to.equal(CODE);
      await widget.expectAccessible();
      pay.click();
      await widget.events.submitted(2);
      expect(submits[1]?.['token']).to.equal(submits[0]?.['token']);
    });
  }

  it('of a payment that was cancelled ends the attempt, and says nothing of money', async () => {
    const { widget } = await pressed();
    await report(widget, { status: 'cancelled', status_detail: 'expired' });
    await widget.ready();
    expect(title(widget)).to.equal(esAr.paymentEnded);
    expect(widget.codeInput.value).to.equal('');
    expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason: 'rejected' }]);
  });

  it('of a payment that was refunded changes nothing', async () => {
    const { widget } = await pressed();
    await report(widget, { status: 'refunded', status_detail: 'refunded' });
    expect(widget.part('notice')).to.equal(null);
    expect(widget.element.state).to.equal('tokenized');
  });

  it('that names an older attempt changes nothing', async () => {
    const { widget } = await pressed();
    const [first] = widget.standIn.tokens;
    await widget.choose(1);
    await widget.ready();
    await widget.tokenize('418');
    await report(widget, REFUSED, first?.id);
    expect(widget.part('notice')).to.equal(null);
    expect(widget.element.state).to.equal('tokenized');
  });

  it('that comes as often as the shopper pressed does not take the code that is typed again', async () => {
    const { widget } = await pressed();
    await report(widget, WRONG_CODE);
    await widget.ready();
    await widget.type('41');
    for (const result of [WRONG_CODE, REFUSED, { cause: [{ code: 3003 }] }]) await report(widget, result);
    expect(widget.codeInput.value).to.equal('41');
    expect(title(widget)).to.equal(esAr.codeRejected);
  });

  it('may give the reason of a refusal that came without one', async () => {
    const { widget } = await pressed();
    widget.element.paymentRejected('checkout_error');
    await widget.ready();
    expect(title(widget)).to.equal(esAr.refusedPlain);
    await report(widget, REFUSED);
    expect(title(widget)).to.equal(esAr.insufficientFunds);
  });

  it('that brings the reason late keeps the code that is typed again', async () => {
    const { widget } = await pressed();
    widget.element.paymentRejected('checkout_error');
    await widget.ready();
    await widget.type('41');
    await report(widget, REFUSED);
    expect(title(widget)).to.equal(esAr.insufficientFunds);
    expect(widget.codeInput.value).to.equal('41');
  });

  it('of a token that ended by itself does not take the code that is typed again', async () => {
    const { widget } = await pressed();
    widget.element.amount = '99.90';
    await widget.settled();
    await report(widget, WRONG_CODE);
    await widget.ready();
    await widget.type('41');
    await report(widget, WRONG_CODE);
    expect(widget.codeInput.value).to.equal('41');
  });

  it('that comes before the list is shown once the list is there, each in its order', async () => {
    const shop = new ScriptedMerchant();
    const answer = shop.delayed([visa]);
    const widget = await mount(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} endpoint="/cards" .fetch=${shop.fetch}></mp-saved-cards>
    `);
    widget.element.paymentResult({ status: 'in_process' });
    widget.element.paymentResult(APPROVED);
    widget.element.paymentResult(REFUSED);
    answer();
    await waitUntil(() => widget.element.state === 'paid');
    await widget.settled();
    expect(title(widget)).to.equal(esAr.paid);
  });

  for (const token of ['', ' that names its token']) {
    it(`that comes${token} after the shopper began another payment changes nothing`, async () => {
      const { widget } = await pressed();
      const [first] = widget.standIn.tokens;
      await report(widget, APPROVED);
      await widget.pressButton(esAr.anotherPayment);
      await widget.ready();
      await widget.type('41');
      for (const result of [REFUSED, APPROVED, { status: 'cancelled' }, new TypeError('Failed to fetch')])
        await report(widget, result, token ? first?.id : undefined);
      expect(widget.codeInput.value).to.equal('41');
      expect(widget.part('notice')).to.equal(null);
      expect(widget.element.state).to.equal('ready');
    });
  }

  it('is not a Response, and not a promise', async () => {
    const widget = await mountReady([visa]);
    expect(() => widget.element.paymentResult(new Response('{}'))).to.throw(TypeError, 'body');
    expect(() => widget.element.paymentResult(Promise.resolve({}))).to.throw(TypeError);
  });

  it('is nothing when the token was never made', async () => {
    const widget = await mountReady([visa]);
    await report(widget, await widget.tokenError());
    expect(widget.part('notice')).to.equal(null);
  });

  it('of a new card is shown in its row, and the form corrects it', async () => {
    const widget = await ready(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}>
        <fake-new-card slot="add-card"></fake-new-card>
      </mp-saved-cards>
    `);
    const form = widget.element.querySelector<FakeNewCard>('fake-new-card');
    await widget.choose(1);
    await widget.element.tokenize();
    await report(widget, { status: 'rejected', status_detail: 'cc_rejected_bad_filled_date' });
    await widget.settled();
    expect(widget.text('.other [part=notice] .title')).to.equal(esAr.cardDataRejected);
    expect(form?.corrected).to.deep.equal(['expirationDate']);
    expect(form?.dropped).to.deep.equal(['rejected']);
    await report(widget, APPROVED);
    expect(widget.element.state).to.equal('paid');
    expect(form?.payments).to.equal(1);
  });
});
