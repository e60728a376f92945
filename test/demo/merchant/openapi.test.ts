import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { withRequestSchemas } from '../../../.ci/openapi.js';
import { createMerchant } from '../../../demo/merchant/app.js';
import { faultOfAnswer, faultOfRequest, operations } from './api-document.js';
import { openShop, paymentBody, WEBHOOK_SECRET, type Browser } from './shop.js';

const shop = await openShop();
const observed = new Set<string>();

interface Exchange {
  readonly status: number;
  readonly parameters?: { readonly id: string | number };
  readonly body?: unknown;
  readonly headers?: HeadersInit;
  readonly query?: string;
}

/** Sends a documented request and validates request and answer by the document. */
async function exchange(browser: Browser, name: string, expected: Exchange): Promise<unknown> {
  const [method = '', template = ''] = name.split(' ');
  const path = template.replace('{id}', String(expected.parameters?.id)) + (expected.query ?? '');
  const { status, json, text } =
    method === 'GET'
      ? await browser.get(path)
      : await browser.send(method as 'POST' | 'PUT' | 'DELETE', path, expected.body, expected.headers);
  assert.equal(status, expected.status, `${name}: ${text}`);
  if (status < 300) assert.equal(faultOfRequest(name, expected.body), null);
  assert.equal(faultOfAnswer(name, status, json), null, text);
  observed.add(`${name} ${status}`);
  return json;
}

const typed = { 'content-type': 'text/plain' };
const unknownCard = { id: '999999' };

describe('openapi.yaml', () => {
  it('is served as it is committed, with the schemas by which the merchant reads requests', async () => {
    const committed = await readFile(new URL('../../../demo/merchant/openapi.yaml', import.meta.url), 'utf8');
    const visitor = await shop.visit();
    assert.equal((await visitor.get('/openapi.yaml')).text, committed);
    assert.equal(await withRequestSchemas(committed), committed, '`npm run build` writes it');
  });

  it('describes every route of the API but the settings of the demo’s own page', () => {
    const merchant = createMerchant({ backend: { kind: 'sandbox', origin: shop.sandboxOrigin }, builtScript: '/none' });
    const routes = merchant.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/checkout')
      .map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`);
    assert.deepEqual(operations.map(({ name }) => name).sort(), routes.sort());
  });

  it('describes saving, listing and removing cards as the server does it', async () => {
    const nuevo = await shop.visit('nuevo');
    await exchange(nuevo, 'GET /api/cards', { status: 200 });
    const headers = { 'x-idempotency-key': crypto.randomUUID() };
    for (const body of [
      { token: await nuevo.tokenOfNewCard(), payment_method_id: null, issuer_id: null },
      { token: await nuevo.tokenOfNewCard({ number: '4509953566233704' }), payment_method_id: 'visa' },
    ]) {
      await exchange(nuevo, 'POST /api/cards', { status: 201, body, ...(body.payment_method_id ? {} : { headers }) });
    }
    await exchange(nuevo, 'POST /api/cards', { status: 400, body: {} });
    await exchange(nuevo, 'POST /api/cards', { status: 415, body: {}, headers: typed });
    const [first, second] = await nuevo.cardIds();
    await exchange(nuevo, 'PUT /api/cards/{id}/default', { status: 204, parameters: { id: String(second) } });
    await exchange(nuevo, 'PUT /api/cards/{id}/default', { status: 404, parameters: unknownCard });
    await exchange(nuevo, 'GET /api/cards', { status: 200 });
    await exchange(nuevo, 'DELETE /api/cards/{id}', { status: 204, parameters: { id: String(first) } });
    await exchange(nuevo, 'DELETE /api/cards/{id}', { status: 404, parameters: unknownCard });
  });

  it('describes the lists of customers with every kind of card', async () => {
    for (const customer of ['ana', 'bruno', 'carla', 'olga', 'oscar', 'veinte']) {
      for (const site of ['MLA', 'MLB', 'MCO'] as const) {
        await exchange(await shop.visit(customer, site), 'GET /api/cards', { status: 200 });
      }
    }
  });

  it('describes paying, cancelling and refunding as the server does it', async () => {
    const ana = await shop.visit('ana');
    const [card_id] = await ana.cardIds();
    const saved = { token: await ana.tokenOfCard(String(card_id)), card_id, installments: 1 };
    const paid = paymentBody.parse(await exchange(ana, 'POST /api/payments', { status: 201, body: saved }));
    const waits = { token: await ana.tokenOfNewCard({ name: 'CONT' }), card_id: null, issuer_id: null };
    const waiting = paymentBody.parse(await exchange(ana, 'POST /api/payments', { status: 201, body: waits }));
    const cancel = { status: 'cancelled' };
    await exchange(ana, 'PUT /api/payments/{id}', { status: 200, parameters: { id: waiting.id }, body: cancel });
    const strange = { token: await ana.tokenOfCard(String(card_id)), card_id: unknownCard.id };
    await exchange(ana, 'POST /api/payments', { status: 404, body: strange });
    await exchange(ana, 'POST /api/payments', { status: 400, body: { token: 'f'.repeat(32) } });
    const stranger = await shop.visit('bruno');
    const theirs = { token: saved.token, card_id: (await stranger.cardIds())[0] };
    await exchange(stranger, 'POST /api/payments', { status: 409, body: theirs });
    await exchange(ana, 'POST /api/payments', { status: 415, body: saved, headers: typed });
    await exchange(ana, 'GET /api/payments', { status: 200 });
    await exchange(ana, 'GET /api/payments/{id}', { status: 200, parameters: { id: paid.id } });
    await exchange(ana, 'GET /api/payments/{id}', { status: 404, parameters: unknownCard });
    await exchange(ana, 'GET /api/payments/{id}', { status: 400, parameters: { id: 'search' } });
    await exchange(stranger, 'GET /api/payments/{id}', { status: 404, parameters: { id: paid.id } });

    for (const [id, status] of [
      [paid.id, 400],
      [unknownCard.id, 404],
    ] as const) {
      await exchange(ana, 'PUT /api/payments/{id}', { status, parameters: { id }, body: cancel });
    }
    const parameters = { id: paid.id };
    await exchange(ana, 'PUT /api/payments/{id}', { status: 415, parameters, body: cancel, headers: typed });

    const refunds = 'POST /api/payments/{id}/refunds';
    const key = () => ({ 'x-idempotency-key': crypto.randomUUID() });
    const headers = key();
    await exchange(ana, refunds, { status: 400, parameters, body: { amount: 990 } });
    await exchange(ana, refunds, { status: 400, parameters, body: { amount: 1_000_000 }, headers: key() });
    await exchange(ana, refunds, { status: 201, parameters, body: { amount: 990 }, headers });
    await exchange(ana, refunds, { status: 409, parameters, body: { amount: 100 }, headers });
    await exchange(ana, refunds, { status: 201, parameters, headers: key() });
    await exchange(ana, refunds, { status: 404, parameters: unknownCard, headers: key() });
    await exchange(ana, refunds, { status: 415, parameters, body: {}, headers: typed });
    await exchange(ana, 'GET /api/payments', { status: 200 });
  });

  it('describes the same with the Orders API', async () => {
    const ana = await shop.visit('ana', 'MLA', 'orders');
    const [card_id] = await ana.cardIds();
    const typed = async (name: string) => ({
      token: await ana.tokenOfNewCard({ name }),
      payment_method_id: 'master',
      payment_type_id: 'credit_card',
    });
    const saved = { token: await ana.tokenOfCard(String(card_id)), card_id, installments: 3 };
    const made = await exchange(ana, 'POST /api/payments', { status: 201, body: saved });
    const parameters = { id: (made as { id: string }).id };
    await exchange(ana, 'POST /api/payments', { status: 402, body: await typed('FUND') });
    await exchange(ana, 'POST /api/payments', { status: 400, body: { token: 'f'.repeat(32) } });
    await exchange(ana, 'POST /api/payments', { status: 201, body: await typed('CONT') });
    await exchange(ana, 'PUT /api/payments/{id}', { status: 409, parameters, body: { status: 'cancelled' } });
    const refunds = 'POST /api/payments/{id}/refunds';
    const key = () => ({ 'x-idempotency-key': crypto.randomUUID() });
    const headers = key();
    await exchange(ana, refunds, { status: 400, parameters, body: { amount: 990 } });
    await exchange(ana, refunds, { status: 400, parameters, body: { amount: 1_000_000 }, headers: key() });
    await exchange(ana, refunds, { status: 201, parameters, body: { amount: 990 }, headers });
    await exchange(ana, refunds, { status: 409, parameters, body: { amount: 100 }, headers });
    await exchange(ana, refunds, { status: 201, parameters, headers: key() });
    await exchange(ana, refunds, { status: 409, parameters, headers: key() });
    await exchange(ana, 'GET /api/payments', { status: 200 });
  });

  it('describes a payment that the bank is asked about, until its end was seen', async () => {
    const dora = await shop.visit('dora');
    await exchange(dora, 'GET /api/challenge', { status: 204 });
    const [card_id] = await dora.cardIds();
    const body = { token: await dora.tokenOfCard(String(card_id)), card_id, installments: 1 };
    const { id } = paymentBody.parse(await exchange(dora, 'POST /api/payments', { status: 201, body }));
    const parameters = { id };
    await exchange(dora, 'DELETE /api/challenge/{id}', { status: 204, parameters });
    await exchange(dora, 'GET /api/challenge', { status: 200 });
    await shop.setFaults([
      { kind: 'refusal', status: 404, code: 'not_yet', method: 'GET', path: `/v1/payments/${id}` },
    ]);
    await exchange(dora, 'GET /api/challenge', { status: 409 });
    await shop.setFaults([]);
    await shop.decide('MLA', id, 'APRO');
    await exchange(dora, 'GET /api/challenge', { status: 200 });
    await exchange(dora, 'DELETE /api/challenge/{id}', { status: 400, parameters: { id: 'search' } });
    await exchange(dora, 'DELETE /api/challenge/{id}', { status: 204, parameters });
    await exchange(dora, 'GET /api/challenge', { status: 204 });
  });

  it('describes webhooks as the server takes them', async () => {
    const mercadoPago = await shop.visit(null);
    const name = 'POST /api/webhooks';
    for (const [id, status] of [
      ['999999', 200],
      ['..', 400],
    ] as const) {
      const hash = createHmac('sha256', WEBHOOK_SECRET).update(`id:${id};request-id:r;ts:1;`).digest('hex');
      const headers = { 'x-signature': `ts=1,v1=${hash}`, 'x-request-id': 'r' };
      await exchange(mercadoPago, name, { status, query: `?data.id=${id}&type=payment`, headers });
    }
  });

  it('describes the profile as the server does it', async () => {
    const olga = await shop.visit('olga', 'MLB');
    await exchange(olga, 'GET /api/customer', { status: 200 });
    const body = {
      first_name: 'Olga',
      last_name: 'Lima',
      phone: { area_code: '11', number: '955554444' },
      identification: { type: 'CPF', number: '12345678909' },
      address: { zip_code: '01310', street_name: 'Av. Paulista', street_number: 1000, city: { name: 'São Paulo' } },
    };
    await exchange(olga, 'PUT /api/customer', { status: 200, body });
    await exchange(olga, 'GET /api/customer', { status: 200 });
    await exchange(olga, 'PUT /api/customer', { status: 400, body: { phone: 1 } });
    await exchange(olga, 'PUT /api/customer', { status: 415, body, headers: typed });
  });

  it('describes 401 for every operation, before anything else of the request is checked', async () => {
    const stranger = await shop.visit(null);
    for (const { name } of operations) {
      await exchange(stranger, name, { status: 401, parameters: unknownCard });
    }
  });

  it('describes 403, 413 and 502 of every operation that has them', async () => {
    const ana = await shop.visit('ana', 'MLU');
    const writes = operations.filter(({ name }) => !name.startsWith('GET') && !name.endsWith('/webhooks'));
    const json = { 'content-type': 'application/json', 'x-idempotency-key': crypto.randomUUID() };
    for (const { name } of writes) {
      const parameters = unknownCard;
      await exchange(ana, name, { status: 403, parameters, headers: { origin: 'https://evil.example' } });
      await exchange(ana, name, { status: 413, parameters, body: { more: 'x'.repeat(17_000) }, headers: json });
    }
    await shop.setFaults([{ kind: 'drop', path: '/v1/' }]);
    const bodies: Record<string, object> = {
      'POST /api/cards': { token: 'a' },
      'POST /api/payments': { token: 'a' },
      'PUT /api/payments/{id}': { status: 'cancelled' },
      'PUT /api/customer': {},
    };
    for (const { name } of operations.filter((each) => !each.name.endsWith('/webhooks'))) {
      const body = bodies[name];
      await exchange(ana, name, { status: 502, parameters: unknownCard, headers: json, ...(body && { body }) });
    }
    await shop.setFaults([]);
  });

  it('describes no answer that the tests above did not see', () => {
    const documented = operations.flatMap(({ name, statuses }) => statuses.map((status) => `${name} ${status}`));
    assert.deepEqual(
      documented.filter((answer) => !observed.has(answer)),
      [],
    );
  });
});
