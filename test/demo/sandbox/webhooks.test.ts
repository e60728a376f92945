import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { InvalidWebhookSignatureError, WebhookSignatureValidator } from 'mercadopago';
import { z } from 'zod';
import { call } from './support/http.js';
import { pay, WRONG_STATE } from './support/payments.js';
import { seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

const SECRET = 'a secret of the panel';

/** As `WebhookNotification` of Mercado Pago's OpenAPI has it, with `live_mode` of the documentation. */
const notification = z.strictObject({
  id: z.int(),
  live_mode: z.boolean(),
  type: z.literal('payment'),
  date_created: z.iso.datetime({ offset: true }),
  api_version: z.literal('v1'),
  action: z.enum(['payment.created', 'payment.updated']),
  data: z.strictObject({ id: z.string() }),
  user_id: z.int(),
});

interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: z.output<typeof notification>;
}

describe('the webhooks of the sandbox', () => {
  const sandbox = useSandbox();
  let received: Received[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body: notification.parse(JSON.parse(body)) });
      response.writeHead(status).end();
    });
  });
  let shopUrl = '';
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    shopUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const control = (path: string, account: string) => `${sandbox.origin}/sandbox/${path}?account=${account}`;
  const deliver = (account: string) => call(control('webhooks/deliver', account), { method: 'POST' });

  /** A seller whose panel names the server above; webhooks are sent as the switches want it. */
  async function configured(account: string, webhooks: object = {}) {
    received = [];
    status = 200;
    const body = { url: `${shopUrl}/hooks?from=panel`, secret: SECRET };
    assert.equal((await call(control('webhooks', account), { method: 'PUT', body })).status, 200);
    assert.equal((await call(control('faults', account), { method: 'POST', body: { webhooks } })).status, 200);
    return seller(account);
  }

  /** What the official SDK says of a signature. */
  function validate({ path, headers }: Received, dataId = new URL(path, shopUrl).searchParams.get('data.id')): void {
    const { 'x-signature': xSignature, 'x-request-id': xRequestId } = headers;
    WebhookSignatureValidator.validate({ xSignature, xRequestId, dataId, secret: SECRET });
  }
  const reasonOf = (request: Received) => {
    try {
      validate(request);
      return null;
    } catch (error) {
      return error instanceof InvalidWebhookSignatureError ? error.reason : error;
    }
  };

  it('announce a payment that was made, signed as the official SDK checks it', async () => {
    const account = 'TEST-MLA-hook-created';
    const shop = await configured(account);
    const { id } = await pay(shop, 10);
    await deliver(account);
    assert.equal(received.length, 1);
    assert.equal(received[0]?.path, `/hooks?from=panel&data.id=${id}&type=payment`);
    assert.deepEqual([received[0]?.body.action, received[0]?.body.data.id], ['payment.created', String(id)]);
    assert.equal(reasonOf(received[0]), null);
  });

  it('announce everything that changes a payment, and nothing else', async () => {
    const account = 'TEST-MLA-hook-changes';
    const shop = await configured(account);
    const refunded = await pay(shop, 10);
    await shop.refunds.create({ payment_id: refunded.id, body: { amount: 4 } });
    const captured = await pay(shop, 10, { capture: false });
    await shop.payments.capture({ id: captured.id });
    const cancelled = await pay(shop, 10, { capture: false });
    await shop.payments.cancel({ id: cancelled.id });
    await call(control('faults', account), { method: 'POST', body: { next_payment: 'CONT' } });
    const reviewed = await pay(shop, 10);
    const decision = { method: 'POST', body: { outcome: 'FUND' } };
    assert.equal((await call(control(`payments/${reviewed.id}`, account), decision)).status, 204);
    assert.equal((await call(control(`payments/${reviewed.id}`, account), decision)).status, 400, 'it is decided');
    await assert.rejects(shop.payments.cancel({ id: reviewed.id }));
    await shop.payments.get({ id: reviewed.id });
    await deliver(account);
    const { status_detail } = await shop.payments.get({ id: reviewed.id });
    assert.equal(status_detail, 'cc_rejected_insufficient_amount');
    assert.deepEqual(
      received.map(({ body }) => [body.action, Number(body.data.id)]),
      [refunded, captured, cancelled, reviewed].flatMap(({ id }) => [
        ['payment.created', id],
        ['payment.updated', id],
      ]),
    );
  });

  it('announce a dispute, its end, and what ran out of time', async () => {
    const account = 'TEST-MLA-hook-later';
    const shop = await configured(account);
    const happen = async (id: number, outcome: string) =>
      (await call(control(`payments/${id}`, account), { method: 'POST', body: { outcome } })).status;
    for (const [terms, ...events] of [
      [{}, ['in_mediation', 'in_mediation/pending'], ['mediation_closed', 'approved/accredited']],
      [{}, ['in_mediation', 'in_mediation/pending'], ['charged_back', 'charged_back/in_process']],
      [{}, ['charged_back', 'charged_back/in_process'], ['settled', 'charged_back/settled']],
      [{}, ['charged_back', 'charged_back/in_process'], ['reimbursed', 'charged_back/reimbursed']],
      [{ capture: false }, ['expired', 'cancelled/expired']],
    ] as const) {
      const { id } = await pay(shop, 10, terms);
      await deliver(account);
      received = [];
      for (const [event, expected] of events) {
        assert.equal(await happen(id, event), 204, event);
        const payment = await shop.payments.get({ id });
        assert.equal(`${payment.status}/${payment.status_detail}`, expected);
        assertShape('payment', withoutEnvelope(payment));
      }
      await deliver(account);
      assert.deepEqual(
        received.map(({ body }) => `${body.action} ${body.data.id}`),
        events.map(() => `payment.updated ${id}`),
      );
    }
    const { id } = await pay(shop, 10);
    for (const event of ['expired', 'mediation_closed', 'settled', 'reimbursed']) {
      assert.equal(await happen(id, event), 400, event);
    }
    assert.equal(await happen(id, 'charged_back'), 204);
    assert.equal(await happen(id, 'settled'), 204);
    assert.equal(await happen(id, 'reimbursed'), 400, 'it is closed');
    await assert.rejects(shop.refunds.total({ payment_id: id }), WRONG_STATE);
  });

  it('go to the notification_url of a payment instead, on this machine only', async () => {
    const account = 'TEST-MLA-hook-url';
    const shop = await configured(account);
    await pay(shop, 10, { notification_url: `${shopUrl}/of-the-payment` });
    await deliver(account);
    await pay(shop, 10, { notification_url: 'https://www.example.com/hooks' });
    await deliver(account);
    assert.deepEqual(
      received.map(({ path }) => path.split('?')[0]),
      ['/of-the-payment', '/hooks'],
    );
  });

  it('are not sent without an address, and none elsewhere is taken', async () => {
    const account = 'TEST-MLA-hook-none';
    received = [];
    const shop = seller(account);
    await pay(shop, 10);
    for (const url of ['https://www.example.com/', 'http://localhost.example.com/', 'http://10.0.0.1/', 'file:///x']) {
      const body = { url, secret: SECRET };
      assert.equal((await call(control('webhooks', account), { method: 'PUT', body })).status, 400, url);
    }
    assert.deepEqual(((await deliver(account)).json as { deliveries: unknown[] }).deliveries, []);
    assert.deepEqual(received, []);
  });

  it('come again until they are answered with 2xx, four times at most, each with the same id', async () => {
    const account = 'TEST-MLA-hook-again';
    const shop = await configured(account);
    status = 500;
    await pay(shop, 10);
    for (let count = 0; count < 6; count += 1) await deliver(account);
    assert.equal(received.length, 4);
    assert.equal(new Set(received.map(({ body }) => body.id)).size, 1);
    assert.equal(new Set(received.map(({ headers }) => headers['x-request-id'])).size, 4);

    received = [];
    status = 302;
    await pay(shop, 10);
    await deliver(account);
    status = 201;
    for (let count = 0; count < 3; count += 1) await deliver(account);
    assert.equal(received.length, 2);
    const { json } = await call(control('webhooks', account));
    const { deliveries } = json as { deliveries: { answers: number[] }[] };
    assert.deepEqual(
      deliveries.map(({ answers }) => answers),
      [
        [500, 500, 500, 500],
        [302, 201],
      ],
    );
  });

  it('that are sent three times at once come again as often', async () => {
    const account = 'TEST-MLA-hook-tripled';
    const shop = await configured(account, { hold: true, times: 3 });
    status = 500;
    await pay(shop, 10);
    for (let count = 0; count < 6; count += 1) await deliver(account);
    assert.equal(received.length, 4 * 3);
  });

  it('are delayed, doubled and reversed by the switches', async () => {
    const account = 'TEST-MLA-hook-switches';
    const shop = await configured(account, { hold: true, times: 2, reversed: true });
    const { id } = await pay(shop, 10);
    await shop.refunds.total({ payment_id: id });
    assert.equal(received.length, 0);
    await deliver(account);
    assert.deepEqual(
      received.map(({ body }) => body.action),
      ['payment.updated', 'payment.updated', 'payment.created', 'payment.created'],
    );
    assert.deepEqual(received.map(reasonOf), [null, null, null, null]);
  });

  it('are late by as much as is ordered', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const account = 'TEST-MLA-hook-late';
    const shop = await configured(account, { late_ms: 60_000 });
    await pay(shop, 10);
    t.mock.timers.tick(59_999);
    await new Promise(setImmediate);
    assert.equal(received.length, 0);
    const arrives = once(server, 'request');
    t.mock.timers.tick(1);
    await arrives;
    await deliver(account);
    assert.equal(received.length, 1);
  });

  it('are signed wrongly, not at all, or in the other readings of the documentation', async () => {
    for (const [webhooks, reason] of [
      [{ signature: 'wrong' }, 'SignatureMismatch'],
      [{ signature: 'missing' }, 'MissingSignatureHeader'],
      [{ signed_id: 'lower_case' }, null],
      [{ timestamp: 'milliseconds' }, null],
    ] as const) {
      const account = 'TEST-MLA-hook-signature';
      await pay(await configured(account, webhooks), 10);
      await deliver(account);
      assert.equal(reasonOf(received[0]!), reason, JSON.stringify(webhooks));
      const ts = /ts=(\d+)/.exec(String(received[0]?.headers['x-signature']))?.[1];
      if (reason !== 'MissingSignatureHeader') assert.equal(ts?.length, 'timestamp' in webhooks ? 13 : 10);
    }
  });

  it('are forgotten by a reset, which keeps the address', async () => {
    const account = 'TEST-MLA-hook-reset';
    await pay(await configured(account, { hold: true }), 10);
    await call(control('reset', account), { method: 'POST' });
    const { json } = await deliver(account);
    assert.deepEqual(json, { url: `${shopUrl}/hooks?from=panel`, deliveries: [] });
    assert.equal(received.length, 0);
  });
});
