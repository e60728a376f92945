import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refundOf, type Order } from '../../../demo/merchant/payment-apis/order-answers.js';
import type { RefundAttempt } from '../../../demo/merchant/refund-attempts.js';

type Refunds = Record<string, number>;

const orderWith = (refunds: Refunds): Order => ({
  id: 'ORD1',
  status: 'processed',
  total_amount: '100.00',
  transactions: {
    refunds: Object.entries(refunds).map(([id, amount]) => ({ id, amount: amount.toFixed(2), status: 'processed' })),
  },
});

const attempt = (amount: number | null, before: Refunds): RefundAttempt => ({
  amount,
  before: {
    id: 'ORD1',
    status: 'approved',
    transaction_amount: 100,
    refunds: Object.entries(before).map(([id, given]) => ({ id, amount: given })),
  },
});

describe('the refund that an order’s answer shows', () => {
  const cases: [what: string, amount: number | null, before: Refunds, made: Refunds, expected: string][] = [
    ['the last one', 30, { a: 10 }, { a: 10, b: 30 }, 'b'],
    ['the first one, where the newest comes first', 30, { a: 10 }, { b: 30, a: 10 }, 'b'],
    ['the new one of two equal ones', 30, { a: 30 }, { b: 30, a: 30 }, 'b'],
    ['the one of its amount, when another was made at the same time', 30, {}, { b: 30, c: 20 }, 'b'],
    ['all that was left', null, { a: 10 }, { b: 90, a: 10 }, 'b'],
    ['the earlier one of a key that has refunded', 30, { b: 30, c: 20 }, { b: 30, c: 20 }, 'b'],
    ['the whole, when nothing is left', null, { b: 100 }, { b: 100 }, 'b'],
    ['cents, which do not add up as decimals', null, { a: 33.33, c: 33.34 }, { b: 33.33, a: 33.33, c: 33.34 }, 'b'],
  ];
  for (const [what, amount, before, made, expected] of cases) {
    it(`is ${what}`, () => {
      const { id, payment_id, amount: given } = refundOf(attempt(amount, before), orderWith(made));
      assert.deepEqual([id, payment_id, given], [expected, 'ORD1', made[expected]]);
    });
  }

  const unknown: [what: string, amount: number | null, before: Refunds, made: Refunds][] = [
    ['none was made', 30, {}, {}],
    ['only another amount was made', 30, { a: 10 }, { a: 10, b: 20 }],
    ['a key repeats another amount', 30, { a: 10 }, { a: 10 }],
    ['nothing was left of several refunds', null, { a: 10, b: 90 }, { a: 10, b: 90 }],
  ];
  for (const [what, amount, before, made] of unknown) {
    it(`is not claimed when ${what}`, () => {
      assert.throws(() => refundOf(attempt(amount, before), orderWith(made)), { name: 'Error', status: 409 });
    });
  }
});
