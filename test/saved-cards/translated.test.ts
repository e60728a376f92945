import { expect, html } from '@open-wc/testing';
import { readyForm, VISA } from '../support/add-card-harness.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { esAr, pt } from '../support/messages.js';
import { mountReady, nextKey, ready } from '../support/saved-cards-harness.js';
import { translate } from '../support/translate.js';

const REASONS = [
  ['cc_rejected_insufficient_amount', esAr.insufficientFunds],
  ['cc_rejected_bad_filled_security_code', esAr.codeRejected],
  ['cc_rejected_call_for_authorize', esAr.bankRefused],
] as const;

describe('in a page that the browser translated', () => {
  it('the list says the reason of each refusal, and never an earlier one', async () => {
    const widget = await mountReady([visa, mastercard]);
    for (const [reason, title] of REASONS) {
      widget.element.paymentRejected(reason);
      await widget.settled();
      expect(widget.text('.title')).to.equal(title);
      expect(widget.liveRegion).to.contain(title);
      translate(widget.root);
    }
  });

  it('the form says the reason of each refusal, and what is wrong with a field now', async () => {
    const form = await readyForm();
    form.element.intent = 'pay';
    await form.typeCard({ ...VISA, name: 'Ana 4' });
    form.element.reportValidity();
    await form.settled();
    expect(form.error('cardholderName')).to.equal(esAr.nameLetters);
    for (const [reason, title] of REASONS) {
      form.element.paymentRejected(reason);
      await form.settled();
      expect(form.notice).to.equal(title);
      translate(form.root);
    }
    await form.fill('cardholderName', '');
    form.element.reportValidity();
    await form.settled();
    expect(form.error('cardholderName')).to.equal(esAr.enterName);
  });

  it('the list asks for the digits of the card that is chosen now', async () => {
    const widget = await mountReady([visa, amex]);
    widget.element.reportValidity();
    await widget.settled();
    translate(widget.root);
    await widget.choose(1);
    widget.element.reportValidity();
    await widget.settled();
    expect(widget.codeError).to.equal(esAr.enterCode(4));
    expect(widget.hint).to.equal(esAr.codeHint(4, 'front'));
  });

  it('all words of the list change with the language of the page', async () => {
    const widget = await ready(html`
      <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}>
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
    `);
    widget.element.paymentRejected('cc_rejected_bad_filled_security_code');
    await widget.settled();
    translate(widget.root);
    widget.element.locale = 'pt-BR';
    await widget.settled();
    expect(widget.text('.title')).to.equal(pt.codeRejected);
    const old = [...widget.root.querySelectorAll('font')].map(({ textContent }) => textContent);
    // What is the same in every language stays as it is.
    expect(old.filter((text) => !/Visa|Banco|3704|••••/i.test(text))).to.deep.equal([]);
  });
});
