import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { call } from './support/http.js';
import { useSandbox } from './support/official-sdk.js';

const CONNECTIONS = 50;
const REQUESTS = 10_000;
const ACCOUNT = 'TEST-MLB-load';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** Collects in rounds: what waits for a finalizer, such as the signal of a request, goes in a later one. */
async function heapAfterCollection(): Promise<number> {
  for (let round = 0; round < 5; round += 1) {
    collectGarbage();
    await setImmediate();
  }
  return process.memoryUsage().heapUsed;
}

describe('ten thousand requests over fifty connections', () => {
  const sandbox = useSandbox();

  const counts = async () => (await call(`${sandbox.origin}/sandbox/counts?account=${ACCOUNT}`)).json;

  async function send(agent: Agent, method: string, path: string, body = '') {
    const sent = request(sandbox.origin + path, { method, agent, headers: { authorization: `Bearer ${ACCOUNT}` } });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: response.statusCode ?? 0, json: JSON.parse(await text(response)) as { id: string } };
  }

  /** Every connection makes a customer and deletes it, over and over; the statuses of failures are returned. */
  async function load(requests: number): Promise<number[]> {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const failures: number[] = [];
    const connection = async (name: number) => {
      for (let pair = 0; pair < requests / 2 / CONNECTIONS; pair += 1) {
        const email = `load-${name}-${pair}@example.com`;
        const created = await send(agent, 'POST', '/v1/customers', JSON.stringify({ email }));
        const deleted = await send(agent, 'DELETE', `/v1/customers/${created.json.id}`);
        failures.push(...[created.status, deleted.status].filter((status) => status >= 300));
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, (_, name) => connection(name)));
    agent.destroy();
    return failures;
  }

  it('end without an error, with the counts and the heap from before', async () => {
    await load(REQUESTS / 5);
    const countsBefore = await counts();
    const heapBefore = await heapAfterCollection();

    assert.deepEqual(await load(REQUESTS), []);

    assert.deepEqual(await counts(), countsBefore);
    const growth = (await heapAfterCollection()) / heapBefore - 1;
    assert.ok(growth < 0.1, `the heap grew by ${(growth * 100).toFixed(1)} %`);
  });
});
