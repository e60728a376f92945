import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from './support/http.js';
import { seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { pay, TOO_FINE, TOO_MUCH, WRONG_STATE } from './support/payments.js';
import { assertShape } from './support/shapes.js';

describe('capture', () => {
  useSandbox();

  it('takes the whole of what was authorized', async () => {
    const shop = seller('TEST-MLB-capture');
    const authorized = await pay(shop, 100, { capture: false });
    assert.deepEqual(
      [authorized.status, authorized.status_detail, authorized.captured, authorized.date_approved],
      ['authorized', 'pending_capture', false, null],
    );
    const captured = await shop.payments.capture({ id: authorized.id });
    assertShape('payment', withoutEnvelope(captured));
    assert.deepEqual(
      [captured.status, captured.status_detail, captured.captured, captured.transaction_amount],
      ['approved', 'accredited', true, 100],
    );
    await assert.rejects(shop.payments.capture({ id: authorized.id }), WRONG_STATE);
  });

  it('takes a part, and the rest cannot be refunded', async () => {
    const shop = seller('TEST-MLM-part');
    const { id } = await pay(shop, 100, { capture: false });
    await assert.rejects(shop.payments.capture({ id, transaction_amount: 101 }), TOO_MUCH);
    const captured = await shop.payments.capture({ id, transaction_amount: 60 });
    assert.deepEqual([captured.transaction_amount, captured.transaction_details?.total_paid_amount], [60, 60]);
    assert.equal((await shop.refunds.total({ payment_id: id })).amount, 60);
  });

  it('takes no amount that the currency cannot pay, and stays authorized', async () => {
    const shop = seller('TEST-MLB-dust');
    const { id } = await pay(shop, 100, { capture: false });
    for (const amount of [60.001, 60.000_000_004, 1e-9]) {
      await assert.rejects(shop.payments.capture({ id, transaction_amount: amount }), TOO_FINE);
    }
    const { status, transaction_amount } = await shop.payments.get({ id });
    assert.deepEqual([status, transaction_amount], ['authorized', 100]);
  });

  it('is not for debit cards: 2077', async () => {
    const shop = seller('TEST-MLU-debit');
    await assert.rejects(pay(shop, 100, { capture: false }, 2), {
      status: 400,
      causes: [{ code: 2077, description: 'deferred capture not supported', data: null }],
    });
  });
});

describe('cancellation', () => {
  const sandbox = useSandbox();

  it('ends what is authorized, on both paths, and nothing that is paid', async () => {
    const shop = seller('TEST-MLB-cancel');
    const { id } = await pay(shop, 100, { capture: false });
    const cancelled = await shop.payments.cancel({ id });
    assertShape('payment', withoutEnvelope(cancelled));
    assert.deepEqual([cancelled.status, cancelled.status_detail], ['cancelled', 'by_collector']);

    const other = await pay(shop, 100, { capture: false });
    const { status, json } = await call(`${sandbox.origin}/v1/payments/${other.id}/cancellations`, {
      method: 'PUT',
      token: 'TEST-MLB-cancel',
      body: { status: 'cancelled' },
    });
    assert.deepEqual([status, (json as { status: string }).status], [200, 'cancelled']);

    const paid = await pay(shop, 100);
    await assert.rejects(shop.payments.cancel({ id: paid.id }), WRONG_STATE);
    await assert.rejects(shop.payments.cancel({ id }), WRONG_STATE);
  });

  it('ends a ticket; until then its last day can be moved', async () => {
    const shop = seller('TEST-MLB-ticket');
    const { id = 0 } = await shop.payments.create({
      body: { transaction_amount: 10, payment_method_id: 'bolbradesco', payer: { email: 'test@testuser.com' } },
    });
    const { json } = await call(`${sandbox.origin}/v1/payments/${id}`, {
      method: 'PUT',
      token: 'TEST-MLB-ticket',
      body: { date_of_expiration: '2026-12-24T18:00:00.000-03:00' },
    });
    assert.equal((json as { date_of_expiration: string }).date_of_expiration, '2026-12-24T17:00:00.000-04:00');
    assert.equal((await shop.payments.cancel({ id })).status, 'cancelled');
  });

  it('refuses a change that says nothing', async () => {
    const { id } = await pay(seller('TEST-MLB-cancel'), 100);
    const { status } = await call(`${sandbox.origin}/v1/payments/${id}`, {
      method: 'PUT',
      token: 'TEST-MLB-cancel',
      body: {},
    });
    assert.equal(status, 400);
  });
});
