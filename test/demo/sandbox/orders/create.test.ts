import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from '../support/http.js';
import { findCustomer, tokenFor, useSandbox, withoutEnvelope } from '../support/official-sdk.js';
import { codeOf, faultBody, orderBody, Seller } from '../support/orders.js';
import { answerChallenge } from '../support/challenges.js';
import { assertShape } from '../support/shapes.js';

/** What the cardholder's name in the token decides: status of the answer, of the order, of its payment. */
const OUTCOMES: readonly [string, number, string, string][] = [
  ['APRO', 201, 'processed/accredited', 'processed/accredited'],
  ['CONT', 201, 'processing/in_process', 'processing/in_process'],
  ['OTHE', 402, 'failed/failed', 'failed/rejected_by_issuer'],
  ['CALL', 402, 'failed/failed', 'failed/required_call_for_authorize'],
  ['FUND', 402, 'failed/failed', 'failed/insufficient_amount'],
  ['SECU', 402, 'failed/failed', 'failed/bad_filled_card_data'],
  ['EXPI', 402, 'failed/failed', 'failed/bad_filled_card_data'],
  ['FORM', 402, 'failed/failed', 'failed/bad_filled_card_data'],
  ['INST', 402, 'failed/failed', 'failed/invalid_installments'],
  ['LOCK', 402, 'failed/failed', 'failed/card_disabled'],
  ['ATTE', 402, 'failed/failed', 'failed/max_attempts_exceeded'],
  ['BLAC', 402, 'failed/failed', 'failed/high_risk'],
];

describe('an order', () => {
  const sandbox = useSandbox();
  const account = (name: string, site = 'MLB') => new Seller(sandbox.origin, `APP_USR-${site}-${name}`);

  it('is paid with a saved card by the id of its customer', async () => {
    const shop = account('saved');
    const order = await shop.sdk.orders.create({ body: await shop.savedCard(1) });
    assert.equal(order.api_response.status, 201);
    assertShape('order', withoutEnvelope(order));
    assert.deepEqual([order.status, order.total_amount, order.total_paid_amount], ['processed', '200.00', '200.00']);
    const ana = await findCustomer(shop.sdk, 'ana@testuser.com');
    const method = order.transactions?.payments?.[0]?.payment_method;
    assert.deepEqual([method?.id, method?.type, method?.card_id], ['master', 'credit_card', ana.cards[1]?.id]);
    assertShape('order', withoutEnvelope(await shop.sdk.orders.get({ id: order.id ?? '' })));
  });

  it('has the fields that a card order was measured to have, and no others', async () => {
    const shop = account('keys');
    const { json } = await shop.send('', await shop.savedCard());
    const measured =
      'capture_mode country_code created_date currency expiration_time external_reference id integration_data ' +
      'last_updated_date processing_mode status status_detail total_amount total_paid_amount transactions type user_id';
    assert.deepEqual(Object.keys(orderBody.parse(json)).sort(), measured.split(' '));
    const { id, country_code, currency, capture_mode, created_date } = orderBody.parse(json);
    assert.match(id, /^ORDTST01/);
    assert.deepEqual([country_code, currency, capture_mode], ['BRA', 'BRL', 'automatic_async']);
    assert.equal(created_date, '2026-11-23T15:00:00.000Z');
  });

  for (const [name, status, order, payment] of OUTCOMES) {
    it(`of ${name} is answered with ${status} and ${payment}`, async () => {
      const shop = account('outcomes');
      const answer = await shop.send('', await shop.typedCard(name));
      assert.equal(answer.status, status);
      assertShape(status === 402 ? 'orderFault' : 'order', answer.json);
      const made = orderBody.parse(status === 402 ? faultBody.parse(answer.json).data : answer.json);
      assert.equal(`${made.status}/${made.status_detail}`, order);
      const [transaction] = made.transactions.payments;
      assert.equal(`${transaction?.status}/${transaction?.status_detail}`, payment);
      if (status === 402) {
        const detail = `${transaction?.id}: ${transaction?.status_detail}`;
        assert.deepEqual(faultBody.parse(answer.json).errors[0]?.details, [detail]);
      }
      assert.deepEqual((await shop.get(`/${made.id}`)).json, { ...made });
    });
  }

  it('that is refused loses its reason in the official SDK', async () => {
    const shop = account('lost');
    await assert.rejects(shop.sdk.orders.create({ body: await shop.typedCard('FUND') }), {
      status: 402,
      message: 'MercadoPago API error',
      causes: [],
    });
  });

  it('has a classic payment, found by external_reference alone', async () => {
    const shop = account('classic');
    const body = await shop.savedCard(0, { external_reference: 'CLASSIC-7' });
    const order = orderBody.parse((await shop.send('', body)).json);
    const { results = [] } = await shop.sdk.payments.search({ options: { external_reference: 'CLASSIC-7' } });
    assert.deepEqual(
      results.map(({ status, transaction_amount }) => [status, transaction_amount]),
      [['approved', 200]],
    );
    const [payment] = order.transactions.payments;
    await assert.rejects(shop.sdk.payments.get({ id: payment?.id ?? '' }), { status: 404 });
  });

  it('shows the interest of its installments', async () => {
    const shop = account('interest');
    const body = await shop.savedCard();
    const [payment] = body.transactions.payments;
    assert.ok(payment);
    const inSix = { amount: '200.00', payment_method: { ...payment.payment_method, installments: 6 } };
    const order = orderBody.parse((await shop.send('', { ...body, transactions: { payments: [inSix] } })).json);
    assert.equal(order.total_paid_amount, '222.90');
    assert.deepEqual(order.transactions.payments[0]?.payment_method['installment_amount'], '37.15');
  });

  it('fails with installments that are not offered', async () => {
    const shop = account('thirteen');
    const body = await shop.savedCard();
    const [payment] = body.transactions.payments;
    assert.ok(payment);
    const inMany = { amount: '200.00', payment_method: { ...payment.payment_method, installments: 13 } };
    const answer = await shop.send('', { ...body, transactions: { payments: [inMany] } });
    assert.equal(codeOf(answer), '402 failed');
    assert.match(faultBody.parse(answer.json).errors[0]?.details?.[0] ?? '', /^PAY\w{26}: invalid_installments$/);
  });

  it('uses its token up, refused or not', async () => {
    const shop = account('once');
    for (const [name, status] of [
      ['APRO', 201],
      ['OTHE', 402],
    ] as const) {
      const body = await shop.typedCard(name);
      assert.equal((await shop.send('', body)).status, status);
      assert.equal(codeOf(await shop.send('', body)), '400 invalid_card_token');
    }
  });

  it('is not paid with the card of another customer, nor without the customer', async () => {
    const shop = account('foreign');
    const bruno = await findCustomer(shop.sdk, 'bruno@testuser.com');
    const body = await shop.savedCard();
    for (const payer of [{ customer_id: bruno.id }, { email: 'ana@testuser.com' }]) {
      assert.equal(codeOf(await shop.send('', { ...body, payer })), '400 invalid_card_token');
    }
    const unknown = { customer_id: '1-abcdefghijklmn' };
    assert.equal(codeOf(await shop.send('', { ...body, payer: unknown })), '400 property_value');
    assert.equal((await shop.send('', body)).status, 201);
  });

  it('is refused with the token of another account', async () => {
    const [mine, yours] = [account('mine'), account('yours')];
    const ana = await findCustomer(yours.sdk, 'ana@testuser.com');
    const token = await tokenFor(yours.sdk, ana.cards[0]?.id ?? '');
    const body = await mine.savedCard();
    const method = { id: 'visa', type: 'credit_card', token, installments: 1 };
    const foreign = { ...body, transactions: { payments: [{ amount: '200.00', payment_method: method }] } };
    assert.equal(codeOf(await mine.send('', foreign)), '400 card_token_not_found');
  });

  it('of another account does not exist', async () => {
    const [mine, yours] = [account('mine'), account('yours')];
    const { id } = orderBody.parse((await mine.send('', await mine.savedCard())).json);
    assert.equal(codeOf(await yours.get(`/${id}`)), '404 order_not_found');
    assert.equal(codeOf(await yours.get('/01JG28GRB9NYTG6VVS3R5N58YT')), '400 invalid_path_param');
  });

  it('waits for what is paid elsewhere', async () => {
    const shop = account('offline');
    for (const [method, detail] of [
      [{ id: 'pix', type: 'bank_transfer' }, 'waiting_transfer'],
      [{ id: 'bolbradesco', type: 'ticket' }, 'waiting_payment'],
    ] as const) {
      const transactions = { payments: [{ amount: '200.00', payment_method: method }] };
      const answer = await shop.send('', { ...(await shop.typedCard('APRO')), transactions });
      assert.equal(answer.status, 201);
      assertShape('order', answer.json);
      const { status, status_detail } = orderBody.parse(answer.json);
      assert.deepEqual([status, status_detail], ['action_required', detail]);
    }
  });

  it('waits for a 3DS challenge that goes straight into a frame', async () => {
    const shop = account('challenge');
    const config = { online: { transaction_security: { validation: 'on_fraud_risk', liability_shift: 'required' } } };
    const body = await shop.typedCard('APRO', { config }, '5483928164574623');
    const method = { ...body.transactions.payments[0]?.payment_method, id: 'master' };
    const transactions = { payments: [{ amount: '200.00', payment_method: method }] };
    const answer = await shop.send('', { ...body, transactions });
    assertShape('order', answer.json);
    const order = orderBody.parse(answer.json);
    assert.deepEqual([order.status, order.status_detail], ['action_required', 'pending_challenge']);
    assert.deepEqual(order['config'], config);
    const { url } = order.transactions.payments[0]?.payment_method['transaction_security'] as { url: string };
    assert.match(await answerChallenge(url, undefined, 'confirm'), /COMPLETE/);
    const after = orderBody.parse((await shop.get(`/${order.id}`)).json);
    assert.equal(after.status, 'processed');
  });

  it('takes the outcome that was ordered for the next payment, by a name of either API or a code', async () => {
    const shop = account('ordered');
    for (const [ordered, expected] of [
      ['SECU', 'bad_filled_card_data'],
      ['high_risk', 'high_risk'],
      ['processing_error', 'processing_error'],
      ['cc_rejected_high_risk', 'high_risk'],
      ['109', 'invalid_installments'],
    ]) {
      await shop.order({ next_payment: ordered });
      const { data } = faultBody.parse((await shop.send('', await shop.savedCard())).json);
      assert.equal(data?.transactions.payments[0]?.status_detail, expected);
    }
    await shop.order({ next_payment: 'resource_locked' });
    assert.equal(codeOf(await shop.send('', await shop.savedCard())), '423 resource_locked');
    assert.equal((await shop.send('', await shop.savedCard())).status, 201);
  });

  it('is for access tokens only', async () => {
    const url = `${sandbox.origin}/v1/orders/ORD01J49MMW3SSBK5PSV3DFR32959`;
    for (const [query, token, code] of [
      ['', undefined, 'unauthorized'],
      ['', 'APP_USR-123', 'unauthorized'],
      ['?public_key=APP_USR-MLB-1', undefined, 'user_not_authorized'],
    ] as const) {
      const answer = await call(url + query, token === undefined ? {} : { token });
      assert.equal(codeOf(answer), `401 ${code}`);
      assertShape('orderFault', answer.json);
    }
  });

  it('answers faults of the sandbox in the envelope of its own', async () => {
    const shop = account('faults');
    for (const [fault, code] of [
      [{ kind: 'server_error' }, '500 internal_error'],
      [{ kind: 'rate_limit' }, '429 too_many_requests'],
      [{ kind: 'refusal', status: 423, code: 'resource_locked' }, '423 resource_locked'],
    ] as const) {
      await shop.order({ faults: [{ ...fault, path: '/v1/orders', times: 1 }] });
      const answer = await shop.send('', await shop.savedCard());
      assert.equal(codeOf(answer), code);
      assertShape('orderFault', answer.json);
    }
    assert.equal(codeOf(await shop.get('/a/b/c')), '404 resource_not_found');
  });
});
