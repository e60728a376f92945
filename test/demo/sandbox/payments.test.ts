import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, typedCard } from './support/http.js';
import { findCustomer, seller, tokenFor, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

/** Test cardholder names and what each decides. */
const OUTCOMES: readonly [string, string, string][] = [
  ['APRO', 'approved', 'accredited'],
  ['OTHE', 'rejected', 'cc_rejected_other_reason'],
  ['CONT', 'in_process', 'pending_contingency'],
  ['CALL', 'rejected', 'cc_rejected_call_for_authorize'],
  ['FUND', 'rejected', 'cc_rejected_insufficient_amount'],
  ['SECU', 'rejected', 'cc_rejected_bad_filled_security_code'],
  ['EXPI', 'rejected', 'cc_rejected_bad_filled_date'],
  ['FORM', 'rejected', 'cc_rejected_bad_filled_other'],
  ['CARD', 'rejected', 'cc_rejected_bad_filled_card_number'],
  ['INST', 'rejected', 'cc_rejected_invalid_installments'],
  ['DUPL', 'rejected', 'cc_rejected_duplicated_payment'],
  ['LOCK', 'rejected', 'cc_rejected_card_disabled'],
  ['CTNA', 'rejected', 'cc_rejected_card_type_not_allowed'],
  ['ATTE', 'rejected', 'cc_rejected_max_attempts'],
  ['BLAC', 'rejected', 'cc_rejected_blacklist'],
];

const GUEST = { email: 'test@testuser.com', identification: { type: 'DNI', number: '12345678' } };
const VISA = '4509953566233704';
/** The bank asks about it. */
const ASKED_ABOUT = '5483928164574623';

describe('payments', () => {
  const sandbox = useSandbox();

  async function typed(account: string, number: string, name?: string): Promise<string> {
    const { json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: typedCard(number, name),
    });
    return (json as { id: string }).id;
  }

  for (const [name, status, detail] of OUTCOMES) {
    it(`of ${name} are ${status}, ${detail}, and answered with 201`, async () => {
      const token = await typed('TEST-MLA-outcomes', VISA, name);
      const payment = await seller('TEST-MLA-outcomes').payments.create({
        body: { transaction_amount: 100, token, installments: 1, payer: GUEST },
      });
      assert.equal(payment.api_response.status, 201);
      assertShape('payment', withoutEnvelope(payment));
      assert.deepEqual([payment.status, payment.status_detail], [status, detail]);
      assert.equal(payment.date_approved !== null, status === 'approved');
    });
  }

  it('show the whole deal', async () => {
    const shop = seller('TEST-MLB-whole');
    const ana = await findCustomer(shop, 'ana@testuser.com');
    const payment = await shop.payments.create({
      body: {
        transaction_amount: 129.9,
        token: await tokenFor(shop, ana.cards[1]?.id ?? ''),
        installments: 6,
        payment_method_id: 'master',
        issuer_id: 24,
        description: 'Two books',
        external_reference: 'ORDER-1',
        statement_descriptor: 'BOOKS',
        metadata: { cart: 7 },
        payer: { type: 'customer', id: ana.id },
      },
    });
    assertShape('payment', withoutEnvelope(payment));
    assert.deepEqual(
      {
        amount: payment.transaction_amount,
        currency: payment.currency_id,
        method: [payment.payment_method_id, payment.payment_type_id, payment.issuer_id],
        installments: [payment.installments, payment.transaction_details?.installment_amount],
        total: payment.transaction_details?.total_paid_amount,
        net: payment.transaction_details?.net_received_amount,
        fee: payment.fee_details,
        notes: [payment.description, payment.external_reference, payment.statement_descriptor, payment.metadata],
        payer: [payment.payer?.type, payment.payer?.id, payment.payer?.email],
        card: [payment.card?.id, payment.card?.first_six_digits, payment.card?.last_four_digits],
        captured: payment.captured,
      },
      {
        amount: 129.9,
        currency: 'BRL',
        method: ['master', 'credit_card', '24'],
        installments: [6, 24.13],
        total: 144.78,
        net: 123.4,
        fee: [{ type: 'mercadopago_fee', amount: 6.5, fee_payer: 'collector' }],
        notes: ['Two books', 'ORDER-1', 'BOOKS', { cart: 7 }],
        payer: ['customer', ana.id, 'ana@testuser.com'],
        card: [ana.cards[1]?.id, '503143', '6351'],
        captured: true,
      },
    );
  });

  it('use a token once: 2062 for the second time', async () => {
    const shop = seller('TEST-MLB-once');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const token = await tokenFor(shop, olga.cards[0]?.id ?? '');
    const pay = () =>
      shop.payments.create({
        body: { transaction_amount: 10, token, installments: 1, payer: { type: 'customer', id: olga.id } },
      });
    assert.equal((await pay()).status, 'approved');
    assert.equal((await shop.tokens.get({ id: token })).status, 'used');
    await assert.rejects(pay(), {
      status: 400,
      causes: [{ code: 2062, description: 'invalid card token', data: null }],
    });
  });

  it('keep a token whose request was refused', async () => {
    const shop = seller('TEST-MLB-kept');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const token = await tokenFor(shop, olga.cards[0]?.id ?? '');
    const body = { transaction_amount: 10, token, payer: { type: 'customer', id: olga.id } };
    await assert.rejects(shop.payments.create({ body }), { status: 400 });
    assert.equal((await shop.payments.create({ body: { ...body, installments: 1 } })).status, 'approved');
  });

  it('are the same payment for the same idempotency key', async () => {
    const shop = seller('TEST-MLB-key');
    const olga = await findCustomer(shop, 'olga@testuser.com');
    const token = await tokenFor(shop, olga.cards[0]?.id ?? '');
    const pay = () =>
      shop.payments.create({
        body: { transaction_amount: 10, token, installments: 1, payer: { type: 'customer', id: olga.id } },
        requestOptions: { idempotencyKey: 'one-attempt' },
      });
    const [first, second] = [await pay(), await pay()];
    assert.deepEqual([first.api_response.status, second.api_response.status], [201, 200]);
    assert.deepEqual(withoutEnvelope(second), withoutEnvelope(first));
  });

  it('are one payment when the same key comes twice at the same time', async () => {
    const { payments } = seller('TEST-MLB-race');
    const pay = () =>
      payments.create({
        body: { transaction_amount: 10, payment_method_id: 'pix', payer: GUEST },
        requestOptions: { idempotencyKey: 'double-click' },
      });
    const [first, second] = await Promise.all([pay(), pay()]);
    assert.equal(first.id, second.id);
    assert.equal((await payments.search({})).paging?.total, 1);
  });

  it('with a card that has expired are rejected for its date; one of this month still pays', async () => {
    const shop = seller('TEST-MLA-expired');
    const bruno = await findCustomer(shop, 'bruno@testuser.com');
    const details = [];
    for (const card of bruno.cards.slice(2)) {
      const payment = await shop.payments.create({
        body: {
          transaction_amount: 10,
          token: await tokenFor(shop, card.id),
          installments: 1,
          payer: { type: 'customer', id: bruno.id },
        },
      });
      details.push([card.expiration_month, card.expiration_year, payment.status_detail]);
    }
    assert.deepEqual(details, [
      [8, 2026, 'cc_rejected_bad_filled_date'],
      [11, 2026, 'accredited'],
    ]);
  });

  const ELSEWHERE: readonly [string, string, string, string][] = [
    ['MLB', 'pix', 'bank_transfer', 'pending_waiting_transfer'],
    ['MLB', 'bolbradesco', 'ticket', 'pending_waiting_payment'],
    ['MLA', 'rapipago', 'ticket', 'pending_waiting_payment'],
    ['MLM', 'oxxo', 'ticket', 'pending_waiting_payment'],
    ['MPE', 'pagoefectivo_atm', 'atm', 'pending_waiting_payment'],
  ];
  for (const [site, method, type, detail] of ELSEWHERE) {
    it(`by ${method} wait for the shopper`, async () => {
      const payment = await seller(`TEST-${site}-elsewhere`).payments.create({
        body: { transaction_amount: 50, payment_method_id: method, payer: GUEST },
      });
      assertShape('payment', withoutEnvelope(payment));
      assert.deepEqual(
        [payment.status, payment.status_detail, payment.payment_type_id, payment.card],
        ['pending', detail, type, {}],
      );
      assert.equal((await fetch(payment.transaction_details?.external_resource_url ?? '')).status, 200);
      assert.equal(payment.point_of_interaction?.transaction_data?.qr_code !== undefined, type === 'bank_transfer');
    });
  }

  it('in binary mode are not asked about by the bank', async () => {
    const token = await typed('TEST-MLA-binary', ASKED_ABOUT, 'APRO');
    const body = { transaction_amount: 10, token, installments: 1, payer: GUEST, three_d_secure_mode: 'optional' };
    const payment = await seller('TEST-MLA-binary').payments.create({ body: { ...body, binary_mode: true } });
    assert.equal(payment.status, 'rejected');
  });

  it('in binary mode are approved or rejected, never in process', async () => {
    const token = await typed('TEST-MLA-binary', VISA, 'CONT');
    const payment = await seller('TEST-MLA-binary').payments.create({
      body: { transaction_amount: 10, token, installments: 1, payer: GUEST, binary_mode: true },
    });
    assert.deepEqual([payment.status, payment.binary_mode], ['rejected', true]);
  });
});
