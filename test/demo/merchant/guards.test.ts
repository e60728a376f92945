import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorBody, openShop } from './shop.js';

const shop = await openShop();

const writes = [
  ['POST', '/api/cards'],
  ['DELETE', '/api/cards/1'],
  ['PUT', '/api/cards/1/default'],
  ['POST', '/api/payments'],
  ['PUT', '/api/payments/1'],
  ['POST', '/api/payments/1/refunds'],
  ['PUT', '/api/customer'],
  ['POST', '/session'],
  ['POST', '/checkout'],
] as const;

describe('a write', () => {
  for (const [method, path] of writes) {
    it(`${method} ${path} is 403 when another site sends it`, async () => {
      const body = method === 'DELETE' ? null : '{}';
      for (const from of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }]) {
        const headers = new Headers({ 'content-type': 'application/json' });
        Object.entries(from).forEach(([name, value]) => headers.set(name, value));
        const response = await fetch(shop.origin + path, { method, headers, body });
        assert.equal(response.status, 403, JSON.stringify(from));
        errorBody.parse(await response.json());
      }
    });
  }

  it('is let in from the own pages, old browsers and other programs', async () => {
    const ownPage = [{ 'sec-fetch-site': 'same-origin' }, { origin: shop.origin }, {}];
    for (const from of ownPage) {
      const headers = { 'content-type': 'application/json', ...from };
      const body = JSON.stringify({ site: 'MLA', customer: 'ana' });
      const { status } = await fetch(`${shop.origin}/session`, { method: 'POST', headers, body });
      assert.equal(status, 200, JSON.stringify(from));
    }
  });
});

describe('the API', () => {
  it('takes JSON only', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const headers = { 'content-type': type };
      const response = await fetch(`${shop.origin}/api/payments`, { method: 'POST', headers, body: '{"token":"a"}' });
      assert.equal(response.status, 415, type);
      errorBody.parse(await response.json());
    }
  });

  it('is 400 for a body that is not JSON, and for one that lacks a field, which it names', async () => {
    for (const [body, message] of [
      ['{', /not JSON/],
      ['[]', /request/],
      ['{"installments": 1}', /token/],
      ['{"token": "a b"}', /token/],
      ['{"token": "a", "installments": 0}', /installments/],
    ] as const) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${shop.origin}/api/payments`, { method: 'POST', headers, body });
      assert.equal(response.status, 400, body);
      assert.match(errorBody.parse(await response.json()).message, message);
    }
  });

  it('is 400 for an id that is not digits: at Mercado Pago it could be the name of another resource', async () => {
    const ana = await shop.visit('ana');
    const headers = { 'x-idempotency-key': crypto.randomUUID() };
    for (const id of ['search', '1e3', '0x10', '-1', '1'.repeat(21), '%20', '..%2f', '%D9%A1']) {
      const sent = [
        await ana.send('DELETE', `/api/cards/${id}`),
        await ana.send('PUT', `/api/cards/${id}/default`),
        await ana.send('PUT', `/api/payments/${id}`, { status: 'cancelled' }),
        await ana.send('POST', `/api/payments/${id}/refunds`, {}, headers),
        await ana.send('POST', '/api/payments', { token: 'a', card_id: decodeURIComponent(id) }),
      ];
      assert.deepEqual(
        sent.map(({ status }) => status),
        [400, 400, 400, 400, 400],
        id,
      );
    }
  });

  it('does not repeat what it refuses', async () => {
    const ana = await shop.visit('ana');
    const { text } = await ana.send('POST', '/api/payments', { token: '5031 7557 3453 0604', card_id: 'secret here' });
    assert.doesNotMatch(text, /5031|secret/);
  });

  it('is 413 for a body that is larger than any of ours', async () => {
    const ana = await shop.visit('ana');
    const { status } = await ana.send('POST', '/api/payments', { token: 'a', more: 'x'.repeat(17_000) });
    assert.equal(status, 413);
  });

  it('is never kept by a cache, nor guessed at', async () => {
    const { headers } = await (await shop.visit('ana')).get('/api/cards');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });
});
