import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from '../support/http.js';
import { useSandbox } from '../support/official-sdk.js';
import { codeOf, orderBody, Seller, type OrderRequest } from '../support/orders.js';
import { assertShape } from '../support/shapes.js';

describe('what sources contradict each other about', () => {
  const sandbox = useSandbox();
  let accounts = 0;

  /** A new account with these switches. */
  async function account(orders: object): Promise<Seller> {
    const shop = new Seller(sandbox.origin, `APP_USR-MLB-switch-${++accounts}`);
    await shop.order({ orders });
    return shop;
  }
  const made = async (shop: Seller, changes: object = {}) => {
    const answer = await shop.send('', await shop.savedCard(0, changes));
    if (answer.status === 201) assertShape('order', answer.json);
    return orderBody.parse(answer.json);
  };

  it('is measured, or is what the official suites expect', async () => {
    const [measured, official] = [await account({}), await account({ profile: 'official-e2e' })];
    const async = { capture_mode: 'automatic_async' };
    assert.equal((await made(measured, async)).status, 'processed');
    const waiting = await made(official, async);
    assert.deepEqual([waiting.status, waiting.status_detail], ['action_required', 'waiting_capture']);
    assert.equal((await official.sdk.orders.capture({ id: waiting.id })).status_detail, 'accredited');
    const canceled = await official.sdk.orders.cancel({ id: (await made(official, async)).id });
    assert.deepEqual([canceled.status, canceled.status_detail], ['canceled', 'canceled']);
    assert.equal(canceled.transactions?.payments?.[0]?.status_detail, 'canceled_transaction');
    // Without the mode the suites refund at once.
    assert.equal((await made(official)).status, 'processed');
    assert.match(waiting.id, /^ORD01/);
    assert.ok('payer' in waiting);
  });

  it('changes one by one, for every account or for one, and a switch comes before its profile', async () => {
    await call(`${sandbox.origin}/sandbox/faults`, { method: 'POST', body: { orders: { profile: 'official-e2e' } } });
    const other = await account({ order_ids: 'ORDTST' });
    const order = await made(other);
    assert.match(order.id, /^ORDTST01/);
    assert.ok('payer' in order);
    const back = await account({ profile: 'measured' });
    assert.ok(!('payer' in (await made(back))));
    await call(`${sandbox.origin}/sandbox/faults`, { method: 'POST', body: { orders: {} } });
  });

  it('is known by name', async () => {
    const url = `${sandbox.origin}/sandbox/faults`;
    for (const orders of [{ profile: 'mine' }, { nonsense: 'on' }, { paging: 'words' }]) {
      assert.equal((await call(url, { method: 'POST', body: { orders } })).status, 400);
    }
  });

  it('shows in the fields of an order', async () => {
    const order = await made(await account({ country_code: 'site', user_id: 'number' }));
    assert.equal(order['country_code'], 'MLB');
    assert.equal(typeof order['user_id'], 'number');
  });

  it('shows in what is refused', async () => {
    const email = { payer: { email: 'ana@testuser.com' } };
    const long = (body: OrderRequest) => {
      const [payment] = body.transactions.payments;
      const payment_method = { ...payment?.payment_method, statement_descriptor: 'x'.repeat(23) };
      return { transactions: { payments: [{ ...payment, payment_method }] } };
    };
    for (const [orders, changes, code] of [
      [{ customer_email: 'required' }, () => ({}), '400 required_properties'],
      [{ external_reference: 'required' }, () => ({ external_reference: undefined }), '400 required_properties'],
      [{ manual_payments: 'refused' }, () => ({ processing_mode: 'manual' }), '400 unsupported_properties'],
      [{ additional_info: 'nested' }, () => ({ additional_info: { payer: { ip_address: '::1' } } }), '201 an order'],
      [{ statement_descriptor: '22' }, long, '400 property_value'],
      [{ statement_descriptor: '50' }, long, '201 an order'],
      [{ unusable_token: '402' }, () => email, '402 failed'],
    ] as const) {
      const shop = await account(orders);
      const body = await shop.savedCard();
      assert.equal(codeOf(await shop.send('', { ...body, ...changes(body) })), code, JSON.stringify(orders));
    }
    const brazil = await account({ brazil_master: 'unknown' });
    assert.equal(codeOf(await brazil.send('', await brazil.savedCard(1))), '400 invalid_transaction_amount');
    const mode = await account({ wrong_mode: '409' });
    const { id } = await made(mode);
    assert.equal(codeOf(await mode.send(`/${id}/process`)), '409 invalid_order_mode_for_operation');
  });

  it('shows in how a refused card is answered', async () => {
    const shop = await account({ refusal: '201' });
    const answer = await shop.send('', await shop.typedCard('FUND'));
    assert.equal(answer.status, 201);
    assert.equal(orderBody.parse(answer.json).transactions.payments[0]?.status_detail, 'insufficient_amount');
  });

  it('shows in the envelope of a refusal', async () => {
    const shop = await account({ error_envelope: 'cause' });
    const key = { 'x-idempotency-key': '' };
    for (const [answer, status, code] of [
      [await shop.send('', await shop.savedCard(), key), 400, 'empty_required_header'],
      [await shop.send('', await shop.typedCard('FUND')), 402, 'failed'],
    ] as const) {
      const { cause, ...root } = answer.json as { cause: { code: string }[] };
      assert.deepEqual(
        [answer.status, cause[0]?.code, Object.keys(root)],
        [status, code, ['status', 'error', 'message']],
      );
    }
  });

  it('does not change by which words orders are found', async () => {
    const shop = await account({ canceled: 'cancelled' });
    const waiting = await made(shop, { capture_mode: 'manual' });
    assert.equal(orderBody.parse((await shop.send(`/${waiting.id}/cancel`)).json).status, 'cancelled');
    const dates = 'begin_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z';
    for (const status of ['canceled', 'cancelled']) {
      const { json } = await shop.get(`?${dates}&status=${status}`);
      assert.equal((json as { data: unknown[] }).data.length, 1, status);
    }
  });

  it('changes by which words orders are found: by those that are shown', async () => {
    const dates = 'begin_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z';
    for (const [orders, action] of [
      [{}, 'refund'],
      [{ refunded_status: 'processed' }, 'refund'],
      [{ canceled: 'cancelled', canceled_detail: 'canceled_transaction' }, 'cancel'],
      [{ canceled_detail: 'canceled_transaction', canceled_transaction: 'cancelled_transaction' }, 'cancel'],
    ] as const) {
      const shop = await account(orders);
      const { id } = await made(shop, action === 'cancel' ? { capture_mode: 'manual' } : {});
      const { status, status_detail: detail } = orderBody.parse((await shop.send(`/${id}/${action}`)).json);
      for (const query of [`status=${status}`, `status_detail=${detail}`]) {
        const { json } = await shop.get(`?${dates}&${query}`);
        assert.equal((json as { data: unknown[] }).data.length, 1, `${JSON.stringify(orders)}: ${query}`);
      }
    }
    const { json } = await (await account({})).get(`?${dates}&status=processed`);
    assert.deepEqual((json as { data: unknown[] }).data, []);
  });

  it('counts wherever a payment method is named: in a new order, in a new transaction and in a change', async () => {
    for (const [orders, words] of [
      [{ statement_descriptor: '22' }, { statement_descriptor: 'x'.repeat(23) }],
      [{ security_words: 'sdk' }, { transaction_security: { validation: 'supported' } }],
      [{ security_words: 'openapi' }, { transaction_security: { validation: 'always' } }],
    ] as const) {
      const shop = await account(orders);
      const manual = { processing_mode: 'manual' };
      const { transactions } = await shop.savedCard(0, manual);
      const worded = {
        payments: transactions.payments.map((each) => ({
          ...each,
          payment_method: { ...each.payment_method, ...words },
        })),
      };
      const bare = await made(shop, { ...manual, transactions: undefined });
      const { id, ...full } = await made(shop, manual);
      const config = 'statement_descriptor' in words ? words : { online: words };
      const about = JSON.stringify(words);
      for (const answer of [
        await shop.send('', await shop.savedCard(0, { transactions: worded })),
        await shop.send('', await shop.savedCard(0, { config })),
        await shop.send(`/${bare.id}/transactions`, worded),
        await shop.put(`/${id}/transactions/${full.transactions.payments[0]?.id}`, { payment_method: words }),
      ]) {
        assert.equal(codeOf(answer), '400 property_value', about);
      }
      assert.equal((await shop.send(`/${bare.id}/transactions`, transactions)).status, 201);
    }
  });

  it('shows in what a key does that comes again', async () => {
    const shop = await account({ same_request: 'refused' });
    const body = await shop.savedCard();
    const key = { 'x-idempotency-key': 'again' };
    assert.equal((await shop.send('', body, key)).status, 201);
    assert.equal(codeOf(await shop.send('', body, key)), '409 idempotency_key_already_used');
  });

  it('shows in what is reviewed', async () => {
    for (const [orders, words] of [
      [{}, 'processing/in_process processing/pending_review_manual'],
      [{ review: 'in_review_detail' }, 'processing/in_review processing/pending_review_manual'],
      [{ review: 'in_review' }, 'in_review/in_review processing/pending_review_manual'],
    ] as const) {
      const shop = await account(orders);
      await shop.order({ next_payment: 'pending_review_manual' });
      const { id, transactions, ...order } = await made(shop);
      const states = [order, ...transactions.payments].map((each) => `${each.status}/${each.status_detail}`);
      assert.equal(states.join(' '), words);
      assert.equal(codeOf(await shop.send(`/${id}/cancel`)), '409 cannot_cancel_order');
    }
  });

  it('shows in which cards the bank asks about', async () => {
    const asked = (validation: string) => ({ config: { online: { transaction_security: { validation } } } });
    const shop = await account({ fraud_risk: 'every_card' });
    assert.equal((await made(shop, asked('on_fraud_risk'))).status_detail, 'pending_challenge');
    assert.equal((await made(shop, asked('never'))).status_detail, 'accredited');
    const refused = await shop.send('', await shop.typedCard('FUND', asked('on_fraud_risk')));
    assert.equal(codeOf(refused), '402 failed');
    assert.equal((await made(await account({}), asked('on_fraud_risk'))).status_detail, 'accredited');
  });

  it('shows in what changes are answered with', async () => {
    const shop = await account({ canceled: 'cancelled', refunded_status: 'processed', capture_answer: 'short' });
    const waiting = await made(shop, { capture_mode: 'manual' });
    const captured = await shop.send(`/${waiting.id}/capture`);
    assert.deepEqual(Object.keys(captured.json as object).sort(), ['id', 'status', 'status_detail', 'transactions']);
    const refunded = orderBody.parse((await shop.send(`/${waiting.id}/refund`)).json);
    assert.deepEqual([refunded.status, refunded.status_detail], ['processed', 'refunded']);
    const { id } = await made(shop, { processing_mode: 'manual' });
    const canceled = orderBody.parse((await shop.send(`/${id}/cancel`)).json);
    assert.deepEqual([canceled.status, canceled.status_detail], ['cancelled', 'cancelled']);
    assert.equal(codeOf(await shop.send(`/${id}/cancel`)), '409 order_already_cancelled');
  });

  it('shows in the words for what was canceled', async () => {
    const readings = [
      [{}, 'canceled/canceled canceled/canceled_transaction'],
      [{ canceled_detail: 'canceled_transaction' }, 'canceled/canceled_transaction canceled/canceled_transaction'],
      [{ canceled: 'cancelled' }, 'cancelled/cancelled cancelled/canceled_transaction'],
      [
        { canceled: 'cancelled', canceled_detail: 'canceled_transaction' },
        'cancelled/canceled_transaction cancelled/canceled_transaction',
      ],
      [{ canceled_transaction: 'cancelled_transaction' }, 'canceled/canceled canceled/cancelled_transaction'],
    ] as const;
    for (const [switches, words] of readings) {
      const shop = await account(switches);
      const { id } = await made(shop, { capture_mode: 'manual' });
      const { transactions, ...order } = orderBody.parse((await shop.send(`/${id}/cancel`)).json);
      const states = [order, ...transactions.payments].map((each) => `${each.status}/${each.status_detail}`);
      assert.equal(states.join(' '), words);
    }
  });

  it('shows in the refusal to cancel', async () => {
    for (const [switches, status] of [
      [{}, 409],
      [{ refused_cancel: '422' }, 422],
    ] as const) {
      const shop = await account(switches);
      const paid = await made(shop);
      assert.equal(codeOf(await shop.send(`/${paid.id}/cancel`)), `${status} cannot_cancel_order`);
      const { id } = await made(shop, { processing_mode: 'manual' });
      await shop.send(`/${id}/cancel`);
      assert.equal(codeOf(await shop.send(`/${id}/cancel`)), `${status} order_already_canceled`);
    }
  });

  it('shows in the pages of a search', async () => {
    const shop = await account({ paging: 'text' });
    const { paging } = await shop.sdk.orders.search({
      options: { begin_date: '2026-01-01T00:00:00Z', end_date: '2026-12-31T00:00:00Z' },
    });
    assert.deepEqual(paging, { total: '0', total_pages: '0', offset: '0', limit: '30' });
  });
});
