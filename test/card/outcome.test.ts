import { expect } from '@open-wc/testing';
import { paymentOutcome, rejectedOutcome, type Outcome } from '../../src/card/outcome.js';
import { MpError } from '../../src/errors.js';
import { UNKNOWN, error, order, ordersRefusal, refused } from './answers.js';
import { GUIDED_CODES, INVALID_REQUESTS, UNKNOWN_CODES, USED_TOKENS } from './declines.js';
import { ORDER_DETAILS, PAYMENT_DETAILS, STATUSES } from './status-details.js';

const short = (outcome: Outcome | undefined) => outcome && [outcome.kind, outcome.reason];
const resultOf = (result: unknown) => short(paymentOutcome(result));
const rejectionOf = (reason: unknown) => short(rejectedOutcome(reason));

describe('paymentOutcome', () => {
  for (const [value, expected] of [...Object.entries(PAYMENT_DETAILS), ...Object.entries(ORDER_DETAILS)]) {
    it(`knows ${value} without a status`, () => {
      expect(resultOf(value)).to.deep.equal(expected);
      expect(resultOf(` ${value}\n`)).to.deep.equal(expected);
      expect(resultOf({ status_detail: value })).to.deep.equal(expected);
      expect(resultOf({ status: 200, status_detail: value })).to.deep.equal(expected);
    });
  }

  for (const [status, expected] of Object.entries(STATUSES)) {
    it(`judges by the status ${status}, whatever else is said`, () => {
      expect(resultOf(status)).to.deep.equal(expected);
      expect(resultOf({ status })).to.deep.equal(expected);
      if (expected[0] === 'refused' || expected[0] === 'pending') return;
      for (const detail of ['cc_rejected_other_reason', 'pending_challenge', 'accredited', 'invalid_card_token']) {
        expect(resultOf({ status, status_detail: detail }), detail).to.deep.equal(expected);
      }
    });
  }

  for (const status of ['rejected', 'failed']) {
    it(`takes the reason of what was ${status} from the detail`, () => {
      for (const [detail, expected] of Object.entries({ ...PAYMENT_DETAILS, ...ORDER_DETAILS })) {
        const known = expected[0] === 'refused' || expected[0] === 'unknown';
        const reason = { failed: 'declined', pending_challenge: 'bankUnconfirmed' }[detail];
        const wanted = reason ? ['refused', reason] : known ? expected : refused('declined');
        expect(resultOf({ status, status_detail: detail }), detail).to.deep.equal(wanted);
        expect(resultOf(order(status, 'failed', detail)), detail).to.deep.equal(wanted);
      }
    });
  }

  for (const [code, [reason, remedy, flag]] of Object.entries(GUIDED_CODES)) {
    it(`knows what helps after the code ${code}`, () => {
      const outcome = paymentOutcome(error(code));
      const flags = { isCardUnusable: flag === 'unusable', needsCode: flag === 'code' };
      expect(outcome).to.include({ kind: 'refused', reason, remedy, ...flags });
      // A bare 204 is more likely a successful HTTP status.
      if (code !== '204') expect(paymentOutcome(code)).to.deep.equal(outcome);
    });
  }

  it('does not recognize a bare number that may be a flag or an HTTP status', () => {
    for (const code of ['1', 1, 3, '23', 200, '204']) expect(paymentOutcome(code)?.kind).to.equal('unknown');
  });

  it('reads an invalid request as a decline', () => {
    for (const code of INVALID_REQUESTS) expect(resultOf(error(code)), code).to.deep.equal(refused('notProcessed'));
  });

  it('does not know the outcome after a failure halfway', () => {
    for (const code of UNKNOWN_CODES) expect(resultOf(error(code)), code).to.deep.equal(UNKNOWN);
  });

  it('does not know the outcome when any cause says that the token was used', () => {
    for (const code of USED_TOKENS) expect(resultOf(error(3031, code)), code).to.deep.equal(UNKNOWN);
  });

  it('has no outcome for an error of this package', () => {
    expect(paymentOutcome(new MpError('token-refused', '', { cause: error(3031) }))).to.equal(undefined);
    expect(rejectedOutcome(new MpError('card-expired', ''))).to.equal(undefined);
  });

  it('throws for what was not awaited or read', () => {
    for (const result of [
      new Response('{}'),
      Promise.resolve('approved'),
      { then() {} },
      { then() {}, readyState: 1 },
    ]) {
      expect(() => paymentOutcome(result)).to.throw(TypeError, /Await a promise first; of a Response, pass the body/);
      expect(() => rejectedOutcome(result)).to.throw(TypeError);
    }
  });

  it('names the field of a new card that can be corrected', () => {
    const fields: [value: string, field: Outcome['field']][] = [
      ['cc_rejected_bad_filled_card_number', 'cardNumber'],
      ['3034', 'cardNumber'],
      ['cc_rejected_bad_filled_date', 'expirationDate'],
      ['7523', 'expirationDate'],
      ['cc_rejected_bad_filled_security_code', 'securityCode'],
      ['bad_filled_card_data', 'securityCode'],
      ['cc_rejected_bad_filled_other', 'cardholderName'],
      ['rejected_insufficient_data', 'cardholderName'],
      ['3020', 'cardholderName'],
      ['cc_rejected_insufficient_amount', null],
    ];
    for (const [value, field] of fields) expect(paymentOutcome(value)?.field, value).to.equal(field);
  });

  it('leaves a card usable that the bank can activate', () => {
    expect(paymentOutcome('cc_rejected_card_disabled')).to.include({ remedy: 'bank', isCardUnusable: false });
  });
});

describe('rejectedOutcome', () => {
  it('reads a decline as paymentOutcome does, and has no outcome for other meanings', () => {
    for (const [value, [kind, reason]] of Object.entries({ ...PAYMENT_DETAILS, ...ORDER_DETAILS, ...STATUSES })) {
      const isLeft = kind !== 'refused' && kind !== 'unknown';
      expect(rejectionOf(value), value).to.deep.equal(isLeft ? undefined : [kind, reason]);
    }
    expect(rejectionOf(ordersRefusal('card_disabled'))).to.deep.equal(refused('cardDisabled'));
  });

  it('reads an unknown value as a decline without a reason', () => {
    const values = ['<html>', 'Card declined', 'something_new', '9999', {}, [], null, undefined, '', new Error('x')];
    for (const value of values) expect(rejectionOf(value)).to.deep.equal(refused('refusedPlain'));
    expect(rejectionOf({ status: 'closed' })).to.deep.equal(refused('refusedPlain'));
  });

  it('does not know the outcome after a used token or a server’s failure', () => {
    for (const code of UNKNOWN_CODES) expect(rejectionOf(code), code).to.deep.equal(UNKNOWN);
    expect(rejectionOf({ status: 503 })).to.deep.equal(UNKNOWN);
    expect(rejectionOf('The card token has already been used')).to.deep.equal(UNKNOWN);
  });
});
