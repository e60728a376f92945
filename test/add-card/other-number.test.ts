import { expect, waitUntil } from '@open-wc/testing';
import { defaultAnswers } from '../../src/testing/core-answers.js';
import { messagesDelivered } from '../../src/testing/shopper.js';
import { esAr } from '../support/messages.js';
import { AMEX, readyForm, VISA, type AddCard, type Plastic } from '../support/add-card-harness.js';

const UNKNOWN: Plastic = { ...VISA, number: '6011111111111117' };

const recognised = (form: AddCard, brand: string) => waitUntil(() => form.brand === brand, brand);
const hinted = (form: AddCard, hint: string) => waitUntil(() => form.root.textContent?.includes(hint), hint);

/** A form in which a whole card was typed and recognised, and is not any more. Mercado Pago fails from now on, if need be. */
async function emptied({ number, code }: Plastic, brand: string, isFailing = false): Promise<AddCard> {
  const form = await readyForm();
  await form.type('cardNumber', number);
  await form.type('securityCode', code);
  await recognised(form, brand);
  await form.standIn.clear('cardNumber');
  await form.standIn.clear('securityCode');
  await recognised(form, '');
  if (isFailing) form.standIn.answers.getPaymentMethods = () => Promise.reject(new Error('Request timed out'));
  return form;
}

describe('another number in the place of one that was recognised', () => {
  const cases: [name: string, before: [Plastic, string], card: Plastic, isFailing: boolean, hint: string][] = [
    ['it is of an unknown brand', [AMEX, 'American Express'], UNKNOWN, false, '3 dígitos, en el dorso'],
    ['it cannot be looked up', [AMEX, 'American Express'], VISA, true, '3 dígitos, en el dorso'],
    ['it is an American Express that cannot be looked up', [VISA, 'Visa'], AMEX, true, '4 dígitos, en el frente'],
  ];
  for (const [name, before, card, isFailing, hint] of cases) {
    it(`can be entered when ${name}`, async () => {
      const form = await emptied(...before, isFailing);
      await form.typeCard(card);
      await hinted(form, isFailing ? 'No pudimos reconocer' : 'No reconocemos');
      await form.leave('securityCode');
      expect(form.standIn.input('cardNumber').value.replace(/ /g, '')).to.equal(card.number);
      expect(form.standIn.input('securityCode').value).to.equal(card.code);
      expect(form.codeHint).to.contain(hint);
      expect([form.errors, form.element.complete]).to.deep.equal([[], true]);
      await form.element.save();
    });
  }

  it('is as free in its length as the first one when nothing was recognised before', async () => {
    const form = await readyForm();
    await form.type('cardNumber', '6011111111');
    await hinted(form, 'No reconocemos');
    await form.type('cardNumber', '111111111');
    expect(form.standIn.input('cardNumber').value).to.have.length(23);
    expect(form.standIn.callsOf('field.update').filter(({ arguments: [, update] }) => 'settings' in Object(update))).to
      .be.empty;
  });
});

describe('a code that was typed before its card was known', () => {
  it('is no reason against Pay: the card that it is too short for says so', async () => {
    const form = await readyForm();
    await form.type('securityCode', '123');
    await form.typeCard({ ...AMEX, code: '' });
    await recognised(form, 'American Express');
    await form.leave('securityCode');
    expect(form.error('securityCode')).to.equal('');
    expect(await form.codeOf(form.element.save())).to.equal('code-incomplete');
    expect(form.error('securityCode')).to.contain('4');
  });

  it('counts again for a card that takes as many digits as it has', async () => {
    const form = await readyForm();
    await form.typeCard({ ...AMEX, code: '123' });
    await recognised(form, 'American Express');
    await form.leave('securityCode');
    expect(form.error('securityCode')).to.contain('4');
    await form.standIn.clear('cardNumber');
    await form.type('cardNumber', VISA.number);
    await recognised(form, 'Visa');
    await form.leave('cardNumber');
    expect([form.errors, form.element.complete]).to.deep.equal([[], true]);
    await form.element.save();
  });

  it('counts again, too, when Mercado Pago had refused it for the other card', async () => {
    const form = await readyForm();
    await form.type('securityCode', '123');
    await form.typeCard({ ...AMEX, code: '' });
    await recognised(form, 'American Express');
    await form.codeOf(form.element.save());
    await form.standIn.clear('cardNumber');
    await form.type('cardNumber', VISA.number);
    await recognised(form, 'Visa');
    expect([form.errors, form.element.complete]).to.deep.equal([[], true]);
    await form.element.save();
  });
});

describe('a number', () => {
  it('of another length that is pasted over one that was recognised is no number with digits missing', async () => {
    const form = await readyForm();
    await form.typeCard(VISA);
    await recognised(form, 'Visa');
    // A look-up takes longer than the judgement of what was pasted, which is by the length of before.
    form.standIn.answers.getPaymentMethods = (query) =>
      messagesDelivered(window).then(() => defaultAnswers.getPaymentMethods(query));
    form.standIn.input('cardNumber').select();
    await form.standIn.paste('cardNumber', AMEX.number);
    await recognised(form, 'American Express');
    await form.standIn.clear('securityCode');
    await form.type('securityCode', AMEX.code);
    await form.leave('securityCode');
    expect([form.errors, form.element.complete]).to.deep.equal([[], true]);
    await form.element.save();
  });

  it('that is too short is not said to be wrong, although Luhn’s check fails too', async () => {
    const form = await readyForm();
    await form.type('cardNumber', VISA.number.slice(0, 8));
    await recognised(form, 'Visa');
    await form.type('cardNumber', VISA.number.slice(8, 12));
    await form.leave('cardNumber');
    expect(form.error('cardNumber')).to.equal(esAr.enterNumber);
  });
});

describe('a number that is deleted again', () => {
  it('is no card that must be saved, nor one that is missing something', async () => {
    const form = await readyForm();
    await form.type('cardNumber', '4');
    expect(form.element.checkValidity()).to.equal(false);
    await form.standIn.clear('cardNumber');
    await form.leave('cardNumber');
    await form.settled();
    expect(form.element.checkValidity()).to.equal(true);
    expect(form.errors).to.deep.equal([]);
  });

  it('is no more than one digit of the date or the code was', async () => {
    const form = await readyForm();
    for (const field of ['expirationDate', 'securityCode'] as const) {
      await form.type(field, '1');
      await form.standIn.clear(field);
    }
    await form.settled();
    expect(form.element.checkValidity()).to.equal(true);
  });
});
