import { expect } from '@open-wc/testing';
import { tokenFormEntries, type TokenDetail } from '../../src/card/token-detail.js';

const detail: TokenDetail = {
  token: 'f5e8c0ff',
  cardId: '9267060453',
  paymentMethodId: 'master',
  paymentTypeId: 'credit_card',
  issuerId: '24',
  installments: 3,
  lastFourDigits: '6351',
  expiresAt: '2026-08-09T12:00:00.000Z',
  saveCard: false,
};

describe('tokenFormEntries', () => {
  it('has the six entries a payment needs, under the names of Mercado Pago', () => {
    expect(tokenFormEntries(detail)).to.deep.equal([
      ['token', 'f5e8c0ff'],
      ['card_id', '9267060453'],
      ['payment_method_id', 'master'],
      ['payment_type_id', 'credit_card'],
      ['issuer_id', '24'],
      ['installments', '3'],
    ]);
  });

  it('leaves out what is not known', () => {
    const names = tokenFormEntries({ ...detail, cardId: null, issuerId: null, paymentTypeId: '' }).map(
      ([name]) => name,
    );
    expect(names).to.deep.equal(['token', 'payment_method_id', 'installments']);
  });
});
