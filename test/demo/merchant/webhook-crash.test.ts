import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { startSandbox } from '../../../demo/sandbox/server.js';
import { call, typedCard } from '../sandbox/support/http.js';
import { paymentsBody } from './shop.js';
import { WEBHOOK_SECRET } from './webhook-secret.js';

const token = 'TEST-MLA-demo';
const program = fileURLToPath(new URL('merchant-process.ts', import.meta.url));

async function startShop(sandbox: string, folder: string) {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', program, sandbox, folder]);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const origin = String((await lines.next()).value);
  return { child, origin, nextLine: async () => String((await lines.next()).value) };
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('a shop that is killed after it has answered a webhook', () => {
  it('does what the webhook asks for when it starts again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'webhook-crash-'));
    const sandbox = await startSandbox({ port: 0 });
    const control = (method: string, path: string, body?: object) =>
      call(`${sandbox.origin}/sandbox/${path}?account=${token}`, { method, body });
    const children: ChildProcess[] = [];
    try {
      const first = await startShop(sandbox.origin, folder);
      children.push(first.child);
      assert.equal(await first.nextLine(), 'idle');
      // The shop learns of this payment by its webhook only, and cannot read it before it is killed.
      await control('PUT', 'webhooks', { url: `${first.origin}/api/webhooks`, secret: WEBHOOK_SECRET });
      await control('POST', 'faults', {
        webhooks: { hold: true },
        search_delay_ms: 3_600_000,
        faults: [{ kind: 'latency', ms: 120_000, method: 'GET', path: '/v1/payments/' }],
      });
      const search = await call(`${sandbox.origin}/v1/customers/search?email=ana@testuser.com`, { token });
      const [customer] = (search.json as { results: { id: string }[] }).results;
      const card = await call(`${sandbox.origin}/v1/card_tokens`, {
        method: 'POST',
        token,
        body: typedCard('5031755734530604'),
      });
      const paid = await call(`${sandbox.origin}/v1/payments`, {
        method: 'POST',
        token,
        body: {
          transaction_amount: 10,
          token: (card.json as { id: string }).id,
          installments: 1,
          external_reference: customer?.id,
          payer: { email: 'ana@testuser.com' },
        },
      });
      assert.equal(paid.status, 201);
      const { json } = await control('POST', 'webhooks/deliver');
      assert.deepEqual((json as { deliveries: { answers: number[] }[] }).deliveries[0]?.answers, [200]);
      await kill(first.child);

      await control('POST', 'faults', { faults: [] });
      const second = await startShop(sandbox.origin, folder);
      children.push(second.child);
      assert.equal(await second.nextLine(), 'idle');
      const { payments } = paymentsBody.parse((await call(`${second.origin}/api/payments`)).json);
      assert.deepEqual(
        payments.map(({ id }) => id),
        [(paid.json as { id: number }).id],
      );
    } finally {
      children.forEach((child) => child.kill('SIGKILL'));
      await sandbox.close();
      await rm(folder, { recursive: true });
    }
  });
});
