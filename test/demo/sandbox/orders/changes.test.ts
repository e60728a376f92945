import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useSandbox, withoutEnvelope } from '../support/official-sdk.js';
import { codeOf, orderBody, Seller } from '../support/orders.js';
import { assertShape } from '../support/shapes.js';

describe('an order that exists', () => {
  const sandbox = useSandbox();
  const account = (name: string, site = 'MLB') => new Seller(sandbox.origin, `APP_USR-${site}-changes-${name}`);

  async function made(shop: Seller, changes: object = {}) {
    const answer = await shop.send('', await shop.savedCard(0, changes));
    assert.equal(answer.status, 201);
    return orderBody.parse(answer.json);
  }
  const stateOf = async (shop: Seller, id: string): Promise<string> => {
    const answer = await shop.get(`/${id}`);
    assertShape('order', answer.json);
    const { status, status_detail, transactions } = orderBody.parse(answer.json);
    const [payment] = transactions.payments;
    return `${status}/${status_detail} ${payment ? `${payment.status}/${payment.status_detail}` : 'no payment'}`;
  };

  describe('of the mode manual', () => {
    const manual = { processing_mode: 'manual' };

    it('is processed later', async () => {
      const shop = account('process');
      const { id } = await made(shop, manual);
      assert.equal(await stateOf(shop, id), 'created/created created/created');
      assert.equal((await shop.sdk.payments.search({})).paging?.total, 0);
      const order = await shop.sdk.orders.process({ id });
      assert.equal(order.api_response.status, 200);
      assertShape('order', withoutEnvelope(order));
      assert.equal(await stateOf(shop, id), 'processed/accredited processed/accredited');
      assert.equal(codeOf(await shop.send(`/${id}/process`)), '409 operation_not_supported');
      assert.equal((await shop.sdk.payments.search({})).paging?.total, 1);
    });

    it('is answered with 402 when its card is refused', async () => {
      const shop = account('process-refused');
      const { id } = orderBody.parse((await shop.send('', await shop.typedCard('CALL', manual))).json);
      const answer = await shop.send(`/${id}/process`);
      assert.equal(codeOf(answer), '402 failed');
      assertShape('orderFault', answer.json);
      assert.equal(await stateOf(shop, id), 'failed/failed failed/required_call_for_authorize');
    });

    it('stays as it was when it cannot be processed', async () => {
      const shop = account('process-wrong');
      const body = await shop.savedCard(0, manual);
      const { id } = orderBody.parse((await shop.send('', body)).json);
      // The token pays for something else first.
      assert.equal((await shop.send('', { ...body, processing_mode: 'automatic' })).status, 201);
      assert.equal(codeOf(await shop.send(`/${id}/process`)), '400 invalid_card_token');
      assert.equal(await stateOf(shop, id), 'created/created created/created');
    });

    it('gets, changes and loses its transaction', async () => {
      const shop = account('transactions');
      const body = await shop.savedCard();
      const { transactions, ...bare } = body;
      const { id } = orderBody.parse((await shop.send('', { ...bare, ...manual })).json);
      assert.equal(await stateOf(shop, id), 'created/created no payment');
      assert.equal(codeOf(await shop.send(`/${id}/process`)), '400 order_builder_without_transactions');

      const added = await shop.sdk.orders.createTransaction({ id, body: transactions });
      assert.equal(added.api_response.status, 201);
      const transactionId = added.payments?.[0]?.id ?? '';
      assert.match(transactionId, /^PAY/);
      assert.equal(codeOf(await shop.send(`/${id}/transactions`, transactions)), '400 exceeded_number_of_transactions');

      const change = { type: 'credit_card', installments: 3 };
      const changed = await shop.sdk.orders.updateTransaction({ id, transactionId, body: { payment_method: change } });
      assert.equal(changed.payment_method?.installments, 3);
      const { payment_method: kept } = orderBody.parse((await shop.get(`/${id}`)).json).transactions.payments[0] ?? {};
      assert.deepEqual([kept?.id, kept?.installments], ['visa', 3]);

      const deleted = await shop.sdk.orders.deleteTransaction({ id, transactionId });
      assert.equal(deleted.api_response.status, 204);
      assert.equal(await stateOf(shop, id), 'created/created no payment');
      const gone = shop.sdk.orders.deleteTransaction({ id, transactionId });
      await assert.rejects(gone, { status: 404 });

      await shop.sdk.orders.createTransaction({ id, body: transactions });
      assert.equal((await shop.sdk.orders.process({ id })).status, 'processed');
      assert.equal(codeOf(await shop.send(`/${id}/transactions`, transactions)), '409 operation_not_supported');
    });

    it('takes no transaction of another amount, and no change of nothing', async () => {
      const shop = account('transactions-wrong');
      const { transactions, ...bare } = await shop.savedCard();
      const { id } = orderBody.parse((await shop.send('', { ...bare, ...manual })).json);
      const [payment] = transactions.payments;
      const other = { payments: [{ ...payment, amount: '1.00' }] };
      assert.equal(codeOf(await shop.send(`/${id}/transactions`, other)), '400 invalid_total_amount');
      const { payments = [] } = await shop.sdk.orders.createTransaction({ id, body: transactions });
      const transactionId = payments[0]?.id ?? '';
      const update = (own: string, changes: object) =>
        shop.sdk.orders.updateTransaction({ id, transactionId: own, body: { payment_method: changes } });
      await assert.rejects(update(transactionId, {}), { status: 400 });
      await assert.rejects(update(`PAY01${'0'.repeat(24)}`, { installments: 3 }), { status: 404 });
      await assert.rejects(update('nonsense', { installments: 3 }), { status: 400 });
    });

    it('is canceled before anything is paid', async () => {
      const shop = account('cancel-manual');
      const { id } = await made(shop, manual);
      const order = await shop.sdk.orders.cancel({ id });
      assertShape('order', withoutEnvelope(order));
      assert.equal(await stateOf(shop, id), 'canceled/canceled canceled/canceled_transaction');
      assert.equal(codeOf(await shop.send(`/${id}/cancel`)), '409 order_already_canceled');
      assert.equal(codeOf(await shop.send(`/${id}/process`)), '409 operation_not_supported');
    });
  });

  it('of the mode automatic takes no transactions and is not processed by hand', async () => {
    const shop = account('automatic');
    const { id } = await made(shop);
    const { transactions } = await shop.savedCard();
    for (const [path, body] of [
      ['process', undefined],
      ['transactions', transactions],
    ] as const) {
      assert.equal(codeOf(await shop.send(`/${id}/${path}`, body)), '400 invalid_order_mode_for_operation');
    }
  });

  it('of the capture mode manual is captured whole, once', async () => {
    const shop = account('capture');
    const { id } = await made(shop, { capture_mode: 'manual' });
    assert.equal(await stateOf(shop, id), 'action_required/waiting_capture action_required/waiting_capture');
    assert.equal(codeOf(await shop.send(`/${id}/refund`)), '409 cannot_refund_order');
    const order = await shop.sdk.orders.capture({ id });
    assert.equal(order.api_response.status, 200);
    assertShape('order', withoutEnvelope(order));
    assert.equal(await stateOf(shop, id), 'processed/accredited processed/accredited');
    assert.equal(codeOf(await shop.send(`/${id}/capture`)), '409 cannot_capture_order');
  });

  it('is canceled while it waits, and not when it is paid, refused or being decided', async () => {
    const shop = account('cancel');
    const waiting = await made(shop, { capture_mode: 'manual' });
    assert.equal((await shop.sdk.orders.cancel({ id: waiting.id })).status, 'canceled');
    assert.equal(await stateOf(shop, waiting.id), 'canceled/canceled canceled/canceled_transaction');
    const paid = await made(shop);
    assert.equal(codeOf(await shop.send(`/${paid.id}/cancel`)), '409 cannot_cancel_order');
    const deciding = orderBody.parse((await shop.send('', await shop.typedCard('CONT'))).json);
    assert.equal(codeOf(await shop.send(`/${deciding.id}/cancel`)), '409 cannot_cancel_order');
  });

  describe('and is paid', () => {
    it('is refunded in part, and then the rest', async () => {
      const shop = account('refund-part');
      const { id, transactions } = await made(shop);
      const transactionId = transactions.payments[0]?.id ?? '';
      const part = { transactions: [{ id: transactionId, amount: '25.00' }] };
      const first = await shop.sdk.orders.refund({ id, body: part });
      assert.equal(first.api_response.status, 201);
      assertShape('order', withoutEnvelope(first));
      const [refund] = first.transactions?.refunds ?? [];
      assert.deepEqual([refund?.transaction_id, refund?.amount, refund?.status], [transactionId, '25.00', 'processed']);
      assert.equal(first.transactions?.payments?.[0]?.refunded_amount, '25.00');
      assert.equal(await stateOf(shop, id), 'processed/partially_refunded processed/partially_refunded');

      const rest = orderBody.parse((await shop.send(`/${id}/refund`)).json);
      assert.deepEqual(
        rest.transactions.refunds?.map(({ amount }) => amount),
        ['25.00', '175.00'],
      );
      assert.equal(await stateOf(shop, id), 'refunded/refunded refunded/refunded');
      assert.equal(codeOf(await shop.send(`/${id}/refund`)), '409 order_already_refunded');
    });

    it('is refunded whole without a body', async () => {
      const shop = account('refund-all');
      const { id } = await made(shop);
      const order = await shop.sdk.orders.refund({ id });
      assert.deepEqual([order.status, order.status_detail], ['refunded', 'refunded']);
      assert.equal(order.transactions?.refunds?.[0]?.amount, '200.00');
    });

    it('is not refunded with more than is left, nor by a transaction that it does not have', async () => {
      const shop = account('refund-much');
      const { id, transactions } = await made(shop);
      const own = transactions.payments[0]?.id ?? '';
      const other = (await made(shop)).transactions.payments[0]?.id ?? '';
      const refund = (transaction: object) => shop.send(`/${id}/refund`, { transactions: [transaction] });
      assert.equal(codeOf(await refund({ id: own, amount: '200.01' })), '400 refund_amount_exceeds');
      assert.equal((await refund({ id: own, amount: '150.00' })).status, 201);
      assert.equal(codeOf(await refund({ id: own, amount: '50.01' })), '400 refund_amount_exceeds');
      assert.equal(codeOf(await refund({ id: other, amount: '1.00' })), '404 transaction_not_found');
      assert.equal(codeOf(await refund({ id: own, amount: 1 })), '400 property_type');
      assert.equal((await refund({ id: own })).status, 201);
      assert.equal(await stateOf(shop, id), 'refunded/refunded refunded/refunded');
    });

    it('is refunded once by the same key', async () => {
      const shop = account('refund-key');
      const { id, transactions } = await made(shop);
      const body = { transactions: [{ id: transactions.payments[0]?.id, amount: '25.00' }] };
      const key = { 'x-idempotency-key': 'refund' };
      const [first, second] = [
        await shop.send(`/${id}/refund`, body, key),
        await shop.send(`/${id}/refund`, body, key),
      ];
      assert.deepEqual(second.json, first.json);
      assert.equal(orderBody.parse((await shop.get(`/${id}`)).json).transactions.refunds?.length, 1);
    });

    it('shows a refund that was made with the Payments API', async () => {
      const shop = account('refund-classic');
      const { id } = await made(shop);
      const { results = [] } = await shop.sdk.payments.search({});
      await shop.sdk.refunds.create({ payment_id: results[0]?.id ?? 0, body: { amount: 25 } });
      assert.equal(await stateOf(shop, id), 'processed/partially_refunded processed/partially_refunded');
      const [before, after] = [await shop.get(`/${id}`), await shop.get(`/${id}`)];
      assert.deepEqual(before.json, after.json);
    });

    it('is refunded only whole in Peru', async () => {
      const shop = account('peru', 'MPE');
      const { id, transactions } = await made(shop);
      const part = { transactions: [{ id: transactions.payments[0]?.id, amount: '25.00' }] };
      assert.equal(codeOf(await shop.send(`/${id}/refund`, part)), '409 operation_not_supported');
      assert.equal((await shop.send(`/${id}/refund`)).status, 201);
    });
  });

  it('that failed is neither refunded, captured nor canceled', async () => {
    const shop = account('failed');
    const { json } = await shop.send('', await shop.typedCard('OTHE'));
    const { id } = orderBody.parse((json as { data: unknown }).data);
    for (const action of ['refund', 'capture', 'cancel']) {
      assert.equal(codeOf(await shop.send(`/${id}/${action}`)), `409 cannot_${action}_order`);
    }
  });
});
