import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, it, mock } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { createMerchant } from '../../demo/merchant/app.js';
import { createSandbox } from '../../demo/sandbox/app.js';

type App = Pick<ReturnType<typeof createSandbox>, 'fetch'>;

const merchant = createMerchant({ backend: { kind: 'sandbox', origin: 'http://127.0.0.1:9' }, builtScript: '/none' });

/** What the server prints when a client hangs up in the middle of a body; waits until the server is done with it. */
async function printedAfterHangUp(app: App, head: readonly string[], body: string): Promise<unknown[]> {
  const print = mock.method(console, 'error', () => {});
  const listener = getRequestListener(app.fetch);
  let done: Promise<unknown> | undefined;
  const server = createServer((request, response) => {
    done = listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  // The server says "100 Continue" once it has the head.
  const ending = [`Host: 127.0.0.1:${port}`, 'Content-Length: 1000', 'Expect: 100-continue', '', ''];
  socket.write([...head, ...ending].join('\r\n'));
  await once(socket, 'data');
  socket.write(body, () => socket.destroy());
  await done;
  server.close();
  print.mock.restore();
  return print.mock.calls.flatMap((call): unknown[] => call.arguments);
}

const form = 'Content-Type: application/x-www-form-urlencoded';

describe('a client that hangs up in the middle of a body', () => {
  for (const [name, app, head, body] of [
    [
      'the API of the sandbox',
      createSandbox(),
      ['POST /v1/payments HTTP/1.1', 'Authorization: Bearer TEST-MLA-1'],
      '{',
    ],
    ['the switches of the sandbox', createSandbox(), ['POST /sandbox/faults HTTP/1.1'], '{'],
    ['the challenge of the sandbox', createSandbox(), ['POST /3ds HTTP/1.1', form], 'creq=a'],
    ['the API of the shop', merchant, ['POST /api/payments HTTP/1.1', 'Content-Type: application/json'], '{'],
    ['the plain form of the shop', merchant, ['POST /checkout HTTP/1.1', form], 'card_id=1'],
  ] as const) {
    it(`leaves nothing on the console of ${name}`, async () => {
      assert.deepEqual(await printedAfterHangUp(app, head, body), []);
    });
  }
});
