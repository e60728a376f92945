import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { call } from '../support/http.js';
import { useSandbox } from '../support/official-sdk.js';
import { codeOf, orderBody, Seller } from '../support/orders.js';
import { assertShape } from '../support/shapes.js';

/** As the documentation shows it, and integrators have seen it. */
const notification = z.strictObject({
  id: z.int().optional(),
  live_mode: z.boolean(),
  type: z.literal('order'),
  date_created: z.iso.datetime({ offset: true }),
  api_version: z.literal('v1'),
  action: z.string().startsWith('order.'),
  application_id: z.string(),
  user_id: z.union([z.string(), z.int()]),
  data: z.strictObject({
    id: z.string().startsWith('ORD'),
    external_reference: z.string(),
    status: z.string(),
    status_detail: z.string(),
    total_amount: z.string(),
    total_paid_amount: z.string().optional(),
    type: z.literal('online'),
    version: z.int(),
    transactions: z.strictObject({
      payments: z.array(
        z.strictObject({
          id: z.string().startsWith('PAY'),
          amount: z.string(),
          paid_amount: z.string().optional(),
          status: z.string(),
          status_detail: z.string(),
          reference: z.strictObject({ id: z.string() }),
          payment_method: z.strictObject({ id: z.string(), type: z.string(), installments: z.int().optional() }),
        }),
      ),
      chargebacks: z.array(z.strictObject({ id: z.string(), case_id: z.string(), amount: z.string() })).optional(),
    }),
  }),
});

describe('the webhooks of orders', () => {
  const sandbox = useSandbox();
  let received: { readonly path: string; readonly body: z.output<typeof notification> }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ path: request.url ?? '', body: notification.parse(JSON.parse(body)) });
      response.writeHead(200).end();
    });
  });
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());

  const control = (path: string, account: string) => `${sandbox.origin}/sandbox/${path}?account=${account}`;

  async function configured(name: string) {
    received = [];
    const account = `APP_USR-MLB-order-hooks-${name}`;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
    await call(control('webhooks', account), { method: 'PUT', body: { url } });
    await call(control('faults', account), { method: 'POST', body: { webhooks: { hold: true } } });
    const shop = new Seller(sandbox.origin, account);
    return {
      shop,
      made: async (changes: object = {}) =>
        orderBody.parse((await shop.send('', await shop.savedCard(0, changes))).json).id,
      announced: async (id: string) => {
        await call(control('webhooks/deliver', account), { method: 'POST' });
        return received
          .filter(({ body }) => body.data.id === id)
          .map(({ body }) => `${body.action} ${body.data.version}`);
      },
      decide: (id: string, outcome: string) =>
        call(control(`payments/${id}`, account), { method: 'POST', body: { outcome } }),
    };
  }

  it('announce an order that was made and paid, and not its classic payment', async () => {
    const { made, announced } = await configured('paid');
    const id = await made();
    assert.deepEqual(await announced(id), ['order.processed 1']);
    assert.equal(received.length, 1);
    assert.equal(received[0]?.path, `/hooks?data.id=${id}&type=order`);
    const { status, status_detail, total_amount, total_paid_amount } = received[0].body.data;
    assert.deepEqual([status, status_detail, total_paid_amount], ['processed', 'accredited', total_amount]);
  });

  it('have an id of their own only where that is asked for: some captures have none', async () => {
    const { shop, made, announced } = await configured('own-id');
    await announced(await made());
    await shop.order({ webhooks: { hold: true, order_event_id: 'present' } });
    await announced(await made());
    assert.deepEqual(
      received.map(({ body }) => typeof body.id),
      ['undefined', 'number'],
    );
  });

  it('say what the answers say, whatever the switches want', async () => {
    const { shop, made, announced } = await configured('switches');
    await shop.order({
      orders: {
        canceled: 'cancelled',
        canceled_transaction: 'cancelled_transaction',
        refunded_status: 'processed',
        user_id: 'number',
      },
    });
    const [refunded, canceled] = [await made(), await made({ capture_mode: 'manual' })];
    await shop.send(`/${refunded}/refund`);
    await shop.send(`/${canceled}/cancel`);
    for (const [id, action] of [
      [refunded, 'order.refunded'],
      [canceled, 'order.canceled'],
    ] as const) {
      assert.equal((await announced(id)).at(-1), `${action} 2`);
      const { json } = await shop.get(`/${id}`);
      const order = orderBody.parse(json);
      const [payment] = order.transactions.payments;
      const { data, user_id, application_id } = received.findLast(({ body }) => body.data.id === id)?.body ?? {};
      const [sent] = data?.transactions.payments ?? [];
      assert.deepEqual(
        [data?.status, data?.status_detail, sent?.status, sent?.status_detail],
        [order.status, order.status_detail, payment?.status, payment?.status_detail],
      );
      assert.equal(user_id, order['user_id']);
      assert.deepEqual({ application_id }, order['integration_data']);
    }
  });

  it('announce an order whose card was refused', async () => {
    const { shop, announced } = await configured('refused');
    const { data } = z.object({ data: orderBody }).parse((await shop.send('', await shop.typedCard('FUND'))).json);
    assert.deepEqual(await announced(data.id), ['order.failed 1']);
    const [payment] = received[0]?.body.data.transactions.payments ?? [];
    assert.equal(payment?.status_detail, 'insufficient_amount');
  });

  it('announce everything that changes an order, and nothing else', async () => {
    const { shop, made, announced } = await configured('changes');
    const id = await made({ processing_mode: 'manual', capture_mode: 'manual' });
    assert.equal((await shop.send(`/${id}/capture`)).status, 409);
    await shop.send(`/${id}/process`);
    await shop.get(`/${id}`);
    await shop.send(`/${id}/capture`);
    const [payment] = orderBody.parse((await shop.get(`/${id}`)).json).transactions.payments;
    await shop.send(`/${id}/refund`, { transactions: [{ id: payment?.id, amount: '1.00' }] });
    await shop.send(`/${id}/refund`);
    assert.equal((await shop.send(`/${id}/refund`)).status, 409);
    assert.deepEqual(await announced(id), [
      'order.created 1',
      'order.action_required 2',
      'order.processed 3',
      'order.refunded 4',
      'order.refunded 5',
    ]);
  });

  it('announce a charge-back, and how it ended', async () => {
    for (const end of ['settled', 'reimbursed']) {
      const { shop, made, announced, decide } = await configured(`dispute-${end}`);
      const id = await made();
      assert.equal((await decide(id, 'in_mediation')).status, 204);
      assert.equal(orderBody.parse((await shop.get(`/${id}`)).json).status, 'processed');
      assert.equal(codeOf(await shop.send(`/${id}/refund`)), '409 cannot_refund_order');
      const details = [];
      for (const event of ['charged_back', end]) {
        assert.equal((await decide(id, event)).status, 204);
        const { json } = await shop.get(`/${id}`);
        assertShape('order', json);
        const { status, status_detail, total_paid_amount, transactions } = orderBody.parse(json);
        const [payment] = transactions.payments;
        assert.equal(`${status}/${status_detail}`, `${payment?.status}/${payment?.status_detail}`);
        assert.equal(total_paid_amount, '200.00');
        details.push(`${status}/${status_detail}`);
      }
      assert.deepEqual(details, ['charged_back/in_process', `charged_back/${end}`]);
      assert.equal(codeOf(await shop.send(`/${id}/refund`)), '409 cannot_refund_order');
      assert.deepEqual(await announced(id), [
        'order.processed 1',
        'order.processed 2',
        'order.charged_back 3',
        'order.charged_back 4',
      ]);
      const [chargeback] = received.at(-1)?.body.data.transactions.chargebacks ?? [];
      assert.equal(chargeback?.amount, '200.00');
    }
  });

  it('announce an order that expired: charged, being asked about, or not charged yet', async () => {
    const { shop, made, announced, decide } = await configured('expired');
    const offline = { payments: [{ amount: '200.00', payment_method: { id: 'pix', type: 'bank_transfer' } }] };
    const [pix, bare] = [await made({ transactions: offline }), await made({ processing_mode: 'manual' })];
    await shop.order({ next_payment: 'pending_challenge' });
    const asked = await made();
    // What the switch says of challenges it says of nothing else.
    await shop.order({ orders: { challenge_expired: 'canceled' } });
    for (const [id, status, ...actions] of [
      [pix, 'expired', 'order.action_required 1', 'order.expired 2'],
      [bare, 'expired', 'order.created 1', 'order.expired 2'],
      [asked, 'canceled', 'order.action_required 1', 'order.canceled 2'],
    ] as const) {
      assert.equal((await decide(id, 'expired')).status, 204);
      const order = orderBody.parse((await shop.get(`/${id}`)).json);
      assert.deepEqual(
        [order.status, order.status_detail, order.transactions.payments[0]?.status],
        [status, 'expired', status],
      );
      assert.deepEqual(await announced(id), actions);
      assert.notEqual((await decide(id, 'expired')).status, 204, 'it is over');
    }
    assert.equal(codeOf(await shop.send(`/${bare}/process`)), '409 operation_not_supported');
  });

  it('announce an order that was canceled, charged or not', async () => {
    const { shop, made, announced } = await configured('canceled');
    const charged = await made({ capture_mode: 'manual' });
    const bare = await made({ processing_mode: 'manual' });
    for (const id of [charged, bare]) assert.equal((await shop.send(`/${id}/cancel`)).status, 200);
    assert.deepEqual(await announced(charged), ['order.action_required 1', 'order.canceled 2']);
    assert.deepEqual(await announced(bare), ['order.created 1', 'order.canceled 2']);
  });

  it('announce how a review ended, and a refund that the Payments API made', async () => {
    const { shop, made, announced, decide } = await configured('later');
    await shop.order({ next_payment: 'CONT' });
    const id = await made();
    assert.equal((await decide(id, 'APRO')).status, 204);
    const { results } = await shop.sdk.payments.search({});
    await shop.sdk.refunds.create({ payment_id: String(results?.[0]?.id) });
    assert.deepEqual(await announced(id), ['order.created 1', 'order.processed 2', 'order.refunded 3']);
    assert.equal(received.length, 3, 'and nothing of the topic "payment"');
  });
});
