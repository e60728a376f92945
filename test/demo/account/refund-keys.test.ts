import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RefundKeys } from '../../../demo/account/refund-keys.js';

describe('RefundKeys', () => {
  it('keeps the key of a refund without an answer', () => {
    const keys = new RefundKeys();
    assert.equal(keys.keyFor('1', 50), keys.keyFor('1', 50));
    assert.equal(keys.keyFor('2', null), keys.keyFor('2', null));
  });

  it('gives another key to another amount and to another payment', () => {
    const keys = new RefundKeys();
    const given = [keys.keyFor('1', 50), keys.keyFor('1', 60), keys.keyFor('2', 60), keys.keyFor('1', null)];
    assert.equal(new Set(given).size, 4);
  });

  it('gives a new key after an answer, for the same amount may be meant again', () => {
    const keys = new RefundKeys();
    const first = keys.keyFor('1', 50);
    keys.answered('1');
    assert.notEqual(keys.keyFor('1', 50), first);
  });
});
