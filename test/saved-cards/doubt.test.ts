import { expect, html } from '@open-wc/testing';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { mountForm, VISA } from '../support/add-card-harness.js';
import { mastercard, visa } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { CODE, mountReady, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

const REFUSED = { status: 'rejected', status_detail: 'cc_rejected_bad_filled_security_code' };
const APPROVED = { status: 'approved', status_detail: 'accredited' };
const PENDING = { status: 'in_process', status_detail: 'pending_contingency' };
const onlyThis = (sentence: string) =>
  `${sentence.replace(esAr.nothingCharged, esAr.attemptNotCharged)} ${esAr.lookBeforePaying}`;

/** Types the code again, and no token is made of it. */
async function fail(widget: SavedCards): Promise<string> {
  await widget.standIn.clear('securityCode');
  await widget.type(CODE);
  widget.standIn.nextToken = 'server-error';
  await widget.expectTokenError('token-network');
  expect(widget.liveRegion).to.equal(widget.notice);
  return widget.notice;
}

describe('after an attempt that may have been charged', () => {
  const outcomes: [what: string, report: (widget: SavedCards) => void][] = [
    ['is not known', ({ element }) => element.paymentResult(null)],
    ['is in review', ({ element }) => element.paymentResult(PENDING)],
    ['was refused by the shop alone', ({ element }) => element.paymentRejected('checkout_error')],
    ['was never reported', () => undefined],
  ];
  for (const [what, report] of outcomes)
    it(`and ${what}, only the next attempt is said not to be charged`, async () => {
      const widget = await mountReady([visa]);
      await widget.tokenize();
      report(widget);
      await widget.settled();
      await widget.ready();
      expect(await fail(widget)).to.equal(onlyThis(esAr.notCharged));
      await widget.tokenize();
      widget.element.paymentResult(REFUSED);
      await widget.settled();
      expect(widget.notice).to.equal(onlyThis(esAr.tryCodeAgain(3, 'back')));
    });

  it('nothing is charged once that attempt was refused', async () => {
    const widget = await mountReady([visa]);
    const { token } = await widget.tokenize();
    widget.element.paymentResult(null);
    widget.element.paymentResult(REFUSED, { token });
    await widget.settled();
    expect(widget.notice).to.equal(esAr.tryCodeAgain(3, 'back'));
    await widget.ready();
    expect(await fail(widget)).to.equal(esAr.notCharged);
  });

  it('nothing more is charged once the payment was approved', async () => {
    const widget = await mountReady([visa]);
    await widget.tokenize();
    widget.element.paymentResult(null);
    widget.element.paymentResult(APPROVED);
    await widget.settled();
    widget.element.reset();
    await widget.settled();
    await widget.ready();
    expect(await fail(widget)).to.equal(esAr.notCharged);
  });

  it('nothing more is charged once an earlier attempt was refused by its name', async () => {
    const widget = await mountReady([visa, mastercard]);
    const { token } = await widget.tokenize();
    await widget.choose(1);
    await widget.ready();
    await widget.tokenize();
    widget.element.paymentResult(REFUSED, { token });
    widget.element.paymentResult(REFUSED);
    await widget.settled();
    expect(widget.notice).to.equal(esAr.tryCodeAgain(3, 'back'));
  });

  it('nothing is charged with a new card once its attempt was refused to the list', async () => {
    const form = await mountForm(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    await form.ready();
    await form.typeCard(VISA);
    await form.element.tokenize();
    (form.page as MpSavedCardsElement).paymentResult(REFUSED);
    await form.settled();
    await form.ready();
    await form.standIn.type('securityCode', CODE);
    form.standIn.nextToken = 'server-error';
    await form.codeOf(form.element.tokenize());
    expect(form.notice).to.equal(esAr.notCharged);
  });

  it('with a saved card, the form that names the list says it at once, and no longer once that is paid', async () => {
    const form = await mountForm(html`
      <div>
        <mp-saved-cards id="doubtful" locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
        <mp-add-card for="doubtful" intent="pay"></mp-add-card>
      </div>
    `);
    const list = form.page.querySelector<MpSavedCardsElement>('mp-saved-cards')!;
    await form.standIn.ready('securityCode');
    form.element.open = true;
    await form.settled();
    form.element.paymentRejected('cc_rejected_bad_filled_card_number');
    await form.settled();
    const sentence = `${esAr.nothingCharged} ${esAr.checkNumber}`;
    expect(form.liveRegion).to.contain(sentence);
    await form.standIn.type('securityCode', CODE);
    await list.tokenize();
    await form.settled();
    expect(form.liveRegion).to.contain(onlyThis(sentence));
    list.paymentResult(APPROVED);
    await form.settled();
    expect(form.liveRegion).to.contain(sentence);
  });

  it('with a saved card, the form for another card says it too', async () => {
    const form = await mountForm(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    const list = form.page as MpSavedCardsElement;
    await form.standIn.ready('securityCode');
    await form.standIn.type('securityCode', CODE);
    await list.tokenize();
    list.paymentResult(null);
    await list.updateComplete;
    list.shadowRoot?.querySelector<HTMLElement>('.other label')?.click();
    await list.updateComplete;
    await form.ready();
    await form.typeCard(VISA);
    form.standIn.nextToken = 'server-error';
    await form.codeOf(form.element.tokenize());
    expect(form.notice).to.equal(onlyThis(esAr.notCharged));
    expect(form.liveRegion).to.equal(onlyThis(esAr.notCharged));
  });
});
