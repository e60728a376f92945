import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, typedCard } from './support/http.js';
import {
  findCustomer,
  seller,
  type Seller,
  TestClock,
  tokenFor,
  useSandbox,
  withoutEnvelope,
} from './support/official-sdk.js';
import { assertShape } from './support/schemas.js';

const WRONG_STATE = {
  status: 400,
  causes: [
    {
      code: 3005,
      description: 'invalid action, the payment is in a state that does not allow this operation',
      data: null,
    },
  ],
};
const TOO_MUCH = { status: 400, causes: [{ code: 4037, description: 'invalid transaction_amount', data: null }] };

async function pay(shop: Seller, amount: number, terms: object = {}, position = 0) {
  const ana = await findCustomer(shop, 'ana@testuser.com');
  const payment = await shop.payments.create({
    body: {
      transaction_amount: amount,
      token: await tokenFor(shop, ana.cards[position]?.id ?? ''),
      installments: 1,
      payer: { type: 'customer', id: ana.id },
      ...terms,
    },
  });
  return { ...payment, id: payment.id ?? 0 };
}

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
    ]) {
      const { json } = await call(`${sandbox.origin}/v1/payments/${id}/refunds`, {
        method: 'POST',
        token: 'TEST-MLA-unpaid',
        body: { amount },
      });
      assertShape('error', json);
      assert.equal((json as { cause: { code: number }[] }).cause[0]?.code, code);
    }
  });
});

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

describe('a 3DS challenge', () => {
  const sandbox = useSandbox();

  async function payWith(number: string, mode: string | undefined) {
    const account = 'TEST-MLB-3ds';
    const { json } = await call(`${sandbox.origin}/v1/card_tokens?public_key=${account}`, {
      method: 'POST',
      body: typedCard(number),
    });
    return seller(account).payments.create({
      body: {
        transaction_amount: 10,
        token: (json as { id: string }).id,
        installments: 1,
        payer: { email: 'test@testuser.com' },
        ...(mode && { three_d_secure_mode: mode }),
      },
    });
  }

  const CHALLENGES: readonly [string, string, string, string][] = [
    ['5483928164574623', 'optional', 'approved', 'accredited'],
    ['5361956806117557', 'optional', 'rejected', 'cc_rejected_3ds_challenge'],
    ['5031755734530604', 'mandatory', 'approved', 'accredited'],
  ];
  for (const [number, mode, status, detail] of CHALLENGES) {
    it(`of ${number.slice(-4)} in ${mode} mode ends as ${detail}`, async () => {
      const payment = await payWith(number, mode);
      assertShape('payment', withoutEnvelope(payment));
      assert.deepEqual([payment.status, payment.status_detail], ['pending', 'pending_challenge']);
      const { external_resource_url = '', creq = '' } = payment.three_ds_info ?? {};

      const page = await fetch(external_resource_url, { method: 'POST', body: new URLSearchParams({ creq }) });
      assert.match(await page.text(), /parent\.postMessage\(\{ status: 'COMPLETE' \}/);
      const settled = await seller('TEST-MLB-3ds').payments.get({ id: payment.id ?? 0 });
      assert.deepEqual([settled.status, settled.status_detail, settled.three_ds_info], [status, detail, undefined]);
    });
  }

  it('does not come unasked, nor to other cards', async () => {
    assert.equal((await payWith('5483928164574623', undefined)).status, 'approved');
    assert.equal((await payWith('5031755734530604', 'optional')).status, 'approved');
    assert.equal((await payWith('4235647728025682', 'mandatory')).status, 'approved');
  });

  it('cannot be finished with a made-up request', async () => {
    const { status } = await call(`${sandbox.origin}/3ds`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'creq=nonsense',
    });
    assert.equal(status, 400);
  });
});

describe('the search for payments', () => {
  const clock = new TestClock();
  useSandbox({ clock: clock.read });

  it('filters, sorts, cuts by date and pages', async () => {
    const shop = seller('TEST-MLA-search');
    for (const reference of ['A', 'B', 'B']) {
      await pay(shop, 10, { external_reference: reference });
      clock.advance(10);
    }
    const found = async (options: Record<string, string | number>) => {
      const page = await shop.payments.search({ options: options });
      assertShape('payments', withoutEnvelope(page));
      return page;
    };
    const references = async (options: Record<string, string | number>) =>
      (await found(options)).results?.map((payment) => payment.external_reference);

    assert.deepEqual(await references({}), ['B', 'B', 'A']);
    assert.deepEqual(await references({ sort: 'date_created', criteria: 'asc' }), ['A', 'B', 'B']);
    assert.deepEqual(await references({ external_reference: 'A' }), ['A']);
    assert.deepEqual(await references({ status: 'rejected' }), []);
    assert.deepEqual(await references({ range: 'date_created', begin_date: 'NOW-25DAYS', end_date: 'NOW' }), [
      'B',
      'B',
    ]);
    assert.deepEqual(
      await references({
        range: 'date_approved',
        begin_date: '2026-11-01T00:00:00Z',
        end_date: '2026-11-30T00:00:00Z',
      }),
      ['A'],
    );
    assert.deepEqual((await found({ limit: 1, offset: 1 })).paging, { total: 3, limit: 1, offset: 1 });
    await assert.rejects(found({ limit: 1001 }), {
      causes: [{ code: 1000, description: 'the number of rows exceeded the limit', data: null }],
    });
    await assert.rejects(found({ begin_date: 'soon' }), { status: 400 });
    await assert.rejects(found({ sort: 'colour' }), { status: 400 });
  });
});
