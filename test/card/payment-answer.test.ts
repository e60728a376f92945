import { expect } from '@open-wc/testing';
import { paymentOutcome } from '../../src/card/outcome.js';
import { UNKNOWN, error, order, ordersRefusal, refused } from './answers.js';
import type { Expected } from './status-details.js';

const resultOf = (result: unknown) => {
  const outcome = paymentOutcome(result);
  return [outcome?.kind, outcome?.reason];
};

describe('paymentOutcome of any value that a shop may pass', () => {
  const judged: [what: string, result: unknown, expected: Expected][] = [
    ['an order to be captured', order('action_required', 'waiting_capture'), ['approved', 'paid']],
    ['an order to be paid', order('action_required', 'waiting_payment'), ['pending', 'paymentPending']],
    ['a challenge of an order', order('action_required', 'pending_challenge'), ['challenge', 'paymentChallenge']],
    [
      'a challenge of a payment',
      { status: 'pending', status_detail: 'pending_challenge' },
      ['challenge', 'paymentChallenge'],
    ],
    [
      'a pending payment with a refusal',
      { status: 'pending', status_detail: 'bank_error' },
      ['pending', 'paymentPending'],
    ],
    ['a new refusal', 'cc_rejected_something_new', refused('declined')],
    ['another new refusal', { status_detail: 'rejected_by_the_moon' }, refused('declined')],
    ['a prefix before a word that is none', 'cc_rejected_pending', refused('declined')],
    ['a failed order with a new detail', order('failed', 'failed', 'something_new'), refused('declined')],
    ['a failed request of the shop', { status: 'failed', status_detail: 'We timed out.' }, refused('refusedPlain')],
    ['a status that is new', { status: 'closed', status_detail: 'cc_rejected_other_reason' }, UNKNOWN],
    ['a word that is new', 'something_new', UNKNOWN],
    ['a word of every object', 'constructor', UNKNOWN],
    ['a word of a refusal without its prefix', 'time_out', UNKNOWN],
    ['a payment with a reason of the shop', { status: 'approved', reason: {} }, ['approved', 'paid']],
    ['an entry of allSettled', { status: 'rejected', reason: new TypeError('Failed to fetch') }, UNKNOWN],

    ['a refusal of Orders', ordersRefusal('rejected_by_issuer'), refused('bankRefused')],
    ['a refusal of Orders with its HTTP status', { status: 402, ...ordersRefusal('high_risk') }, refused('declined')],
    ['its errors alone', { errors: ordersRefusal('card_disabled').errors }, refused('cardDisabled')],
    [
      'its errors where the order has no reason',
      { ...ordersRefusal('card_disabled'), data: order('failed', 'failed') },
      refused('cardDisabled'),
    ],
    ['a used token of Orders', ordersRefusal('invalid_card_token'), UNKNOWN],
    ['a failure without details', { errors: [{ code: 'failed', message: 'text' }] }, refused('refusedPlain')],
    [
      'an order that was paid, with an error',
      { ...ordersRefusal('x'), data: order('processed', 'accredited') },
      ['approved', 'paid'],
    ],
    ['an invalid order', { errors: [{ code: 'property_value', details: ['total_amount'] }] }, refused('notProcessed')],
    ['a key used twice', { status: 409, errors: [{ code: 'idempotency_key_already_used' }] }, UNKNOWN],
    ['a locked order', { status: 423, errors: [{ code: 'resource_locked' }] }, UNKNOWN],

    ['a code as a number', error(3031), refused('codeNeeded')],
    ['a code as text', error('3031'), refused('codeNeeded')],
    ['causes too deep', { status: 400, cause: [[[{ code: 'E203' }]]] }, refused('codeRejected')],
    ['a single cause', { cause: { code: 109 } }, refused('installmentsRejected')],
    ['bare causes', { cause: [109] }, refused('installmentsRejected')],
    ['a list of causes', [{ code: 3012, description: 'invalid' }], refused('codeRejected')],
    ['a cause alone', { code: 3012, description: 'invalid' }, refused('codeRejected')],
    ['an invalid request', error(1, 4006), refused('notProcessed')],
    ['the first cause with guidance', error(1, 9999, null, 3012), refused('codeRejected')],
    ['a new code', error(9999), UNKNOWN],
    ['a server’s failure', { ...error(3031), status: 500 }, UNKNOWN],
    ['a server’s failure around a refusal', { response: { status: 502, data: { status: 'rejected' } } }, UNKNOWN],
    ['a used token by its sentence', { status: 422, message: 'The card token has already been used' }, UNKNOWN],
    [
      'a used token by its description',
      { cause: [{ code: 77, description: 'Card Token not found' }, { code: 3031 }] },
      UNKNOWN,
    ],
    ['a number', 3031, refused('codeNeeded')],
    ['an HTTP status', { status: 400, cause: [] }, UNKNOWN],

    ['JSON text', JSON.stringify(error(3031)), refused('codeNeeded')],
    ['JSON text of text', '"approved"', ['approved', 'paid']],
    ['JSON text of an order', ` ${JSON.stringify(ordersRefusal('high_risk'))}`, refused('declined')],
    ['broken JSON text', '{"status":"rejected"', UNKNOWN],
    ['HTML', '<!doctype html><title>rejected</title>', UNKNOWN],
    ['text', 'Your payment was rejected', UNKNOWN],

    [
      'an error of axios',
      Object.assign(new Error('402'), { response: { status: 402, data: ordersRefusal('high_risk') } }),
      refused('declined'),
    ],
    ['an answer of axios', { status: 201, data: { status: 'approved' } }, ['approved', 'paid']],
    ['JSend around a payment', { status: 'success', data: { status: 'approved' } }, ['approved', 'paid']],
    ['JSend around a refusal', { status: 'success', data: { status: 'rejected' } }, refused('declined')],
    ['JSend around an error', { status: 'fail', data: error(3031) }, refused('codeNeeded')],
    ['JSend around what is not known', { status: 'error', message: 'rejected', data: null }, UNKNOWN],
    ['JSend around nothing', { status: 'success' }, UNKNOWN],
    ['an answer of WordPress', { success: true, data: { status: 'in_process' } }, ['pending', 'paymentPending']],
    [
      'a jqXHR',
      { then() {}, readyState: 4, status: 400, responseText: JSON.stringify(error(3031)) },
      refused('codeNeeded'),
    ],
    ['a jqXHR with JSON', { status: 400, responseJSON: error(3031), responseText: '…' }, refused('codeNeeded')],
    ['a jqXHR without an answer', { then() {}, readyState: 0, status: 0, statusText: 'error' }, UNKNOWN],
    ['an error of Angular', { name: 'HttpErrorResponse', status: 400, error: error(3031) }, refused('codeNeeded')],
    ['an error of the SDK', Object.assign(new Error('x'), error(3031)), refused('codeNeeded')],
    ['an error with its cause', new Error('x', { cause: { status: 'rejected' } }), refused('declined')],
    ['an exception', new TypeError('Failed to fetch'), UNKNOWN],
    ['an exception with a code', new DOMException('timeout', 'TimeoutError'), UNKNOWN],
    ['an exception with such a cause', new Error('x', { cause: new DOMException('', 'TimeoutError') }), UNKNOWN],
    ['a code of another protocol', { code: 4, message: 'deadline exceeded' }, UNKNOWN],

    ['an id of the shop in JSend', { status: 'success', data: 3001 }, UNKNOWN],
    ['an id of the shop in an answer of WordPress', { success: true, data: 4001 }, UNKNOWN],
    ['ids of the shop', { success: true, data: [3001, '2001'] }, UNKNOWN],
    ['an id of the shop in an answer of axios', { status: 201, data: 4001 }, UNKNOWN],
    ['an id of the shop in a jqXHR', { status: 200, responseText: '3001' }, UNKNOWN],
    ['an id of the shop with a word', { status: 'ok', data: 150 }, UNKNOWN],
    ['a failure by another name', { statusCode: 500, cause: [{ code: '3001' }] }, UNKNOWN],
    ['a code of the shop in a conflict', { status: 409, code: 1 }, UNKNOWN],
    ['a code of the shop in a time-out', { status: 408, code: 23 }, UNKNOWN],

    ['nothing', undefined, UNKNOWN],
    ['null', null, UNKNOWN],
    ['empty text', ' ', UNKNOWN],
    ['an empty object', {}, UNKNOWN],
    ['an empty list', [], UNKNOWN],
    ['true', true, UNKNOWN],
    ['a function', () => 'rejected', UNKNOWN],
  ];
  for (const [what, result, expected] of judged) {
    it(`reads ${what}`, () => expect(resultOf(result)).to.deep.equal(expected));
  }

  it('does not know what cannot be read', () => {
    const cyclic: Record<string, unknown> = { status: 402 };
    cyclic['data'] = cyclic['response'] = cyclic;
    const list: unknown[] = [];
    list.push(list);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throwing = {
      get status(): string {
        throw new Error('no');
      },
      status_detail: 'cc_rejected_other_reason',
    };
    for (const result of [cyclic, list, proxy, throwing]) expect(resultOf(result)).to.deep.equal(UNKNOWN);
  });
});
