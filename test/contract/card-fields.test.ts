import { expect } from '@open-wc/testing';
import type { FieldOptions, FieldType } from '../../src/testing/index.js';
import { cleanUp, mounted, rejectionOf, fillIn } from './field-tools.js';
import { MercadoPago, subject } from './subject.js';

const newMp = () => new MercadoPago(subject.publicKey);
const now = new Date();
const thisYear = now.getFullYear();

const judgements: [string, FieldType, FieldOptions, string, string[]][] = [
  [
    'a number that is too short',
    'cardNumber',
    {},
    '4509',
    ["invalid_length: cardNumber should be of length between '8' and '19'."],
  ],
  ['a number of any length from 8 to 19', 'cardNumber', {}, '45099535', []],
  ['a month', 'expirationMonth', {}, '11', []],
  [
    'a thirteenth month',
    'expirationMonth',
    {},
    '13',
    ['invalid_value: expirationMonth should be a value from 1 to 12.'],
  ],
  ['a letter for a month', 'expirationMonth', {}, 'x', ['invalid_type: expirationMonth should be a number.']],
  ['a year of two digits', 'expirationYear', {}, String(thisYear + 1).slice(2), []],
  ['a year of four digits', 'expirationYear', {}, String(thisYear + 1), []],
  [
    'a year of three digits',
    'expirationYear',
    {},
    '203',
    ["invalid_length: expirationYear should be of length '2' or '4'."],
  ],
  [
    'one digit of a short year',
    'expirationYear',
    { mode: 'short' },
    '3',
    ["invalid_length: expirationYear should be of length '2'."],
  ],
  [
    'a year that has passed',
    'expirationYear',
    { mode: 'full' },
    '2019',
    [`invalid_value: expirationYear value should be greater or equal than ${thisYear}.`],
  ],
  ['a letter for a year', 'expirationYear', {}, 'x', ['invalid_type: expirationYear should be a number.']],
  ['a date', 'expirationDate', { mode: 'short' }, `12${String(thisYear + 1).slice(2)}`, []],
  [
    'a date with a thirteenth month, by the name of its part',
    'expirationDate',
    { mode: 'short' },
    `13${String(thisYear + 1).slice(2)}`,
    ['invalid_value: expirationMonth should be a value from 1 to 12.'],
  ],
];

describe('contract: validity of the fields of a new card', () => {
  afterEach(cleanUp);

  for (const [name, type, options, keys, expected] of judgements) {
    it(`${type} judges ${name}`, async () => {
      const target = await mounted(newMp(), type, options);
      await fillIn(target, keys);
      const messages = target.heard.of('validityChange').at(-1)?.errorMessages ?? [];
      expect(messages.map(({ cause, message }) => `${cause}: ${message}`)).to.deep.equal(expected);
    });
  }

  it('cardNumber reports the length of its settings', async () => {
    const target = await mounted(newMp(), 'cardNumber');
    target.field.update?.({ settings: { length: 16, validation: 'standard' } });
    await fillIn(target, '45099535');
    expect(target.heard.of('validityChange').at(-1)?.errorMessages).to.deep.equal([
      {
        cause: 'invalid_length',
        message: "cardNumber should be of length '16'.",
        details: { reason: 'invalid_length' },
      },
    ]);
  });

  it('cardNumber runs the Luhn check when it is enabled and settings are set', async () => {
    const target = await mounted(newMp(), 'cardNumber', { enableLuhnValidation: true });
    target.field.update?.({ settings: { length: 16, validation: 'standard' } });
    await fillIn(target, '4509953566233705');
    const [problem] = target.heard.of('validityChange').at(-1)?.errorMessages ?? [];
    expect(problem?.cause).to.equal('invalid_value');
    expect(problem?.message).to.match(/^card number rejected on Luhn Validation\.?$/);
  });

  it('cardNumber reports both a failed Luhn check and a length that is too short', async () => {
    const target = await mounted(newMp(), 'cardNumber', { enableLuhnValidation: true });
    target.field.update?.({ settings: { length: 16, validation: 'standard' } });
    await fillIn(target, '45099535');
    const found = target.heard.of('validityChange').at(-1)?.errorMessages ?? [];
    expect(found.map(({ cause, details }) => [cause, details.reason])).to.deep.equal([
      ['invalid_length', 'invalid_length'],
      ['invalid_value', 'luhn'],
    ]);
  });

  it('cardNumber does not run the Luhn check without settings', async () => {
    const target = await mounted(newMp(), 'cardNumber', { enableLuhnValidation: true });
    await fillIn(target, '4509953566233705');
    expect(target.heard.of('validityChange').at(-1)?.errorMessages).to.deep.equal([]);
  });
});

describe('contract: a token for a new card', () => {
  afterEach(cleanUp);

  it('is made from several frames, none of which exposes its content to the page', async () => {
    const mp = newMp();
    const number = await mounted(mp, 'cardNumber');
    const date = await mounted(mp, 'expirationDate', { mode: 'short' });
    const code = await mounted(mp, 'securityCode');
    await fillIn(number, '5031755734530604');
    await fillIn(date, '1130');
    await fillIn(code, '123');
    const token = await mp.fields.createCardToken({
      cardholderName: 'APRO',
      identificationType: 'DNI',
      identificationNumber: '12345678',
    });
    expect(token).to.include({
      first_six_digits: '503175',
      last_four_digits: '0604',
      expiration_month: 11,
      expiration_year: 2030,
      card_number_length: 16,
      security_code_length: 3,
    });
    expect(token).not.to.have.property('card_id');
    expect(token?.cardholder?.name).to.equal('APRO');
  });

  it('takes month and year from separate fields', async () => {
    const mp = newMp();
    await fillIn(await mounted(mp, 'cardNumber'), '5031755734530604');
    await fillIn(await mounted(mp, 'expirationMonth'), '11');
    await fillIn(await mounted(mp, 'expirationYear', { mode: 'full' }), '2030');
    await fillIn(await mounted(mp, 'securityCode'), '123');
    const token = await mp.fields.createCardToken({ cardholderName: 'APRO' });
    expect(token).to.include({ expiration_month: 11, expiration_year: 2030 });
  });

  it('rejects with the problems of all fields, those of a date under the names of its parts', async () => {
    const mp = newMp();
    await mounted(mp, 'expirationDate');
    await mounted(mp, 'securityCode');
    const reason = await rejectionOf(mp.fields.createCardToken({ cardholderName: 'APRO' }));
    const fields = (reason as { field: string; message: string }[]).map(({ field, message }) => `${field}: ${message}`);
    expect(fields).to.deep.equal([
      'expirationMonth: expirationMonth is empty.',
      'expirationYear: expirationYear is empty.',
      'securityCode: securityCode is empty.',
    ]);
  });
});
