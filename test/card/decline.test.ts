import { expect } from '@open-wc/testing';
import { declineGuidance } from '../../src/card/decline.js';
import { GUIDANCE, OTHER_DETAILS, REFUSED_CODES, REFUSED_DETAILS } from './refusals.js';

const reasonOf = (refusal: unknown) => declineGuidance(refusal)?.reason;

describe('declineGuidance', () => {
  for (const value of [...REFUSED_DETAILS, ...REFUSED_CODES]) {
    it(`knows what ${value} asks of the shopper`, () => {
      const [reason, mend, flag] = GUIDANCE[value];
      expect(declineGuidance(value)).to.deep.equal({
        reason,
        mend,
        isCardUnusable: flag === 'unusable',
        needsCode: flag === 'code',
      });
    });
  }

  for (const value of OTHER_DETAILS) {
    it(`has nothing to say about ${value}`, () => {
      expect(declineGuidance(value)).to.equal(undefined);
      expect(declineGuidance({ status_detail: value, cause: [] })).to.equal(undefined);
    });
  }

  it('takes a refusal that is new to it for a refusal', () => {
    expect(reasonOf('cc_rejected_something_new')).to.equal('declined');
    expect(reasonOf({ status_detail: 'rejected_by_the_moon' })).to.equal('declined');
    expect(reasonOf('constructor')).to.equal('declined');
  });

  it('takes a code that is new to it for a request that went wrong', () => {
    expect(reasonOf('9999')).to.equal('notProcessed');
    expect(reasonOf({ cause: [{ code: 9999 }] })).to.equal('notProcessed');
  });

  const bodies: [what: string, body: unknown, reason: string][] = [
    ['a payment', { id: 1, status: 'rejected', status_detail: 'cc_rejected_max_attempts' }, 'tooManyAttempts'],
    ['an error with a number', { status: 400, cause: [{ code: 3031, description: 'null' }] }, 'codeNeeded'],
    ['an error with a string', { cause: [{ code: '3031' }] }, 'codeNeeded'],
    ['nested causes', { cause: [[{ code: 'E203', description: 'invalid' }]] }, 'codeRejected'],
    ['causes too deep', { cause: [[[{ code: 2006 }]]] }, 'notCompleted'],
    ['a single cause', { cause: { code: 2062 } }, 'notCompleted'],
    ['bare codes', { cause: [109] }, 'installmentsRejected'],
    ['the first cause that is known', { cause: [{ code: 1 }, {}, null, { code: 3012 }] }, 'codeRejected'],
    [
      'a detail before the causes',
      { status_detail: 'cc_rejected_card_disabled', cause: [{ code: 3031 }] },
      'cardDisabled',
    ],
    ['an empty detail', { status_detail: '', cause: [{ code: 3031 }] }, 'codeNeeded'],
    ['a detail of null', { status_detail: null, cause: [{ code: 3031 }] }, 'codeNeeded'],
    ['a number', 3031, 'codeNeeded'],
    ['spaces around', ' cc_rejected_other_reason\n', 'declined'],
    ['no cause', { message: 'Internal error', status: 500, cause: [] }, 'notProcessed'],
    ['an empty object', {}, 'notProcessed'],
    ['nothing', undefined, 'notProcessed'],
    ['null', null, 'notProcessed'],
    ['an empty string', '', 'notProcessed'],
  ];
  for (const [what, body, reason] of bodies) {
    it(`reads ${what}`, () => expect(reasonOf(body)).to.equal(reason));
  }
});
