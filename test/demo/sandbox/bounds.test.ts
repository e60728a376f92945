import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Accounts } from '../../../demo/sandbox/engine/accounts.js';
import { call } from './support/http.js';
import { pay } from './support/payments.js';
import { NOW, seller, useSandbox } from './support/official-sdk.js';

describe('the accounts of the sandbox', () => {
  it('are forgotten when enough others were used since: any page may name new ones', () => {
    const accounts = new Accounts(() => NOW, { limit: 3 });
    const [first, second] = [accounts.of('TEST-MLA-1'), accounts.of('TEST-MLA-2')];
    accounts.of('TEST-MLA-3');
    assert.equal(accounts.of('TEST-MLA-1'), first);
    accounts.of('TEST-MLA-4');
    assert.equal(accounts.of('TEST-MLA-1'), first);
    assert.notEqual(accounts.of('TEST-MLA-2'), second);
  });

  it('end no challenge any more once they are forgotten', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const accounts = new Accounts(() => NOW, { limit: 2 });
    const rung: number[] = [];
    const [first, second] = [accounts.of('TEST-MLA-1'), accounts.of('TEST-MLA-2')];
    [first, second].forEach((account, index) => account?.nextEnd.set(10, () => rung.push(index)));
    accounts.of('TEST-MLA-3');
    // A request that was still running may set it again.
    first?.nextEnd.set(10, () => rung.push(0));
    t.mock.timers.tick(10);
    assert.deepEqual(rung, [1]);
  });
});

describe('an id in a path of the sandbox', () => {
  const sandbox = useSandbox();

  it('is digits: no other way to write the same number finds the payment', async () => {
    const token = 'TEST-MLA-digits';
    const { id } = await pay(seller(token), 10);
    assert.equal((await call(`${sandbox.origin}/v1/payments/${id}`, { token })).status, 200);
    for (const other of [`${id}.0`, `0x${id.toString(16)}`, `+${id}`, `%20${id}`, `${id}e0`, `0${id}`]) {
      for (const below of ['', '/refunds']) {
        assert.equal((await call(`${sandbox.origin}/v1/payments/${other}${below}`, { token })).status, 404, other);
      }
    }
  });
});
