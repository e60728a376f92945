import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { paymentApiNames } from '../../../demo/merchant/payment-apis/payment-api.js';
import { openShop, type Browser } from './shop.js';

/** Mercado Pago with a search that does not filter: it answers with the payments of all customers. */
async function withoutFilter(sandbox: string): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '', sandbox);
      url.searchParams.delete('external_reference');
      const chunks = await request.toArray();
      const headers = Object.entries(request.headers).filter(([name]) => /^(authorization|content-type|x-)/.test(name));
      const body = chunks.length > 0 ? { body: Buffer.concat(chunks as Buffer[]) } : {};
      const init = { method: request.method ?? 'GET', headers: headers as [string, string][], ...body };
      const answer = await fetch(url, init);
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const shop = await openShop({ api: withoutFilter });

const listed = async (browser: Browser) =>
  ((await browser.get('/api/payments')).json as { payments: unknown[] }).payments;

describe('a search that finds payments of other customers', () => {
  for (const api of paymentApiNames) {
    it(`shows each customer the own payments only, with ${api}`, async () => {
      const site = api === 'orders' ? 'MLM' : 'MLA';
      const [ana, bruno] = [await shop.visit('ana', site, api), await shop.visit('bruno', site, api)];
      const [card_id] = await ana.cardIds();
      const body = { token: await ana.tokenOfCard(String(card_id)), card_id };
      assert.equal((await ana.send('POST', '/api/payments', body)).status, 201);
      assert.equal((await listed(ana)).length, 1);
      assert.deepEqual(await listed(bruno), []);
    });
  }
});
