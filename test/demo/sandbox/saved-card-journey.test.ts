import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardsOf, findCustomer, seller, tokenFor, useSandbox } from './support/official-sdk.js';

const ACCOUNTS = ['MLA', 'MLB', 'MLC', 'MCO', 'MLM', 'MLU', 'MPE'].map((site) => `TEST-${site}-journey`);

/** What the guide "Remember your customers and cards" does, call by call. */
describe('paying with a saved card', () => {
  const sandbox = useSandbox();

  for (const account of ACCOUNTS) {
    it(`is approved for ${account}`, async () => {
      const shop = seller(account);
      const ana = await findCustomer(shop, 'ana@testuser.com');
      const [card] = ana.cards;
      assert.ok(card);

      const payment = await shop.payments.create({
        body: {
          transaction_amount: 2000,
          token: await tokenFor(shop, card.id),
          installments: 1,
          payer: { type: 'customer', id: ana.id },
        },
      });

      assert.equal(payment.api_response.status, 201);
      assert.equal(payment.status, 'approved');
      assert.equal(payment.status_detail, 'accredited');
      assert.equal(payment.card?.id, card.id);
      assert.equal(payment.payer?.id, ana.id);
      assert.equal((await shop.payments.get({ id: String(payment.id) })).status, 'approved');
    });
  }

  it('is rejected with 201 and the reason that the cardholder name asks for', async () => {
    const shop = seller('TEST-MLB-journey');
    const carla = await findCustomer(shop, 'carla@testuser.com');
    const details = [];
    for (const card of carla.cards) {
      const code = card.security_code?.length === 4 ? '1234' : '123';
      const token = await tokenFor(shop, card.id, code);
      const payment = await shop.payments.create({
        body: { transaction_amount: 20, token, installments: 1, payer: { type: 'customer', id: carla.id } },
      });
      details.push([card.cardholder?.name, payment.api_response.status, payment.status, payment.status_detail]);
    }
    assert.deepEqual(details, [
      ['OTHE', 201, 'rejected', 'cc_rejected_other_reason'],
      ['SECU', 201, 'rejected', 'cc_rejected_bad_filled_security_code'],
      ['FUND', 201, 'rejected', 'cc_rejected_insufficient_amount'],
      ['CALL', 201, 'rejected', 'cc_rejected_call_for_authorize'],
      ['APRO', 201, 'approved', 'accredited'],
    ]);
  });

  it('works for a customer and a card that the shop has just made', async () => {
    const shop = seller('TEST-MLA-new');
    const { id: customerId = '' } = await shop.customers.create({ body: { email: 'nuevo@testuser.com' } });
    const response = await fetch(`${sandbox.origin}/v1/card_tokens?public_key=TEST-MLA-new`, {
      method: 'POST',
      body: JSON.stringify({
        card_number: '5031755734530604',
        security_code: '123',
        expiration_month: 11,
        expiration_year: 2030,
        cardholder: { name: 'APRO', identification: { type: 'DNI', number: '12345678' } },
      }),
    });
    const { id: token } = (await response.json()) as { id: string };
    const card = await shop.cards.create({ customerId, body: { token } });

    assert.equal(card.payment_method?.id, 'master');
    assert.deepEqual(
      (await cardsOf(shop, customerId)).map(({ id }) => id),
      [card.id],
    );
    assert.equal((await shop.customers.get({ customerId })).default_card, card.id);
  });

  it('is refused when the card belongs to another customer than the payer', async () => {
    const shop = seller('TEST-MLB-journey');
    const ana = await findCustomer(shop, 'ana@testuser.com');
    const bruno = await findCustomer(shop, 'bruno@testuser.com');
    const token = await tokenFor(shop, ana.cards[0]?.id ?? '');
    await assert.rejects(
      shop.payments.create({
        body: { transaction_amount: 20, token, installments: 1, payer: { type: 'customer', id: bruno.id } },
      }),
      { status: 400, causes: [{ code: 140, description: 'invalid card owner', data: null }] },
    );
  });

  it('cannot make a token for a card of another account', async () => {
    const elsewhere = await findCustomer(seller('TEST-MLB-other'), 'ana@testuser.com');
    await assert.rejects(tokenFor(seller('TEST-MLB-journey'), elsewhere.cards[0]?.id ?? ''), {
      status: 400,
      causes: [{ code: 'E201', description: 'invalid card_id', data: null }],
    });
  });

  it('ends once as ordered by next_payment, then as the card says', async () => {
    const shop = seller('TEST-MLM-ordered');
    await fetch(`${sandbox.origin}/sandbox/faults?account=TEST-MLM-ordered`, {
      method: 'POST',
      body: JSON.stringify({ next_payment: 'SECU' }),
    });
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const pay = async () =>
      shop.payments.create({
        body: {
          transaction_amount: 20,
          token: await tokenFor(shop, olga.cards[0]?.id ?? ''),
          installments: 1,
          payer: { type: 'customer', id: olga.id },
        },
      });
    assert.equal((await pay()).status_detail, 'cc_rejected_bad_filled_security_code');
    assert.equal((await pay()).status_detail, 'accredited');
  });
});
