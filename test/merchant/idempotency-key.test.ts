import { expect } from '@open-wc/testing';
import { idempotencyKey } from '../../src/merchant/idempotency-key.js';

describe('idempotencyKey', () => {
  it('is a random UUID of version 4', () => {
    const keys = Array.from({ length: 200 }, idempotencyKey);
    for (const key of keys)
      expect(key).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(keys).size).to.equal(200);
  });

  it('works without crypto.randomUUID, which pages without https do not have', () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    expect(idempotencyKey()).to.have.length(36);
    Reflect.deleteProperty(crypto, 'randomUUID');
  });
});
