import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { CoreAnswers } from '../../src/testing/index.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { checkout } from '../support/checkout.js';
import { driveTime } from '../support/clock.js';
import { PendingOffers, isCutOff, offersFor, textBelow } from '../support/installments.js';
import { esAr } from '../support/messages.js';
import { afterTest, CODE, mount, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

const PAUSE = 250;
const debit = { ...visa, id: '1007', payment_method: { id: 'debvisa', name: 'Visa', payment_type_id: 'debit_card' } };
const bare = { ...visa, id: '1008', first_six_digits: undefined };

type Ask = NonNullable<CoreAnswers['getInstallments']>;
interface Page {
  cards?: readonly unknown[];
  amount?: string | number;
  max?: number;
  ask?: Ask;
}

const element = ({ cards = [visa, mastercard], amount = '100', max }: Page) => html`
  <mp-saved-cards
    locale="es-AR"
    public-key=${nextKey()}
    .amount=${amount}
    .maxInstallments=${max}
    .cards=${cards}
  ></mp-saved-cards>
`;

/** The list with its code field ready; plans that are not delayed are there too. */
async function show(page: Page = {}): Promise<SavedCards> {
  const widget = await mount(element(page), { standIn: { answers: { getInstallments: page.ask ?? offersFor } } });
  await widget.ready();
  return widget;
}

/** What was to be paid in all, in each event. */
const totalsOf = (widget: SavedCards) =>
  widget.events.of<{ totalAmount: number }>('installments-change').map(({ totalAmount }) => totalAmount);

const queriesOf = (widget: SavedCards) => widget.standIn.callsOf('getInstallments').flatMap((call) => call.arguments);

describe('installments', () => {
  it('are offered for the chosen card, beginning with one', async () => {
    const widget = await show();
    expect(widget.plans).to.deep.equal([
      '1 × $\u00a0100,00',
      '3 × $\u00a033,33 sin interés',
      '6 × $\u00a025,00 ($\u00a0150,00)',
    ]);
    expect(widget.installments?.value).to.equal('1');
    expect(widget.installments?.labels?.[0]?.textContent).to.equal(esAr.installments);
    expect(queriesOf(widget)).to.deep.equal([
      { amount: '100', bin: '450995', paymentTypeId: 'credit_card', locale: 'es-AR' },
    ]);
  });

  for (const [name, page] of [
    ['without an amount', { amount: '' }],
    ['for a debit card', { cards: [debit] }],
    ['for a card whose first digits are not known', { cards: [bare] }],
    ['with one plan', { max: 1 }],
    ['when Mercado Pago offers none for the card', { ask: () => [] }],
  ] as const satisfies [string, Page][]) {
    it(`are not shown ${name}`, async () => {
      const widget = await show(page);
      expect(widget.installments).to.equal(null);
      expect(widget.notice).to.equal('');
      expect((await widget.tokenize()).installments).to.equal(1);
    });
  }

  it('go up to max-installments', async () => {
    const widget = await show({ max: 3 });
    expect(widget.plans).to.have.length(2);
    await widget.pickInstallments(3);
    widget.element.maxInstallments = 2;
    await widget.settled();
    expect(widget.installments).to.equal(null);
    expect((await widget.tokenize()).installments).to.equal(1);
  });

  for (const amount of ['129,90', '1e3', 0, NaN]) {
    it(`are not shown for the amount ${typeof amount} ${amount}, which is reported once`, async () => {
      const widget = await show({ amount });
      const [{ error, phase } = {}, ...more] = widget.events.of<{ error: { code: string }; phase: string }>(
        'card-error',
      );
      expect([error?.code, phase, more.length]).to.deep.equal(['configuration', 'installments', 0]);
      expect(widget.log.of('error')[0]).to.contain('129.90');
      expect(widget.installments).to.equal(null);
      expect(widget.notice).to.equal('');
      expect((await widget.tokenize()).installments).to.equal(1);
    });
  }

  describe('of the shopper', () => {
    it('are reported to the page and go with the token', async () => {
      const widget = await show();
      await widget.pickInstallments(6);
      expect(widget.events.of('installments-change')).to.deep.equal([
        {
          installments: 6,
          installmentAmount: 25,
          totalAmount: 150,
          recommendedMessage: '6 cuotas de $\u00a025,00 ($\u00a0150,00)',
        },
      ]);
      expect((await widget.tokenize()).installments).to.equal(6);
    });

    it('are remembered for each card while the amount is the same', async () => {
      const clock = driveTime();
      const widget = await show();
      await widget.pickInstallments(6);
      await widget.choose(1);
      await clock.tickAsync(PAUSE);
      await widget.settled();
      expect(widget.installments?.value).to.equal('1');
      await widget.choose(0);
      expect(widget.installments?.value).to.equal('6');
      widget.element.amount = 100;
      await widget.settled();
      expect(widget.installments?.value).to.equal('6');
      expect(totalsOf(widget)).to.deep.equal([150, 100, 150]);
      expect(queriesOf(widget)).to.have.length(2);
    });

    it('go back to one when the amount changes', async () => {
      const clock = driveTime();
      const widget = await show();
      await widget.pickInstallments(6);
      widget.element.amount = '200';
      await widget.settled();
      expect(widget.plans).to.deep.equal([esAr.installmentsLoading]);
      await clock.tickAsync(PAUSE);
      await widget.settled();
      expect(widget.plans[0]).to.equal('1 × $\u00a0200,00');
      expect(widget.installments?.value).to.equal('1');
      expect(totalsOf(widget)).to.deep.equal([150, 200]);
      expect((await widget.tokenize()).installments).to.equal(1);
    });

    it('go back to one with a reset of the form', async () => {
      const widget = await show();
      await widget.pickInstallments(6);
      widget.element.reset();
      await widget.settled();
      expect(widget.installments?.value).to.equal('1');
      expect(totalsOf(widget)).to.deep.equal([150, 100]);
    });

    it('end with a card that has none', async () => {
      const widget = await show({ cards: [visa, debit] });
      await widget.pickInstallments(6);
      await widget.choose(1);
      expect(widget.events.of('installments-change').at(-1)).to.deep.equal({
        installments: 1,
        installmentAmount: 100,
        totalAmount: 100,
        recommendedMessage: esAr.oneInstallment,
      });
    });

    it('end with an amount that cannot be read, and no total is claimed', async () => {
      const widget = await show();
      await widget.pickInstallments(6);
      widget.element.amount = '1.000,00';
      await widget.settled();
      expect(widget.events.of('installments-change').at(-1)).to.deep.equal({
        installments: 1,
        installmentAmount: null,
        totalAmount: null,
        recommendedMessage: esAr.oneInstallment,
      });
    });

    it('void the token that the page has', async () => {
      const widget = await show();
      await widget.tokenize();
      await widget.pickInstallments(3);
      expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason: 'installments' }]);
      expect(widget.element.state).to.equal('ready');
      expect((await widget.element.tokenize()).installments).to.equal(3);
    });

    it('end an attempt at a token with the number of before', async () => {
      const widget = await show();
      const release = widget.standIn.hold('token');
      await widget.type(CODE);
      const attempt = widget.tokenError();
      await widget.settled();
      await widget.pickInstallments(3);
      release();
      expect((await attempt).code).to.equal('aborted');
      expect(widget.events.of('token-ready')).to.have.length(0);
    });

    it('are no other choice of card', async () => {
      const widget = await show();
      await widget.pickInstallments(3);
      expect(widget.checked).to.equal('1001');
      expect(widget.events.of('card-selected')).to.have.length(0);
    });

    it('are chosen with the keyboard, and their label leads to them', async () => {
      const widget = await show();
      await widget.click('label[for=installments]');
      widget.installments?.focus();
      await widget.press('ArrowDown');
      expect(widget.installments?.value).to.equal('3');
      expect(widget.events.of('installments-change')).to.have.length(1);
      expect(widget.checked).to.equal('1001');
    });
  });

  it('of another amount void the token that the page has, and leave one alone that is being made', async () => {
    const widget = await show();
    await widget.tokenize();
    widget.element.amount = '200';
    await widget.settled();
    expect(widget.events.of('token-invalidated')).to.deep.equal([{ cardId: '1001', reason: 'amount' }]);
    const release = widget.standIn.hold('token');
    const token = widget.element.tokenize();
    widget.element.amount = '300';
    await widget.settled();
    release();
    expect((await token).installments).to.equal(1);
  });

  it('are read from the page when it asks for a token in the same turn', async () => {
    const widget = await show();
    await widget.pickInstallments(6);
    await widget.type(CODE);
    widget.element.amount = '200';
    expect((await widget.element.tokenize()).installments).to.equal(1);
  });

  it('are free of interest where their option says so, and have what the law wants to be shown below', async () => {
    const widget = await show();
    const isFree = widget.plans.map((plan) => plan.endsWith(` ${esAr.interestFree}`));
    expect(isFree).to.deep.equal([false, true, false]);
    expect(widget.installmentsDetails).to.equal('CFT: 0,00% · TEA: 0,00%');
    await widget.pickInstallments(3);
    expect(widget.installmentsDetails).to.equal('CFT: 0,00% · TEA: 0,00%');
    await widget.pickInstallments(6);
    expect(widget.installmentsDetails).to.equal('CFT: 214,52% · TEA: 166,13%');
    await widget.expectAccessible();
  });

  it('speak the language of the page, and keep the choice when it changes', async () => {
    const clock = driveTime();
    const widget = await show();
    await widget.pickInstallments(6);
    await widget.type(CODE);
    widget.element.locale = 'pt-BR';
    await widget.settled();
    expect(widget.installments?.value).to.equal('6');
    await clock.tickAsync(PAUSE);
    await widget.settled();
    expect(widget.plans[2]).to.equal('6 × R$\u00a025,00 (R$\u00a0150,00)');
    expect(widget.installments?.value).to.equal('6');
    // The language is that of the SDK's object, and the code stays with the object of its field.
    expect(widget.standIn.callsOf('MercadoPago').at(-1)?.arguments[1]).to.deep.include({ locale: 'pt-BR' });
    expect((await widget.element.tokenize()).installments).to.equal(6);
  });

  describe('while rows are passed by', () => {
    it('are asked for once the choice rests, and not again', async () => {
      const clock = driveTime();
      const widget = await show({ cards: [visa, mastercard, amex] });
      await widget.choose(1);
      await clock.tickAsync(PAUSE - 1);
      await widget.choose(2);
      await clock.tickAsync(PAUSE - 1);
      expect(queriesOf(widget)).to.have.length(1);
      await clock.tickAsync(1);
      expect(queriesOf(widget)).to.have.length(2);
      await widget.choose(0);
      expect(widget.plans).to.have.length(3);
      await clock.tickAsync(PAUSE);
      expect(queriesOf(widget)).to.have.length(2);
    });

    it('keep their place while they load, and take no answer for an earlier card', async () => {
      const clock = driveTime();
      const requests = new PendingOffers();
      const widget = await show({ ask: requests.ask });
      expect(widget.plans).to.deep.equal([esAr.installmentsLoading]);
      const loadingHeight = widget.installments?.offsetHeight;
      await widget.choose(1);
      await clock.tickAsync(PAUSE);
      requests.answer(0);
      await clock.tickAsync(0);
      await widget.settled();
      expect(widget.plans).to.deep.equal([esAr.installmentsLoading]);
      requests.answer(1);
      await clock.tickAsync(0);
      await widget.settled();
      expect(widget.plans).to.have.length(3);
      expect(widget.installments?.offsetHeight).to.equal(loadingHeight);
    });

    it('are accessible, and busy', async () => {
      const widget = await show({ ask: new PendingOffers().ask });
      expect(widget.installments?.parentElement?.ariaBusy).to.equal('true');
      await widget.expectAccessible();
    });

    it('may be paid in one meanwhile', async () => {
      const requests = new PendingOffers();
      const widget = await show({ ask: requests.ask });
      expect((await widget.tokenize()).installments).to.equal(1);
      requests.answer(0);
      await nextFrame();
      await widget.settled();
      expect(widget.element.state).to.equal('tokenized');
      expect(widget.plans).to.have.length(3);
    });
  });

  describe('that fail', () => {
    async function showFailed() {
      const requests = new PendingOffers();
      const widget = await show({ ask: requests.ask });
      requests.fail(0);
      await widget.events.times('card-error');
      await widget.settled();
      return { widget, requests };
    }

    it('are said to fail, with a way to try again, and are no obstacle', async () => {
      const { widget } = await showFailed();
      expect(widget.events.of<{ phase: string }>('card-error').map(({ phase }) => phase)).to.deep.equal([
        'installments',
      ]);
      expect(widget.notice).to.equal(esAr.installmentsFailed);
      expect(widget.liveRegion).to.equal(esAr.installmentsFailed);
      expect(widget.element.state).to.equal('ready');
      await widget.expectAccessible();
      expect((await widget.tokenize()).installments).to.equal(1);
    });

    it('come with another try, where the keyboard goes on', async () => {
      const { widget, requests } = await showFailed();
      widget.root.querySelector<HTMLElement>('#installments-retry')?.focus();
      await widget.click('#installments-retry');
      expect(widget.root.activeElement).to.equal(widget.installments);
      await waitUntil(() => requests.queries.length === 2, 'the second request');
      requests.answer(1);
      await nextFrame();
      await widget.settled();
      expect(widget.plans).to.have.length(3);
      expect(widget.root.activeElement).to.equal(widget.installments);
    });

    it('may fail again, and the keyboard is back at the button', async () => {
      const { widget, requests } = await showFailed();
      await widget.click('#installments-retry');
      requests.fail(1);
      await widget.events.times('card-error', 2);
      await nextFrame();
      expect(widget.root.activeElement?.id).to.equal('installments-retry');
    });
  });

  it('are not asked for while the widget is hidden, but once it shows', async () => {
    const widget = await mount(html`<div hidden>${element({})}</div>`, {
      standIn: { answers: { getInstallments: offersFor } },
    });
    await widget.events.times('cards-ready');
    expect(queriesOf(widget)).to.have.length(0);
    widget.page.hidden = false;
    await widget.ready();
    expect(widget.plans).to.have.length(3);
  });

  describe('in a form', () => {
    async function readyForm() {
      const page = await checkout(element({ cards: [{ ...visa, issuer: null }] }));
      await page.widget.ready();
      return page;
    }

    it('are posted', async () => {
      const { widget, pay, submits } = await readyForm();
      await widget.pickInstallments(3);
      await widget.type(CODE);
      pay.click();
      await widget.events.submitted();
      expect(submits.map(({ installments }) => installments)).to.deep.equal(['3']);
    });

    it('that the shopper changes let a form be paid again, another amount does not', async () => {
      const page = await readyForm();
      const { widget, pay, submits } = page;
      await widget.type(CODE);
      pay.click();
      await widget.events.submitted();
      widget.element.amount = '200';
      await page.rendered();
      pay.click();
      await page.rendered();
      expect(submits).to.have.length(1);
      widget.element.amount = '100';
      await widget.settled();
      await widget.pickInstallments(3);
      pay.click();
      await widget.events.times('token-ready', 2);
      await page.rendered();
      expect(submits.map(({ installments }) => installments)).to.deep.equal(['1', '3']);
    });
  });

  it('are where focus goes when the payment was refused for them', async () => {
    const widget = await show();
    await widget.pickInstallments(6);
    await widget.tokenize();
    widget.element.paymentRejected('cc_rejected_invalid_installments');
    await widget.ready();
    await nextFrame();
    expect(widget.root.activeElement).to.equal(widget.installments);
    expect(widget.installments?.value).to.equal('6');
  });

  it('are not looked for where cards are managed', async () => {
    const widget = await mount(html`
      <mp-saved-cards mode="manage" amount="129,90" .cards=${[visa]}></mp-saved-cards>
    `);
    await widget.events.times('cards-ready');
    const phases = widget.events.of<{ phase: string }>('card-error').map(({ phase }) => phase);
    expect(phases).not.to.include('installments');
    expect(widget.installments).to.equal(null);
  });

  it('fit a narrow phone', async () => {
    const widget = await show();
    widget.element.style.inlineSize = '320px';
    await nextFrame();
    expect(widget.element.scrollWidth).to.be.at.most(320);
    expect(widget.installments?.offsetHeight).to.be.at.least(44);
  });

  for (const [width, size, amount, cutOff] of [
    [320, 16, '100', 0],
    [240, 16, '9999999.99', 2],
    [320, 32, '100', 2],
    [760, 32, '100', 0],
  ] as const) {
    it(`of ${amount} that ${width} px with text of ${size} px cut off are readable below, and no others`, async () => {
      document.body.style.fontSize = `${size}px`;
      afterTest(() => void document.body.removeAttribute('style'));
      const widget = await show({ amount });
      Object.assign(widget.element.style, { inlineSize: `${width}px`, maxInlineSize: 'none' });
      const below: string[] = [];
      const expected: string[] = [];
      for (const [index, count] of [1, 3, 6].entries()) {
        if (count > 1) await widget.pickInstallments(count);
        await nextFrame();
        const plan = widget.plans[index]!;
        below.push(textBelow(widget.root));
        expected.push(isCutOff(plan, widget.installments!) ? plan : '');
      }
      expect(below).to.deep.equal(expected);
      expect(below.filter(Boolean)).to.have.length(cutOff);
    });
  }
});
