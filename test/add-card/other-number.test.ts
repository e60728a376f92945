import { expect, waitUntil } from '@open-wc/testing';
import { AMEX, readyForm, VISA, type AddCard, type Plastic } from '../support/add-card-harness.js';

const UNKNOWN: Plastic = { ...VISA, number: '6011111111111117' };

const recognised = (form: AddCard, brand: string) => waitUntil(() => form.brand === brand, brand);
const hinted = (form: AddCard, hint: string) => waitUntil(() => form.root.textContent?.includes(hint), hint);

/** A form in which a whole card stood that was recognised, and does not any more. Mercado Pago fails from now on, if need be. */
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
    ['nobody knows it', [AMEX, 'American Express'], UNKNOWN, false, '3 dígitos, en el dorso'],
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
