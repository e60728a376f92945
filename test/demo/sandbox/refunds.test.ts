import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from './support/http.js';
import { seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { pay, TOO_MUCH, WRONG_STATE } from './support/payments.js';
import { assertShape } from './support/shapes.js';

describe('refunds', () => {
  const sandbox = useSandbox();

  it('give back part by part, until nothing is left', async () => {
    const shop = seller('TEST-MLB-parts');
    const { id } = await pay(shop, 100.1);
    const first = await shop.refunds.create({ payment_id: id, body: { amount: 33.4 } });
    assert.equal(first.api_response.status, 201);
    assertShape('refund', withoutEnvelope(first));
    assert.deepEqual([first.payment_id, first.amount, first.status], [id, 33.4, 'approved']);

    const partly = await shop.payments.get({ id });
    assertShape('payment', withoutEnvelope(partly));
    assert.deepEqual(
      [partly.status, partly.status_detail, partly.transaction_amount_refunded],
      ['approved', 'partially_refunded', 33.4],
    );
    await assert.rejects(shop.refunds.create({ payment_id: id, body: { amount: 66.71 } }), TOO_MUCH);

    const rest = await shop.refunds.total({ payment_id: id });
    assert.equal(rest.amount, 66.7);
    const whole = await shop.payments.get({ id });
    assert.deepEqual(
      [whole.status, whole.status_detail, whole.transaction_amount_refunded, whole.refunds?.map((each) => each.amount)],
      ['refunded', 'refunded', 100.1, [33.4, 66.7]],
    );
    await assert.rejects(shop.refunds.total({ payment_id: id }), WRONG_STATE);
    await assert.rejects(shop.refunds.create({ payment_id: id, body: { amount: 0.01 } }), WRONG_STATE);
    assert.equal((await shop.refunds.list({ payment_id: id })).length, 2);
  });

  it('are listed and read', async () => {
    const shop = seller('TEST-MLM-list');
    const { id } = await pay(shop, 100);
    const made = await shop.refunds.create({ payment_id: id, body: { amount: 40 } });
    const listed = [...(await shop.refunds.list({ payment_id: id }))];
    assertShape('refunds', listed);
    assert.deepEqual(listed, [withoutEnvelope(made)]);
    const read = await shop.refunds.get({ payment_id: id, refund_id: made.id ?? 0 });
    assert.deepEqual(withoutEnvelope(read), withoutEnvelope(made));
    await assert.rejects(shop.refunds.get({ payment_id: id, refund_id: 1 }), { status: 404 });
    await assert.rejects(shop.refunds.list({ payment_id: 1 }), {
      status: 404,
      causes: [{ code: 2000, description: 'payment not found', data: null }],
    });
  });

  it('are made once for one idempotency key', async () => {
    const shop = seller('TEST-MLB-key');
    const { id } = await pay(shop, 100);
    const refund = () =>
      shop.refunds.create({ payment_id: id, body: { amount: 10 }, requestOptions: { idempotencyKey: 'once' } });
    const [first, second] = [await refund(), await refund()];
    assert.equal(second.id, first.id);
    assert.equal((await shop.payments.get({ id })).transaction_amount_refunded, 10);
  });

  it('are of whole payments only in Peru: 3024', async () => {
    const shop = seller('TEST-MPE-whole');
    const { id } = await pay(shop, 100);
    await assert.rejects(shop.refunds.create({ payment_id: id, body: { amount: 10 } }), {
      status: 400,
      causes: [{ code: 3024, description: 'partial refund unsupported for this transaction', data: null }],
    });
    assert.equal((await shop.refunds.total({ payment_id: id })).amount, 100);
  });

  it('are refused for what was not paid, and for amounts that are none', async () => {
    const shop = seller('TEST-MLA-unpaid');
    const { id: authorized } = await pay(shop, 100, { capture: false });
    await assert.rejects(shop.refunds.total({ payment_id: authorized }), WRONG_STATE);
    const { id } = await pay(shop, 100);
    for (const [amount, code] of [
      ['ten', 4024],
      [0, 4037],
      [-1, 4037],
      [0.001, 2072],
      [10.000_000_004, 2072],
      [1e-9, 2072],
    ]) {
      const { json } = await call(`${sandbox.origin}/v1/payments/${id}/refunds`, {
        method: 'POST',
        token: 'TEST-MLA-unpaid',
        body: { amount },
      });
      assertShape('error', json);
      assert.equal((json as { cause: { code: number }[] }).cause[0]?.code, code);
    }
    assert.deepEqual((await shop.payments.get({ id })).refunds, []);
  });
});
