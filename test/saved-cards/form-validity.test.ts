import { expect, html } from '@open-wc/testing';
import { amex, expired, visa } from '../support/cards.js';
import { type Checkout, checkout, readyCheckout } from '../support/checkout.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { afterTest, CODE, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

interface Verdict {
  flags: ValidityStateFlags;
  message: string | undefined;
  anchor: HTMLElement | undefined;
}

/** The validity that elements set from now on: the last verdict counts. */
function verdicts(): () => Verdict | undefined {
  let last: Verdict | undefined;
  const { setValidity } = ElementInternals.prototype;
  ElementInternals.prototype.setValidity = function (flags = {}, message, anchor) {
    last = { flags, message, anchor };
    setValidity.call(this, flags, message, anchor);
  };
  afterTest(() => {
    ElementInternals.prototype.setValidity = setValidity;
  });
  return () => last;
}

/** The browser shows a bubble for each of them that is not prevented. */
function invalidEvents(element: HTMLElement): Event[] {
  const events: Event[] = [];
  element.addEventListener('invalid', (event) => events.push(event));
  return events;
}

const none = (required: boolean, cards: unknown[] = [visa]) =>
  checkout(
    html`<mp-saved-cards
      locale="es-AR"
      public-key=${nextKey()}
      ?required=${required}
      .cards=${cards}
    ></mp-saved-cards>`,
  );

describe('the validity of <mp-saved-cards>', () => {
  it('misses a code that is mandatory, at the box of its frame', async () => {
    const verdict = verdicts();
    const { widget, form } = await readyCheckout();
    expect(verdict()).to.deep.equal({
      flags: { valueMissing: true },
      message: esAr.enterCode(3),
      anchor: widget.part('field'),
    });
    expect(form.checkValidity()).to.equal(false);
    expect(widget.element.matches(':invalid')).to.equal(true);
  });

  it('finds a code too short', async () => {
    const verdict = verdicts();
    const { widget } = await readyCheckout();
    await widget.type('73');
    expect(verdict()).to.deep.include({ flags: { tooShort: true }, message: esAr.enterCode(3) });
  });

  it('asks for as many digits as the card has', async () => {
    const verdict = verdicts();
    const { widget } = await none(false, [amex]);
    await widget.ready();
    expect(verdict()?.message).to.equal(esAr.enterCode(4));
  });

  it('finds nothing wrong with a whole code', async () => {
    const { widget, form } = await readyCheckout();
    await widget.type(CODE);
    expect(form.checkValidity()).to.equal(true);
    expect(widget.element.reportValidity()).to.equal(true);
  });

  it('finds nothing wrong while it does not know: the frame is not ready, the list is loading', async () => {
    const merchant = new ScriptedMerchant();
    const answer = merchant.delayed([visa]);
    const { widget, form } = await checkout(
      html`<mp-saved-cards
        required
        public-key=${nextKey()}
        endpoint="/cards"
        .fetch=${merchant.fetch}
      ></mp-saved-cards>`,
    );
    expect(form.checkValidity()).to.equal(true);
    widget.standIn.hold('ready');
    answer();
    await widget.events.times('cards-ready');
    await widget.settled();
    expect(form.checkValidity()).to.equal(true);
  });

  it('misses a card only when one is required, at the first row', async () => {
    const verdict = verdicts();
    const { widget, form } = await none(true, [expired]);
    expect(verdict()).to.deep.equal({
      flags: { valueMissing: true },
      message: esAr.noUsableCard,
      anchor: widget.radios[0],
    });
    widget.element.required = false;
    await widget.settled();
    expect(form.checkValidity()).to.equal(true);
  });

  it('misses a card in an empty list, at its message', async () => {
    const verdict = verdicts();
    const { widget, pay, submits } = await none(true, []);
    expect(verdict()?.anchor).to.equal(widget.root.querySelector('.message'));
    pay.click();
    expect(widget.root.activeElement).to.equal(verdict()?.anchor);
    expect(submits).to.deep.equal([]);
    await widget.settled();
    expect(widget.liveRegion).to.equal(esAr.noUsableCard);
    expect(widget.liveRegion).to.not.contain('tus tarjetas');
  });

  it('does not move the focus when it is only asked, and shows no error', async () => {
    const { widget, form, pay } = await readyCheckout();
    pay.focus();
    expect([widget.element.checkValidity(), form.checkValidity()]).to.deep.equal([false, false]);
    await widget.settled();
    expect(document.activeElement).to.equal(pay);
    expect([widget.codeError, widget.liveRegion]).to.deep.equal(['', '']);
  });

  const attempts: [how: string, act: (page: Checkout) => unknown][] = [
    ['Pay is pressed', ({ pay }) => pay.click()],
    ['Enter is pressed on a radio', ({ widget }) => widget.press('Enter', 0)],
    ['the element is reported', ({ widget }) => widget.element.reportValidity()],
    ['the form is reported', ({ form }) => form.reportValidity()],
    ['the page submits the form', ({ form }) => form.requestSubmit()],
  ];
  for (const [how, act] of attempts) {
    it(`shows what is missing when ${how}`, async () => {
      const page = await readyCheckout();
      await act(page);
      await page.widget.settled();
      await page.widget.standIn.blur('securityCode');
      expect(page.widget.codeError).to.equal(esAr.enterCode(3));
      expect(page.widget.liveRegion).to.equal(esAr.enterCode(3));
    });
  }

  for (const [how, act] of attempts) {
    it(`says it itself, with no bubble of the browser over it, when ${how}`, async () => {
      const page = await readyCheckout();
      const bubbles = invalidEvents(page.widget.element);
      await act(page);
      await page.widget.settled();
      expect(bubbles.map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([true]);
      expect(page.widget.standIn.callsOf('field.focus')).to.have.length(1);
    });
  }

  it('leaves it to the browser when the page only asks', async () => {
    const { widget, form } = await readyCheckout();
    const bubbles = invalidEvents(widget.element);
    form.checkValidity();
    expect(bubbles.map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([false]);
  });

  for (const [how, act] of attempts.filter(([how]) => how !== 'the element is reported')) {
    it(`leaves the focus to a field of the form that is asked for first when ${how}`, async () => {
      const page = await readyCheckout();
      const email = Object.assign(document.createElement('input'), { required: true });
      page.form.prepend(email);
      await act(page);
      await page.widget.settled();
      expect(document.activeElement).to.equal(email);
      expect(page.widget.codeError).to.equal(esAr.enterCode(3));
    });

    it(`takes the focus before a later field of the form when ${how}`, async () => {
      const page = await readyCheckout();
      page.form.append(Object.assign(document.createElement('input'), { required: true }));
      await act(page);
      await page.widget.settled();
      expect(page.widget.standIn.callsOf('field.focus')).to.have.length(1);
    });
  }

  it('leaves the focus to the first of two lists', async () => {
    const page = await readyCheckout();
    const second = document.createElement('mp-saved-cards');
    second.name = 'second';
    second.required = true;
    second.cards = [expired];
    page.form.append(second);
    await second.updateComplete;
    const bubbles = invalidEvents(second);
    page.pay.click();
    await page.widget.settled();
    expect(bubbles).to.have.length(1);
    expect(page.widget.standIn.callsOf('field.focus')).to.have.length(1);
    expect(second.shadowRoot?.activeElement).to.equal(null);
  });

  const places: [what: string, hide: (style: HTMLElement) => void][] = [
    ['cannot be seen', (place) => (place.style.visibility = 'hidden')],
    ['is inert', (place) => (place.inert = true)],
  ];
  for (const [what, hide] of places) {
    it(`misses nothing in a part of the page that ${what}, and is not in the way`, async () => {
      const page = await readyCheckout({ required: true });
      hide(page.form.querySelector('fieldset')!);
      page.pay.click();
      await page.rendered();
      expect(page.submits).to.deep.equal([{}]);
    });
  }

  const pressed: [how: string, act: (page: Checkout) => void][] = [
    ['Pay is pressed', ({ pay }) => pay.click()],
    ['it is reported', ({ widget }) => widget.element.reportValidity()],
    ['focus() is called', ({ widget }) => widget.element.focus()],
  ];
  for (const [how, act] of pressed) {
    it(`leads into the frame when ${how}`, async () => {
      const page = await readyCheckout();
      act(page);
      await page.widget.standIn.blur('securityCode');
      expect(page.widget.standIn.callsOf('field.focus')).not.to.deep.equal([]);
      expect(page.submits).to.deep.equal([]);
    });
  }

  it('shows what is missing when a form without checks of its own is submitted', async () => {
    const { widget, form, pay, submits } = await readyCheckout();
    form.noValidate = true;
    pay.click();
    await widget.events.times('card-error');
    await widget.standIn.blur('securityCode');
    expect(submits).to.deep.equal([]);
    expect(widget.codeError).to.equal(esAr.enterCode(3));
    expect(widget.standIn.callsOf('field.focus')).not.to.deep.equal([]);
  });
});

describe('a form that starts over', () => {
  const asNew = (widget: SavedCards) => {
    expect(widget.checked).to.equal('1001');
    expect(widget.codeError + widget.notice + widget.liveRegion).to.equal('');
    expect(widget.codeInput.value).to.equal('');
    expect(widget.element.state).to.equal('ready');
  };

  it('by a reset is back at the first choice, with an empty code and nothing said', async () => {
    const { widget, form } = await readyCheckout();
    await widget.choose(1);
    await widget.type('73');
    widget.element.reportValidity();
    await widget.settled();
    form.reset();
    await widget.ready();
    asNew(widget);
    expect(widget.events.of('card-selected')).to.have.length(1);
  });

  it('by a reset with the same card says nothing of before', async () => {
    const { widget, form } = await readyCheckout();
    widget.element.reportValidity();
    await widget.settled();
    form.reset();
    await widget.ready();
    asNew(widget);
  });

  const outcomes: [what: string, answer: unknown, state: string, title: string][] = [
    ['is paid', { status: 'approved' }, 'paid', esAr.paid],
    ['is pending', { status: 'in_process' }, 'tokenized', esAr.paymentPending],
    ['is not known', { status: 503 }, 'tokenized', esAr.paymentUnknown],
  ];
  for (const [what, answer, state, title] of outcomes) {
    // React 19 and SvelteKit reset the form by themselves once its action has run.
    it(`by its framework undoes nothing of a payment that ${what}`, async () => {
      const { widget, form, pay } = await readyCheckout();
      await widget.type(CODE);
      pay.click();
      await widget.events.submitted();
      widget.element.paymentResult(answer);
      await widget.settled();
      form.reset();
      await widget.settled();
      expect(widget.element.state).to.equal(state);
      expect(widget.root.textContent).to.include(title);
      expect(widget.events.of('token-ready')).to.have.length(1);
    });
  }

  it('by its framework before the answer shows the refusal that follows', async () => {
    const { widget, form, pay } = await readyCheckout();
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    form.reset();
    await widget.settled();
    widget.element.paymentResult({ status: 'rejected', status_detail: 'cc_rejected_insufficient_amount' });
    await widget.ready();
    expect(widget.text('[part=notice] .title')).to.equal(esAr.insufficientFunds);
  });

  it('by reset() may be submitted again', async () => {
    const { widget, pay, submits } = await readyCheckout();
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    widget.element.reset();
    await widget.ready();
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted(2);
    expect(submits).to.have.length(2);
  });

  it('because the shopper came back to it keeps the card, without code or token', async () => {
    const { widget } = await readyCheckout();
    await widget.choose(1);
    const { cardId } = await widget.tokenize();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await widget.ready();
    expect(widget.checked).to.equal(cardId);
    expect(widget.codeInput.value).to.equal('');
    expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId, reason: 'code' }]);
    expect(widget.element.state).to.equal('ready');
  });

  it('because the browser restores it gets the card back, and nothing else', async () => {
    const { widget } = await readyCheckout();
    widget.element.formStateRestoreCallback('1002');
    await widget.settled();
    expect(widget.checked).to.equal('1002');
    widget.element.formStateRestoreCallback('');
    await widget.settled();
    expect(widget.checked).to.equal('1002');
    expect(widget.events.of('card-selected')).to.deep.equal([]);
  });

  it('leaves the browser only the card’s id to keep', async () => {
    const kept: unknown[] = [];
    const { setFormValue } = ElementInternals.prototype;
    ElementInternals.prototype.setFormValue = function (value, state) {
      kept.push(state);
      setFormValue.call(this, value, state);
    };
    afterTest(() => {
      ElementInternals.prototype.setFormValue = setFormValue;
    });
    const { widget } = await readyCheckout();
    await widget.tokenize();
    expect(new Set(kept)).to.deep.equal(new Set(['', '1001']));
  });
});
