import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { startSandbox } from '../../../demo/sandbox/server.js';
import type { MortalShop } from './random-runs/mortal-shop.js';
import { run, type World } from './random-runs/run.js';

/** `npm run proof` has all of them. `FIRST=123 RUNS=1` repeats the run that failed. */
const RUNS = Number(process.env['RUNS'] ?? (process.env['PROOF'] === 'whole' ? 1000 : 15));
const FIRST = Number(process.env['FIRST'] ?? 1);

async function openWorld(): Promise<World> {
  const sandbox = await startSandbox({ port: 0 });
  let shop: MortalShop | undefined;
  const door = createServer((request, response) => {
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'transfer-encoding' ? [[name, value] as [string, string]] : [],
    );
    const url = `http://shop.test${request.url ?? ''}`;
    void shop?.fetch(new Request(url, { method: 'POST', headers })).then((answer) => {
      // No answer: the process is gone.
      if (answer) response.writeHead(answer.status).end();
      else request.socket.destroy();
    });
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  after(async () => {
    door.close();
    door.closeAllConnections();
    await sandbox.close();
  });
  const webhookUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/api/webhooks`;
  return { sandbox: sandbox.origin, webhookUrl, open: (opened) => (shop = opened) };
}

describe('the merchant, while answers are lost, processes end and webhooks come in any order', async () => {
  const world = await openWorld();

  it(`charges no purchase twice and shows every payment, in ${RUNS} random runs`, { timeout: 3_600_000 }, async (t) => {
    t.mock.method(console, 'warn', () => {});
    const problems: string[] = [];
    const sum = { payments: 0, losses: 0, crashes: 0, switches: 0 };
    for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) {
      const result = await run(world, seed);
      problems.push(...result.problems.map((problem) => `run ${seed}: ${problem}`));
      sum.payments += result.payments;
      sum.losses += result.losses;
      sum.crashes += result.crashes;
      sum.switches += result.switches;
    }
    t.diagnostic(
      `${sum.payments} payments, ${sum.losses} lost requests or answers, ${sum.crashes} ends of a process, ${sum.switches} changes of the API`,
    );
    assert.deepEqual(problems, []);
    assert.ok(sum.payments >= RUNS / 2, `only ${sum.payments} payments were made`);
  });
});
