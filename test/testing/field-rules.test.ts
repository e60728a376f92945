import { expect } from '@open-wc/testing';
import { fieldRules, type FieldTerms } from '../../src/testing/field-rules.js';
import type { FieldType } from '../../src/testing/index.js';

const rules = fieldRules();
const now = new Date();
const year = now.getFullYear();
const lastMonth = now.getMonth();

describe('the rules of the fields', () => {
  const submitted: [FieldType, string, FieldTerms, string[]][] = [
    ['securityCode', '', {}, ['securityCode is empty.']],
    ['securityCode', '', { settings: { mode: 'optional', length: 3 } }, []],
    ['securityCode', '', { settings: { mode: 'mandatory', length: 3 } }, ['securityCode is empty.']],
    ['securityCode', '1234', { settings: { length: 3 } }, ["securityCode should be of length '3'."]],
    ['securityCode', '1a', {}, ['securityCode should be a number.', "securityCode should be of length '3' or '4'."]],
    ['cardNumber', '5031 7557 3453 0604', { settings: { length: 16 } }, []],
    ['cardNumber', '5031 7557 3453 0605', { enableLuhnValidation: true }, []],
    [
      'cardNumber',
      '5031 7557 3453 0605',
      { enableLuhnValidation: true, settings: { length: 16, validation: 'none' } },
      [],
    ],
    [
      'cardNumber',
      '5031 7557 3453 0605',
      { enableLuhnValidation: true, settings: { length: 16, validation: 'standard' } },
      ['card number rejected on Luhn Validation.'],
    ],
    ['expirationMonth', '', {}, ['expirationMonth is empty.']],
    ['expirationMonth', '0', {}, ['expirationMonth should be a value from 1 to 12.']],
    ['expirationYear', '', {}, ['expirationYear is empty.']],
    ['expirationYear', '30', { mode: 'full' }, ["expirationYear should be of length '4'."]],
    ['expirationYear', String(year), {}, []],
    ['expirationYear', String(year - 1), {}, [`expirationYear value should be greater or equal than ${year}.`]],
    ['expirationDate', `12/${year}`, {}, []],
    ['expirationDate', '', {}, ['expirationMonth is empty.', 'expirationYear is empty.']],
  ];

  for (const [type, value, terms, expected] of submitted) {
    it(`${type} "${value}" with ${JSON.stringify(terms)}: ${expected.join(' ') || 'valid'}`, () => {
      expect(rules.problems(type, value, terms, true).map(({ message }) => message)).to.deep.equal(expected);
    });
  }

  it('a card is valid in its month and expired in the next one', () => {
    expect(rules.expired(lastMonth + 1, year)).to.deep.equal([]);
    expect(rules.expired(1, year + 1)).to.deep.equal([]);
    expect(rules.expired(lastMonth, year)).to.deep.equal([
      {
        field: 'expirationMonth',
        cause: 'invalid_value',
        message:
          `expirationMonth value should be greater than '${lastMonth}' ` +
          `or expirationYear value should be greater than '${year}'.`,
        details: { reason: 'invalid_value' },
      },
    ]);
  });

  const formatted: [FieldType, string, FieldTerms, string][] = [
    ['cardNumber', '50317557345306', {}, '5031 7557 3453 06'],
    ['cardNumber', '5031 75573', {}, '5031 7557 3'],
    ['cardNumber', '371180303257522', { settings: { length: 15 } }, '3711 803032 57522'],
    ['cardNumber', '5031x', {}, '5031x'],
    ['expirationDate', '11', {}, '11'],
    ['expirationDate', '113', {}, '11/3'],
    ['expirationDate', '11/3', {}, '11/3'],
    ['securityCode', '123', {}, '123'],
  ];

  for (const [type, value, terms, expected] of formatted) {
    it(`${type} formats "${value}" as "${expected}"`, () => {
      expect(rules.format(type, value, terms)).to.equal(expected);
    });
  }
});
