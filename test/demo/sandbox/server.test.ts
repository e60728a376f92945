import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { startSandbox } from '../../../demo/sandbox/server.js';
import { call, typedCard } from './support/http.js';

describe('the sandbox as a server', () => {
  it('starts alone with the command and says where it listens and how long that took', async () => {
    const command = ['--import', '@oxc-node/core/register', 'demo/sandbox/main.ts'];
    const child = spawn(process.execPath, command, { env: { ...process.env, SANDBOX_PORT: '0' } });
    try {
      const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
      const [, origin = ''] =
        /^Mercado Pago sandbox on (http:\/\/127\.0\.0\.1:\d+) \(started in \d+ ms\)$/.exec(line) ?? [];
      const response = await fetch(`${origin}/users/me`, { headers: { authorization: 'Bearer TEST-MLA-1' } });
      assert.equal(response.status, 200);
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });

  it('refuses a port that is taken', async () => {
    const running = await startSandbox({ port: 0 });
    await assert.rejects(startSandbox({ port: Number(new URL(running.origin).port) }), { code: 'EADDRINUSE' });
    await running.close();
  });

  it('is out of reach for other machines', async () => {
    const { origin, close } = await startSandbox({ port: 0 });
    const { port } = new URL(origin);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses = []) => addresses)
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) await assert.rejects(fetch(`http://${address}:${port}/users/me`));
    await close();
  });

  it('closes while answers are still on their way', async () => {
    const { origin, close } = await startSandbox({ port: 0 });
    await fetch(`${origin}/sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ faults: [{ kind: 'latency', ms: 60_000 }] }),
    });
    const waiting = fetch(`${origin}/v1/payment_methods`);
    const refused = assert.rejects(waiting);
    await close();
    await refused;
  });

  it('stops its timers when it closes', async (t) => {
    const [set, cleared] = [t.mock.method(globalThis, 'setTimeout'), t.mock.method(globalThis, 'clearTimeout')];
    const { origin, close } = await startSandbox({ port: 0 });
    const send = (path: string, body: object) =>
      call(`${origin}${path}`, { method: 'POST', token: 'TEST-MLB-end', body });
    await send('/sandbox/faults', { next_payment: 'pending_challenge', challenge: { expires_after_ms: 100_001 } });
    const { id } = (await send('/v1/card_tokens', typedCard('4235647728025682'))).json as { id: string };
    const payer = { email: 'test@testuser.com' };
    const { status } = await send('/v1/payments', { transaction_amount: 10, token: id, installments: 1, payer });
    assert.equal(status, 201);
    // A moment has passed since the payment was made.
    const ofChallenge = set.mock.calls.findLast(({ arguments: [, delay = 0] }) => delay > 90_000 && delay <= 100_001);
    assert.ok(ofChallenge?.result);
    const isCleared = () => cleared.mock.calls.some(({ arguments: [timer] }) => timer === ofChallenge.result);
    assert.ok(!isCleared());
    await close();
    assert.ok(isCleared());
  });

  it('keeps nothing: two sandboxes share no customer', async () => {
    const sandboxes = [await startSandbox({ port: 0 }), await startSandbox({ port: 0 })];
    const [one, other] = sandboxes.map(({ origin }) => `${origin}/v1/customers`);
    const headers = { authorization: 'Bearer TEST-MLA-1' };
    await fetch(one ?? '', { method: 'POST', headers, body: JSON.stringify({ email: 'only@example.com' }) });
    const response = await fetch(`${other}/search?email=only@example.com`, { headers });
    assert.deepEqual(((await response.json()) as { results: unknown[] }).results, []);
    await Promise.all(sandboxes.map(({ close }) => close()));
  });
});
