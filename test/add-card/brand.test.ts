import { expect, waitUntil } from '@open-wc/testing';
import type { CoreAnswers, PaymentMethodPage } from '../../src/testing/index.js';
import { AMEX, VISA, readyForm, type AddCard } from '../support/add-card-harness.js';
import { driveTime } from '../support/clock.js';
import { ScriptedMerchant } from '../support/merchant.js';

type Method = Record<string, unknown>;

const page = (...results: Method[]): PaymentMethodPage => ({
  paging: { total: results.length, limit: 30, offset: 0 },
  results: results as PaymentMethodPage['results'],
});
const visa = (changes: Method = {}): Method => ({
  id: 'visa',
  name: 'Visa',
  payment_type_id: 'credit_card',
  additional_info_needed: ['cardholder_identification_number'],
  issuer: { id: 25, name: 'Visa' },
  settings: [{ card_number: { length: 16, validation: 'standard' }, security_code: { length: 3, mode: 'mandatory' } }],
  ...changes,
});

const readyWith = (answers: CoreAnswers) => readyForm(undefined, { standIn: { answers } });

const recognised = (form: AddCard, brand: string) => waitUntil(() => form.brand === brand, brand);
const events = (form: AddCard) =>
  form.events
    .of<{ paymentMethod: { id: string } | null }>('payment-method-change')
    .map(({ paymentMethod }) => paymentMethod?.id ?? null);

describe('the brand of a new card', () => {
  it('is recognised by its first digits, and forgotten with them', async () => {
    const form = await readyForm();
    await form.type('cardNumber', '4509953');
    expect(form.brand).to.equal('');
    await form.type('cardNumber', '5');
    await recognised(form, 'Visa');
    await form.standIn.clear('cardNumber');
    await recognised(form, '');
    expect(events(form)).to.deep.equal(['visa', null]);
  });

  it('says how long the code is and where it is printed', async () => {
    const form = await readyForm();
    expect(form.codeHint).to.equal('3 dígitos, en el dorso de la tarjeta');
    await form.type('cardNumber', AMEX.number);
    await recognised(form, 'American Express');
    expect(form.codeHint).to.equal('4 dígitos, en el frente de la tarjeta');
    await form.type('securityCode', '12345');
    expect(form.standIn.input('securityCode').value).to.equal('1234');
  });

  it('is spoken with the number', async () => {
    const form = await readyForm();
    await form.type('cardNumber', VISA.number);
    await recognised(form, 'Visa');
    const group = form.root.querySelector('[role=group][aria-labelledby=cardNumber-label]');
    const described = (group?.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => form.root.getElementById(id)?.textContent).join('')).to.contain('Visa');
  });

  it('may be unknown: a hint says so, and prevents nothing', async () => {
    const form = await readyForm();
    await form.typeCard({ ...VISA, number: '4000000000000002' });
    await waitUntil(() => form.liveRegion.includes('No reconocemos este número'));
    expect(form.errors).to.deep.equal([]);
    expect(events(form)).to.deep.equal([]);
    await form.element.save();
  });

  it('is that of the digits in the field, whichever answer comes last', async () => {
    const answers = new Map<string, (methods: PaymentMethodPage) => void>();
    const form = await readyWith({
      getPaymentMethods: ({ bin }) => new Promise((resolve) => answers.set(bin, resolve)),
    });
    await form.type('cardNumber', '45099535');
    await waitUntil(() => answers.has('45099535'));
    await form.standIn.clear('cardNumber');
    await form.type('cardNumber', '50317557');
    await waitUntil(() => answers.has('50317557'));
    answers.get('50317557')?.(page(visa({ id: 'master', name: 'Mastercard' })));
    await recognised(form, 'Mastercard');
    answers.get('45099535')?.(page(visa()));
    await new Promise((resolve) => setTimeout(resolve));
    await form.settled();
    expect(form.brand).to.equal('Mastercard');
  });

  it('is asked for again after a failed request, without an action of the shopper', async () => {
    let failures = 2;
    const form = await readyWith({
      getPaymentMethods: () => (failures-- > 0 ? Promise.reject(new Error('Request timed out')) : page(visa())),
    });
    const clock = driveTime();
    await form.type('cardNumber', VISA.number);
    await waitUntil(() => form.root.querySelector('#cardNumber-hint') !== null);
    expect(form.root.querySelector('#cardNumber-hint')?.textContent).to.contain('No pudimos reconocer la tarjeta');
    await clock.tickAsync(1_000);
    await clock.tickAsync(3_000);
    await form.settled();
    expect(form.brand).to.equal('Visa');
    expect(form.root.querySelector('#cardNumber-hint')).to.equal(null);
    expect(form.events.of('card-error')).to.deep.equal([]);
  });

  it('is asked for again when the card is sent', async () => {
    let failures = 1;
    const form = await readyWith({
      getPaymentMethods: () => (failures-- > 0 ? Promise.reject(new Error('Request timed out')) : page(visa())),
    });
    await form.typeCard();
    const { paymentMethodId } = await form.element.tokenize();
    expect(paymentMethodId).to.equal('visa');
  });
});

describe('the bank of a new card', () => {
  const banks = [
    { id: 1, name: 'Banco Uno' },
    { id: 2, name: 'Banco Dos' },
  ];
  const needing = { getPaymentMethods: () => page(visa({ additional_info_needed: ['issuer_id'] })) };

  it('is chosen by the shopper when the method needs it and there are several', async () => {
    const form = await readyWith({ ...needing, getIssuers: () => banks });
    await form.typeCard();
    await waitUntil(() => form.root.querySelector('#issuerId') !== null);
    await form.click();
    await form.focusOn('issuerId');
    expect(form.errors).to.deep.equal(['Elegí el banco de tu tarjeta.']);
    await form.choose('issuerId', '2');
    expect(form.errors).to.deep.equal([]);
    expect((await form.element.tokenize()).issuerId).to.equal('2');
  });

  it('is asked for again when the shop refused the card for it', async () => {
    const merchant = new ScriptedMerchant().status(400, JSON.stringify({ cause: [{ code: 'card-108' }] }));
    const form = await readyForm(merchant, { standIn: { answers: { ...needing, getIssuers: () => banks } } });
    await form.typeCard();
    await waitUntil(() => form.root.querySelector('#issuerId') !== null);
    await form.choose('issuerId', '2');
    await form.click();
    await form.events.times('card-error');
    await form.settled();
    expect(form.notice).to.equal('Elegí el banco de tu tarjeta.');
  });

  it('is taken as it is when there is one', async () => {
    const form = await readyWith({ ...needing, getIssuers: () => banks.slice(1) });
    await form.typeCard();
    await recognised(form, 'Visa');
    expect((await form.element.tokenize()).issuerId).to.equal('2');
    expect(form.root.querySelector('#issuerId')).to.equal(null);
  });

  it('is waited for by a press that comes first, and asked for then', async () => {
    const answers: (() => void)[] = [];
    const form = await readyWith({
      ...needing,
      getIssuers: () => new Promise((resolve) => answers.push(() => resolve(banks))),
    });
    await form.typeCard();
    await recognised(form, 'Visa');
    await form.click();
    await form.settled();
    answers[0]?.();
    await form.focusOn('issuerId');
    expect(form.errors).to.deep.equal(['Elegí el banco de tu tarjeta.']);
    expect(form.standIn.tokens).to.be.empty;
  });

  it('is not waited for longer than a moment', async () => {
    const form = await readyWith({ ...needing, getIssuers: () => new Promise(() => {}) });
    await form.typeCard();
    await recognised(form, 'Visa');
    const clock = driveTime();
    const token = form.element.tokenize();
    await clock.tickAsync(2_900);
    expect(form.standIn.tokens).to.be.empty;
    await clock.tickAsync(100);
    expect((await token).issuerId).to.equal(null);
  });

  it('is left out when the banks could not be asked for', async () => {
    const form = await readyWith({ ...needing, getIssuers: () => Promise.reject(new Error('Request timed out')) });
    await form.typeCard();
    await recognised(form, 'Visa');
    expect((await form.element.tokenize()).issuerId).to.equal(null);
  });
});

describe('the document of a new card', () => {
  it('is not asked for where the country has none', async () => {
    const form = await readyWith({ getIdentificationTypes: () => [] });
    expect(form.root.querySelector('#identificationNumber')).to.equal(null);
    await form.typeCard();
    await form.element.save();
    expect(form.standIn.callsOf('fields.createCardToken')[0]?.arguments[0]).to.deep.equal({ cardholderName: 'APRO' });
  });

  it('is not asked for when the country answers that it has none', async () => {
    const none: unknown = { message: 'not found', status: 404, cause: [{ code: 1004 }] };
    const rejects = () =>
      Promise.resolve().then(() => {
        throw none; // no Error: so MercadoPago.js rejects
      });
    const form = await readyWith({ getIdentificationTypes: rejects });
    expect(form.asked).to.have.length(4);
  });

  it('goes when the method does not need it, and comes back with what was typed', async () => {
    const form = await readyWith({ getPaymentMethods: () => page(visa({ additional_info_needed: [] })) });
    await form.fill('identificationNumber', '12.345.678');
    await form.type('cardNumber', VISA.number);
    await recognised(form, 'Visa');
    expect(form.root.querySelector('#identificationNumber')).to.equal(null);
    await form.standIn.clear('cardNumber');
    await recognised(form, '');
    expect(form.input('identificationNumber').value).to.equal('12.345.678');
  });

  it('is asked for again when it could not be asked for', async () => {
    let failures = 1;
    const types = [{ id: 'CPF', name: 'CPF', type: 'number' as const, min_length: 11, max_length: 11 }];
    const form = await readyWith({
      getIdentificationTypes: () => (failures-- > 0 ? Promise.reject(new Error('Request timed out')) : types),
    });
    await waitUntil(() => form.root.querySelector('#identificationNumber') !== null, 'document', { timeout: 3000 });
  });

  it('takes a keyboard of digits only where it is a number', async () => {
    const form = await readyWith({
      getIdentificationTypes: () => [
        { id: 'RUT', name: 'RUT', type: 'string', min_length: 8, max_length: 9 },
        { id: 'Otro', name: 'Otro', type: 'number', min_length: 5, max_length: 20 },
      ],
    });
    expect(form.input('identificationNumber').inputMode).to.equal('text');
    await form.choose('identificationType', 'Otro');
    expect(form.input('identificationNumber').inputMode).to.equal('numeric');
  });
});
