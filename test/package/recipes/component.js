// Web Test Runner; Vitest's browser mode and Cypress component tests have other names for `describe`, `it` and `expect`.
import { expect } from '@open-wc/testing';
import 'mp-saved-cards';
import { installMercadoPago } from 'mp-saved-cards/testing';

const CARD = {
  id: '1001',
  first_six_digits: '450995',
  last_four_digits: '3704',
  expiration_month: 11,
  expiration_year: 2099,
  payment_method: { id: 'visa', name: 'Visa', payment_type_id: 'credit_card' },
  issuer: { id: 1, name: 'Banco' },
};

describe('the checkout', () => {
  let mercadoPago;
  let list;

  beforeEach(() => {
    mercadoPago = installMercadoPago();
    list = Object.assign(document.createElement('mp-saved-cards'), { publicKey: 'TEST-1', cards: [CARD] });
    document.body.append(list);
  });

  afterEach(() => {
    list.remove();
    mercadoPago.uninstall();
  });

  it('makes a token of the chosen card', async () => {
    await mercadoPago.type('securityCode', '123'); // waits until the field is ready
    const { token, cardId } = await list.tokenize();
    expect(cardId).to.equal('1001');
    expect(token).to.equal(mercadoPago.tokens[0].id);
  });

  it('says when Mercado Pago does not know the card', async () => {
    await mercadoPago.type('securityCode', '123');
    mercadoPago.nextToken = 'card-unknown';
    const error = await list.tokenize().catch((reason) => reason);
    expect(error.code).to.equal('card-unknown');
  });

  it('offers a way on when MercadoPago.js cannot show its field', async () => {
    mercadoPago.readiness = 'load-error';
    list.remove();
    document.body.append(list);
    const { detail } = await new Promise((resolve) => list.addEventListener('card-error', resolve, { once: true }));
    expect(detail.error.code).to.equal('field-timeout');
  });
});
