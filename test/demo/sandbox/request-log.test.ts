import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, typedCard } from './support/http.js';
import { pay } from './support/payments.js';
import { seller, useSandbox } from './support/official-sdk.js';

interface Entry {
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

describe('the request log of the sandbox', () => {
  const sandbox = useSandbox();

  async function logOf(account?: string): Promise<Entry[]> {
    const query = account ? `?account=${account}` : '';
    return (await call(`${sandbox.origin}/sandbox/requests${query}`)).json as Entry[];
  }

  it('keeps the body of a request that was carried out', async () => {
    const account = 'TEST-MLA-log-done';
    await pay(seller(account), 10);
    const [entry] = (await logOf(account)).filter(({ path }) => path === '/v1/payments');
    assert.equal((entry?.body as { transaction_amount: number }).transaction_amount, 10);
  });

  it('keeps no body that was refused', async () => {
    const account = 'TEST-MLA-log-refused';
    const note = 'a text that no mask would find';
    for (const [path, body] of [
      ['/v1/card_tokens', { ...typedCard('4509953566233704'), note, expiration_month: 13 }],
      ['/v1/payments', { note }],
      ['/v1/customers', [note]],
      ['/v1/customers', note],
      ['/v1/no-such-path', { note }],
    ] as const) {
      const { status } = await call(sandbox.origin + path, { method: 'POST', token: account, body });
      assert.ok(status >= 400, path);
    }
    const log = await logOf(account);
    assert.deepEqual(
      log.map(({ body }) => body),
      [null, null, null, null, null],
    );
  });

  it('keeps no body of a request without credentials that count', async () => {
    await call(`${sandbox.origin}/sandbox/reset`, { method: 'POST' });
    const creq = Buffer.from('{"account":"TEST-MLA-1","payment":1}').toString('base64url');
    await call(`${sandbox.origin}/v1/payments`, { method: 'POST', body: { a: 1 } });
    await call(`${sandbox.origin}/v1/payments`, { method: 'POST', token: 'nonsense', body: { a: 1 } });
    await call(`${sandbox.origin}/3ds`, { method: 'POST', body: `creq=${creq}` });
    assert.deepEqual(
      (await logOf()).map(({ body }) => body),
      [null, null, null],
    );
  });

  it('masks a text that has a card number in it, however it is grouped', async () => {
    const account = 'TEST-MLA-log-text';
    for (const description of ['card 4509 9535 6623 3704 code 123', 'n:4509-9535-6623-3704;', '4509953566233704!'])
      await pay(seller(account), 10, { description });
    const bodies = (await logOf(account)).filter(({ path }) => path === '/v1/payments').map(({ body }) => body);
    assert.equal(bodies.length, 3);
    assert.doesNotMatch(JSON.stringify(bodies), /3704/);
    assert.match(JSON.stringify(bodies), /"transaction_amount":10/);
  });

  it('masks a card number in a path', async () => {
    const account = 'TEST-MLA-log-path';
    await call(`${sandbox.origin}/v1/card_tokens/4509953566233704`, { token: account });
    assert.deepEqual(
      (await logOf(account)).map(({ path }) => path),
      ['/v1/card_tokens/[masked]'],
    );
  });

  it('does not grow beyond a megabyte', async () => {
    const account = 'TEST-MLA-log-size';
    const metadata = { note: 'x'.repeat(60_000) };
    for (let count = 0; count < 30; count += 1) {
      const body = { email: `c${count}@example.com`, metadata };
      assert.equal(
        (await call(`${sandbox.origin}/v1/customers`, { method: 'POST', token: account, body })).status,
        201,
      );
    }
    const log = await logOf();
    assert.ok(JSON.stringify(log).length <= 1024 * 1024);
    assert.equal((log.at(-1)?.body as { email: string }).email, 'c29@example.com', 'the oldest go first');
  });
});

describe('a request to the sandbox', () => {
  const sandbox = useSandbox();

  it('is refused when its body has more than 64 KB, no matter who sends it and how', async () => {
    const text = `"${'x'.repeat(65_536)}"`;
    const streamed = () => new Blob([text]).stream();
    for (const path of ['/v1/payments', '/v1/card_tokens?public_key=TEST-MLA-1', '/sandbox/faults', '/3ds']) {
      for (const body of [text, streamed()]) {
        const init = { method: 'POST', body, duplex: 'half', headers: { authorization: 'Bearer TEST-MLA-1' } } as const;
        assert.equal((await fetch(sandbox.origin + path, init)).status, 400, path);
      }
    }
  });
});
