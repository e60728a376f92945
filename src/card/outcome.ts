import { asMpError } from '../errors.js';
import { rowOfAnswer } from './payment-answer.js';
import {
  rowNamed,
  type CorrectableField,
  type OutcomeKind,
  type OutcomeReason,
  type Remedy,
  type Row,
} from './outcome-table.js';

export type { OutcomeKind, OutcomeReason, Remedy };

/** What became of a payment, and what a shopper can do about it. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** Key of the headline in `Messages`. */
  readonly reason: OutcomeReason;
  readonly remedy: Remedy;
  /** A saved card that cannot be used again. */
  readonly isCardUnusable: boolean;
  /** The card's code is needed, also where it was optional. */
  readonly needsCode: boolean;
  /** For a new card, whose fields are still there: the field that can be corrected. */
  readonly field: CorrectableField | null;
}

const outcomeOf = ({
  reason,
  kind = 'refused',
  remedy = 'none',
  isCardUnusable = false,
  needsCode = false,
  field,
}: Row): Outcome => ({ kind, reason, remedy, isCardUnusable, needsCode, field: field ?? null });

/** What `read` returns; nothing when it throws, as the getters and proxies of a page's objects may. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A response whose body was not read, or a promise. A jqXHR has a `then` too; its request is over with `readyState` 0 or 4. */
function isUnread(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { then, readyState } = value as { then?: unknown; readyState?: unknown };
  return (
    Object.prototype.toString.call(value) === '[object Response]' ||
    (typeof then === 'function' && readyState !== 0 && readyState !== 4)
  );
}

/** `'nothing paid'` for an error of this package: no payment was made, and the element has reported it. */
function judge(result: unknown): Row | 'nothing paid' | undefined {
  if (attempt(() => asMpError(result))) return 'nothing paid';
  if (attempt(() => isUnread(result))) {
    throw new TypeError('Expected the result of a payment. Await a promise first; of a Response, pass the body.');
  }
  return attempt(() => rowOfAnswer(result));
}

/**
 * The outcome of a payment, from whatever a shop has in hand: a payment or an order of Mercado Pago, an error body, a
 * `status_detail`, a code, the text of an HTTP answer, an exception. Unknown unless Mercado Pago's answer is recognized.
 */
export function paymentOutcome(result: unknown): Outcome | undefined {
  const row = judge(result) ?? rowNamed('paymentUnknown');
  return row === 'nothing paid' ? undefined : outcomeOf(row);
}

/**
 * The same for what the page knows to be a refusal: what is not recognized is a refusal without a reason. Nothing for a
 * value that has another meaning.
 */
export function rejectedOutcome(reason: unknown): Outcome | undefined {
  const row = judge(reason) ?? rowNamed('refusedPlain');
  if (row === 'nothing paid') return undefined;
  const outcome = outcomeOf(row);
  return outcome.kind === 'refused' || outcome.kind === 'unknown' ? outcome : undefined;
}
