import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { useSandbox } from './support/official-sdk.js';

const SHOP = { origin: 'https://shop.example' };

describe('what browsers load from the sandbox', () => {
  const sandbox = useSandbox();

  it('is MercadoPago.js as a classic script that knows the sandbox', async () => {
    const response = await fetch(`${sandbox.origin}/js/v2`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
    const source = await response.text();
    assert.ok(source.includes(`"apiBase":"${sandbox.origin}"`));
    assert.ok(source.includes(`"fieldsPage":"${sandbox.origin}/secure-fields"`));
    assert.doesNotThrow(() => new Script(source));
  });

  it('is the Secure Fields page, for the shop to fetch, under a policy with one nonce', async () => {
    const response = await fetch(`${sandbox.origin}/secure-fields`, { headers: SHOP });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    const page = await response.text();
    assert.equal(page.split(`nonce="${nonce}"`).length - 1, 2);
    const again = await fetch(`${sandbox.origin}/secure-fields`);
    assert.ok(!(await again.text()).includes(nonce));
  });

  it('may call what MercadoPago.js calls, and nothing that is for servers', async () => {
    const allowed = async (path: string, method: string) => {
      const response = await fetch(sandbox.origin + path, {
        method: 'OPTIONS',
        headers: {
          ...SHOP,
          'access-control-request-method': method,
          'access-control-request-headers': 'content-type,x-product-id',
        },
      });
      return response.headers.get('access-control-allow-origin');
    };
    for (const [path, method] of [
      ['/v1/card_tokens', 'POST'],
      ['/v1/card_tokens/x', 'PUT'],
      ['/v1/payment_methods/search', 'GET'],
      ['/v1/payment_methods/installments', 'GET'],
      ['/v1/identification_types', 'GET'],
    ] as const) {
      assert.equal(await allowed(path, method), '*', path);
    }
    for (const [path, method] of [
      ['/v1/customers', 'POST'],
      ['/v1/customers/x/cards', 'GET'],
      ['/v1/payments', 'POST'],
      ['/users/me', 'GET'],
    ] as const) {
      assert.equal(await allowed(path, method), null, path);
    }
  });

  it('reads refusals too', async () => {
    const response = await fetch(`${sandbox.origin}/v1/card_tokens?public_key=APP_USR-1`, {
      method: 'POST',
      headers: SHOP,
      body: '{}',
    });
    assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [404, '*']);
  });
});
