import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { z } from 'zod';
import { startDemo } from '../../../demo/dev-server.js';
import { cardsBody, paymentsBody, settingsBody } from './shop.js';

const read = async (url: string): Promise<unknown> => (await fetch(url)).json();
const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('the shop of npm start', async () => {
  const demo = await startDemo({ SANDBOX_PORT: '0' });
  const server = createServer((request, response) => demo.middleware(request, response, () => response.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  after(async () => {
    await new Promise((resolve) => server.close(resolve));
    await demo.close();
  });

  for (const account of ['?account=TEST-MLA-demo', ''])
    it(`waits for a payment that nothing has named, until its account is emptied (${account || 'all are'})`, async () => {
      const sandbox = settingsBody.parse(await read(`${origin}/api/checkout`)).sandbox?.origin ?? '';
      const control = (path: string, body: object = {}) => post(`${sandbox}/sandbox/${path}`, body);
      const pay = async () => {
        const { cards } = cardsBody.parse(await read(`${origin}/api/cards`));
        const card = { card_id: cards[0]?.id, security_code: '123' };
        const made = await post(`${sandbox}/v1/card_tokens?public_key=TEST-MLA-demo`, card);
        const { id: token } = z.object({ id: z.string() }).parse(await made.json());
        return (await post(`${origin}/api/payments`, { token, card_id: card.card_id })).status;
      };
      const lost = { kind: 'drop_answer', method: 'POST', path: '/v1/payments', times: 1 };
      await control('faults', { search_delay_ms: 3_600_000, webhooks: { hold: true }, faults: [lost] });
      assert.deepEqual([await pay(), await pay()], [502, 409]);
      await control('reset?account=TEST-MLA-other');
      assert.equal(await pay(), 409);
      await control(`reset${account}`);
      await control('faults', { search_delay_ms: null, webhooks: null, faults: [] });
      assert.equal(await pay(), 201);
      const { payments } = paymentsBody.parse(await read(`${origin}/api/payments`));
      assert.equal(payments.length, 1);
    });
});
