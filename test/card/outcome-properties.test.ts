import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { paymentOutcome, rejectedOutcome, type Outcome } from '../../src/card/outcome.js';
import { outcomeMessage } from '../../src/i18n/outcome-message.js';
import { NOT_CHARGED, languages } from '../i18n/all-messages.js';
import { GUIDED_CODES, INVALID_REQUESTS, REFUSED_DETAILS, UNKNOWN_CODES } from './declines.js';
import { ORDER_DETAILS, PAYMENT_DETAILS, STATUSES } from './status-details.js';

const RULE = { length: 3, location: 'back', mode: 'mandatory' } as const;
const DETAILS = Object.keys({ ...PAYMENT_DETAILS, ...ORDER_DETAILS, ...STATUSES });
const CODES = [...Object.keys(GUIDED_CODES), ...INVALID_REQUESTS, ...UNKNOWN_CODES];

const REFUSALS = new Set<string>([...REFUSED_DETAILS, ...Object.keys(GUIDED_CODES), ...INVALID_REQUESTS, 'rejected']);

/** All texts and numbers in a value, those inside JSON text too; of "PAY01: reason" the reason. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') {
    try {
      const inner: unknown = JSON.parse(value);
      if (typeof inner === 'object' || typeof inner === 'string') return textsIn(inner, seen);
    } catch {
      // Not JSON.
    }
    return [value.trim(), value.split(': ').at(-1)!.trim()];
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.getOwnPropertyNames(value).flatMap((name) => textsIn((value as Record<string, unknown>)[name], seen));
}

/** Some text in the value is a decline, read by itself. */
const hasRefusal = (value: unknown) =>
  textsIn(value).some((text) => REFUSALS.has(text) || /^(cc_)?rejected_\w+$/.test(text));

/** The same without the word `failed`, which any other word may explain. */
const hasKnownRefusal = (value: unknown) => {
  const texts = textsIn(value).filter((text) => /^\w+$/.test(text));
  const isExplained = texts.includes('failed') && texts.length > 1;
  return (
    isExplained || texts.some((text) => text !== 'failed' && (REFUSALS.has(text) || /^(cc_)?rejected_/.test(text)))
  );
};

const saysNotCharged = (outcome: Outcome) =>
  Object.entries(languages).filter(([language, messages]) =>
    [false, true].some((isNewCard) => {
      const { title, text } = outcomeMessage(messages, outcome, RULE, isNewCard);
      return NOT_CHARGED[language]!.test(`${title} ${text}`);
    }),
  ).length;

/** Words of Mercado Pago, numbers, and arbitrary text. */
const word = fc.oneof(
  fc.constantFrom(...DETAILS),
  fc.constantFrom(...CODES),
  fc.constantFrom(...CODES.map(Number).filter(Boolean)),
  fc.string(),
  fc.integer({ min: 0, max: 10_000 }),
  fc.constantFrom('cc_rejected_new', 'closed', '<html>rejected</html>', 'Failed to fetch', 'card_token', null, true),
);

const KEYS = [
  ...['status', 'status_detail', 'transactions', 'payments', 'errors', 'code', 'details', 'message', 'description'],
  ...['cause', 'error', 'data', 'response', 'responseJSON', 'responseText', 'body', 'reason', 'name', 'other'],
];

/** Values that a shop may pass, of right and wrong shape. */
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    word,
    fc.dictionary(fc.constantFrom(...KEYS), tie('anything'), { maxKeys: 4 }),
    fc.array(tie('anything'), { maxLength: 3 }),
    tie('anything').map((value) => JSON.stringify(value) ?? ''),
    fc.record({ status: word, status_detail: word }),
    fc.record({ status: word, transactions: fc.record({ payments: fc.tuple(fc.record({ status_detail: word })) }) }),
    fc.record({ status: fc.integer({ min: 200, max: 599 }), cause: fc.array(fc.record({ code: word })) }),
    fc.record({ data: tie('anything'), errors: fc.array(fc.record({ code: word, details: fc.array(word) })) }),
    fc.record({ response: fc.record({ status: fc.integer({ min: 200, max: 599 }), data: tie('anything') }) }),
    fc.tuple(fc.string(), tie('anything')).map(([text, cause]) => new Error(text, { cause })),
    fc.tuple(tie('anything'), word).map(([data, status]) => Object.assign(new TypeError('x'), { data, status })),
  ),
}));

const given = fc.oneof({ arbitrary: anything, weight: 4 }, fc.jsonValue() as fc.Arbitrary<unknown>, fc.anything());

describe('the outcome of a payment, whatever is given', () => {
  it('is no decline for a bare number inside an answer', () => {
    const codes = CODES.filter((code) => /^\d+$/.test(code));
    const number = fc.constantFrom(...codes, ...codes.map(Number));
    const answer = fc
      .tuple(
        fc.oneof(number, fc.array(number, { minLength: 1 })),
        fc.constantFrom('data', 'response', 'responseJSON', 'responseText', 'body'),
        fc.constantFrom({}, { success: true }, { status: 'success' }, { status: 200 }, { status: 201 }),
      )
      .map(([value, name, more]) => ({ ...more, [name]: value }));
    fc.assert(fc.property(answer, (value) => paymentOutcome(value)?.kind === 'unknown'));
  });

  it('is a decline only if the input contains one', () => {
    fc.assert(
      fc.property(given, (value) => {
        const { kind } = paymentOutcome(value)!;
        if (kind === 'refused') expect(hasRefusal(value)).to.equal(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('says that nothing was charged only in declines whose reason the input contains', () => {
    fc.assert(
      fc.property(given, (value) => {
        for (const outcome of [paymentOutcome(value), rejectedOutcome(value)]) {
          if (!outcome) continue;
          const isAllowed = outcome.kind === 'refused' && outcome.reason !== 'refusedPlain';
          expect(saysNotCharged(outcome)).to.equal(isAllowed ? 5 : 0);
          if (isAllowed) expect(hasKnownRefusal(value)).to.equal(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is unknown after a server’s failure, in whatever wrapper', () => {
    const failed = fc.record({ status: fc.integer({ min: 500, max: 599 }), data: anything, cause: anything });
    const wrapped = fc
      .tuple(failed, fc.array(fc.constantFrom('data', 'response', 'responseJSON', 'body', 'error')))
      .map(([body, names]) => names.reduce<unknown>((inner, name) => ({ [name]: inner }), body));
    fc.assert(fc.property(wrapped, (value) => paymentOutcome(value)?.kind === 'unknown'));
  });

  it('is unknown for a status that is new, whatever the detail', () => {
    const status = fc.string({ minLength: 1 }).filter((text) => !!text.trim() && !(text.trim() in STATUSES));
    const isHttpStatus = (text: string) => !Number.isNaN(Number(text));
    const payment = fc.record({ status: status.filter((text) => !isHttpStatus(text)), status_detail: word });
    fc.assert(fc.property(payment, (value) => paymentOutcome(value)?.kind === 'unknown'));
  });
});
