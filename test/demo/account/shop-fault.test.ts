import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultOf } from '../../../demo/account/shop-fault.js';

const because = (code: string | number) => ({ message: 'refused', cause: [{ code, description: '' }] });

const ANSWERS = [
  [400, because(3005), 'wrongState'],
  [400, because(4037), 'tooMuch'],
  [400, because('3024'), 'wholeOnly'],
  [400, because('109'), 'invalid'],
  [400, { message: 'Missing or malformed: amount', cause: [] }, 'invalid'],
  [401, undefined, 'signedOut'],
  [404, because('2000'), 'gone'],
  [409, because('order_already_refunded'), 'wrongState'],
  [409, { message: 'This key has refunded another amount', cause: [] }, 'wrongState'],
  [409, because('idempotency_key_already_used'), 'wrongState'],
  [422, because('cannot_cancel_order'), 'wrongState'],
  [400, because('refund_amount_exceeds'), 'tooMuch'],
  [408, undefined, 'unavailable'],
  [423, because('resource_locked'), 'unavailable'],
  [425, undefined, 'unavailable'],
  [429, undefined, 'unavailable'],
  [502, '<html>', 'unavailable'],
] as const;

describe('faultOf', () => {
  for (const [status, body, kind] of ANSWERS) {
    it(`is ${kind} for ${status} with ${JSON.stringify(body)}`, () => {
      assert.equal(faultOf(status, body).kind, kind);
    });
  }

  it('gives the code that Mercado Pago named', () => {
    assert.equal(faultOf(400, because('109')).code, '109');
  });

  it('leaves the outcome open only when there may have been one', () => {
    const open = [400, 401, 404, 408, 409, 423, 425, 429, 500, 502].filter(
      (status) => faultOf(status, undefined).isOutcomeUnknown,
    );
    assert.deepEqual(open, [408, 423, 425, 429, 500, 502]);
  });
});
