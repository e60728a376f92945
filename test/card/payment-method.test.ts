import { expect } from '@open-wc/testing';
import { decodeIssuers, decodePaymentMethods, type PaymentMethod } from '../../src/card/payment-method.js';

const visa = {
  id: 'visa',
  name: 'Visa',
  payment_type_id: 'credit_card',
  additional_info_needed: ['cardholder_name', 'cardholder_identification_number'],
  issuer: { id: 310, name: 'Banco', default: true },
  settings: [
    {
      card_number: { length: 16, validation: 'standard' },
      security_code: { mode: 'mandatory', length: 3, card_location: 'back' },
      bin: { pattern: '^4' },
    },
  ],
};

const decoded: PaymentMethod = {
  id: 'visa',
  name: 'Visa',
  paymentTypeId: 'credit_card',
  issuer: { id: '310', name: 'Banco' },
  needsIssuer: false,
  needsIdentification: true,
  cardNumber: { length: 16, validation: 'standard' },
  securityCode: { length: 3, location: 'back', mode: 'mandatory' },
};

const setting = (changes: object) => ({ ...visa, settings: [{ ...visa.settings[0], ...changes }] });
const number = (length: number | null, validation: 'standard' | 'none' = 'standard') => ({
  ...decoded,
  cardNumber: { length, validation },
});

describe('a payment method', () => {
  for (const [what, raw, expected] of [
    ['is read with all parts', visa, decoded],
    ['is named by its id when it has no name', { ...visa, name: '' }, { ...decoded, name: 'visa' }],
    ['may have no issuer', { ...visa, issuer: null }, { ...decoded, issuer: null }],
    ['may have no type', { ...visa, payment_type_id: undefined }, { ...decoded, paymentTypeId: '' }],
    [
      'needs the issuer when Mercado Pago does',
      { ...visa, additional_info_needed: ['issuer_id'] },
      { ...decoded, needsIssuer: true, needsIdentification: false },
    ],
    [
      'needs neither issuer nor document when the answer does not say so',
      { ...visa, additional_info_needed: null },
      { ...decoded, needsIdentification: false },
    ],
    ['has an unknown length without settings', { ...visa, settings: [] }, number(null)],
    ['has an unknown length when the given one is impossible', setting({ card_number: { length: 7 } }), number(null)],
    [
      'may have its length as a string',
      setting({ card_number: { length: '19', validation: 'none' } }),
      number(19, 'none'),
    ],
    [
      'has the code rule of its settings',
      setting({ security_code: { mode: 'optional', length: 4, card_location: 'front' } }),
      { ...decoded, securityCode: { length: 4, location: 'front', mode: 'optional' } },
    ],
  ] as const) {
    it(what, () => expect(decodePaymentMethods({ results: [raw] })).to.deep.equal([expected]));
  }

  it('keeps the order of the answer, and is left out without an id', () => {
    const results = [{ ...visa, id: 'debvisa' }, null, 'visa', { name: 'Nameless' }, visa];
    expect(decodePaymentMethods({ results }).map(({ id }) => id)).to.deep.equal(['debvisa', 'visa']);
  });

  for (const body of [undefined, null, 'html', [], {}, { results: {} }]) {
    it(`is none in ${JSON.stringify(body)}`, () => expect(decodePaymentMethods(body)).to.be.empty);
  }
});

describe('issuers', () => {
  it('are read with their ids as text, and one without an id is left out', () => {
    const body = [{ id: 310, name: 'Banco' }, { id: '24' }, { name: 'Without id' }, null];
    expect(decodeIssuers(body)).to.deep.equal([
      { id: '310', name: 'Banco' },
      { id: '24', name: '24' },
    ]);
  });

  it('are not found in anything but an array', () => expect(decodeIssuers({ id: 310 })).to.be.empty);
});
