import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import { AMEX, mountForm, VISA, type AddCard } from '../support/add-card-harness.js';
import { visa } from '../support/cards.js';
import { driveTime } from '../support/clock.js';
import { PendingOffers, isCutOff, textBelow } from '../support/installments.js';
import { esAr } from '../support/messages.js';
import { afterTest, nextKey, type MountOptions } from '../support/saved-cards-harness.js';

const PAUSE = 250;
const DEBIT = { ...VISA, number: '4002768694395619' };

async function show(intent: 'pay' | 'save' = 'pay', amount: string | number = '100', options?: MountOptions) {
  const form = await mountForm(
    html`<mp-add-card open locale="es-AR" intent=${intent} .amount=${amount} public-key=${nextKey()}></mp-add-card>`,
    options,
  );
  await form.ready();
  return form;
}

const selectOf = ({ root }: AddCard) => root.querySelector<HTMLSelectElement>('#installments');
const planCount = (form: AddCard) => selectOf(form)?.options.length ?? 0;

/** The whole card is typed and the look-ups have answered. */
async function typed(form: AddCard, card = VISA): Promise<AddCard> {
  await form.typeCard(card);
  await nextFrame();
  await form.settled();
  return form;
}

describe('installments of a new card', () => {
  it('are offered once the first digits identify the card, and go with the token', async () => {
    const form = await show();
    expect(planCount(form)).to.equal(0);
    await typed(form);
    expect(planCount(form)).to.equal(4);
    expect(selectOf(form)?.value).to.equal('1');
    await form.expectAccessible();
    await form.choose('installments', '6');
    expect(form.events.of<{ installments: number }>('installments-change')[0]?.installments).to.equal(6);
    expect((await form.element.tokenize()).installments).to.equal(6);
  });

  for (const [name, open] of [
    ['a card that is only saved', async () => typed(await show('save'))],
    ['a debit card', async () => typed(await show(), DEBIT)],
    ['no amount', async () => typed(await show('pay', ''))],
    ['an amount that cannot be read', async () => typed(await show('pay', 0))],
  ] as const) {
    it(`are not shown for ${name}`, async () => expect(selectOf(await open())).to.equal(null));
  }

  for (const [width, size, isShownBelow] of [
    [320, '16px', false],
    [320, '32px', true],
    [760, '32px', false],
  ] as const) {
    it(`are ${isShownBelow ? '' : 'not '}shown below too in ${width} px with text of ${size}`, async () => {
      document.body.style.fontSize = size;
      afterTest(() => void document.body.removeAttribute('style'));
      const form = await show();
      Object.assign(form.element.style, { inlineSize: `${width}px`, maxInlineSize: 'none' });
      await typed(form);
      await form.choose('installments', '6');
      await nextFrame();
      const { text } = selectOf(form)!.selectedOptions[0]!;
      expect(isCutOff(text, selectOf(form)!)).to.equal(isShownBelow);
      expect(textBelow(form.root)).to.equal(isShownBelow ? text : '');
    });
  }

  it('void the token that the page has, and are no change of the card', async () => {
    const form = await typed(await show());
    await form.element.tokenize();
    await form.choose('installments', '3');
    expect(form.element.state).to.equal('ready');
    expect(form.errors).to.deep.equal([]);
    expect((await form.element.tokenize()).installments).to.equal(3);
    form.element.amount = '200';
    await form.settled();
    expect(form.element.state).to.equal('ready');
    expect((await form.element.tokenize()).installments).to.equal(1);
  });

  it('begin with one for another number', async () => {
    const clock = driveTime();
    const form = await typed(await show());
    await form.choose('installments', '6');
    await form.standIn.clear('cardNumber');
    await form.type('cardNumber', AMEX.number);
    await nextFrame();
    await clock.tickAsync(PAUSE);
    await form.settled();
    expect(planCount(form)).to.equal(4);
    expect(selectOf(form)?.value).to.equal('1');
  });

  it('that fail are no obstacle and come with another try', async () => {
    const requests = new PendingOffers();
    const form = await typed(await show('pay', '100', { standIn: { answers: { getInstallments: requests.ask } } }));
    requests.fail(0);
    await form.events.times('card-error');
    await form.settled();
    expect(form.notice).to.equal(esAr.installmentsFailed);
    expect(form.liveRegion).to.equal(esAr.installmentsFailed);
    await form.expectAccessible();
    expect((await form.element.tokenize()).installments).to.equal(1);
    await form.click('#installments-retry');
    await waitUntil(() => requests.queries.length === 2, 'the second request');
    expect(form.root.activeElement).to.equal(selectOf(form));
  });

  describe('in a list', () => {
    const showInList = async (amount: string) => {
      const form = await mountForm(
        html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} amount=${amount} .cards=${[visa]}>
          <mp-add-card slot="add-card"></mp-add-card>
        </mp-saved-cards>`,
      );
      const list = form.page as HTMLElementTagNameMap['mp-saved-cards'];
      await form.standIn.ready('securityCode');
      list.renderRoot.querySelector<HTMLElement>('.other .summary')?.click();
      await form.ready();
      return { form: await typed(form), list };
    };

    it('are of its amount, and go with its token', async () => {
      const { form, list } = await showInList('100');
      await form.choose('installments', '3');
      expect((await list.tokenize()).installments).to.equal(3);
    });

    it('of an amount that cannot be read are reported once', async () => {
      const { form } = await showInList('129,90');
      expect(form.events.of('card-error')).to.have.length(1);
      expect(selectOf(form)).to.equal(null);
    });
  });
});
