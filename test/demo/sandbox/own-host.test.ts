import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { describe, it } from 'node:test';
import { useSandbox } from './support/official-sdk.js';

describe('the sandbox', () => {
  const sandbox = useSandbox();

  async function statusFor(host: string, path: string): Promise<number | undefined> {
    const sent = request(sandbox.origin + path, { headers: { host, authorization: 'Bearer TEST-MLA-1' } }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  }

  it('answers to the names of this machine, with its own port', async () => {
    const { port } = new URL(sandbox.origin);
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST']) {
      assert.equal(await statusFor(`${name}:${port}`, '/users/me'), 200, name);
    }
  });

  // A page of evil.example whose name is suddenly an address of this machine: the browser takes it for the same origin.
  it('answers to no other name, so that a page of that name cannot read it', async () => {
    const { port } = new URL(sandbox.origin);
    const hosts = [
      `evil.example:${port}`,
      'evil.example',
      `localhost.evil.example:${port}`,
      '127.0.0.1',
      '127.0.0.1:1',
    ];
    for (const host of hosts) {
      for (const path of ['/users/me', '/sandbox/requests', '/js/v2', '/secure-fields']) {
        assert.equal(await statusFor(host, path), 421, `${host} ${path}`);
      }
    }
  });
});
