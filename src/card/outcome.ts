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

/** The outcome of a payment, and what the shopper can do about it. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** Also the key of the headline in `Messages`. */
  readonly reason: OutcomeReason;
  readonly remedy: Remedy;
  /** A saved card that cannot be used again. */
  readonly isCardUnusable: boolean;
  /** The security code is needed, even if the card's rule says that it is optional. */
  readonly needsCode: boolean;
  /** The field that can be corrected, if the payment was made with a new card. */
  readonly field: CorrectableField | null;
}

/** After this outcome another token is needed, and another security code with it. */
export const endsAttempt = ({ kind }: Outcome): boolean => kind === 'refused' || kind === 'ended';

/** The outcome that is shown ended its attempt: what is typed since is for the next one. */
export const isDecided = (shown: Outcome | undefined): boolean => shown !== undefined && endsAttempt(shown);

const outcomeOf = ({
  reason,
  kind = 'refused',
  remedy = 'none',
  isCardUnusable = false,
  needsCode = false,
  field,
}: Row): Outcome => ({ kind, reason, remedy, isCardUnusable, needsCode, field: field ?? null });

/** What `read` returns, or nothing when it throws: the page may pass an object with getters, or a proxy. */
function valueOrNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A `Response`, whose body was not read yet, or a promise. A finished jqXHR has a `then` too, but also `readyState` 0 or 4. */
function isUnread(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { then, readyState } = value as { then?: unknown; readyState?: unknown };
  return (
    Object.prototype.toString.call(value) === '[object Response]' ||
    (typeof then === 'function' && readyState !== 0 && readyState !== 4)
  );
}

/** Finds the row for a result. `'nothing paid'` for an error of this package: the element reported it, and no payment was made. */
function rowOfResult(result: unknown): Row | 'nothing paid' | undefined {
  if (valueOrNothing(() => asMpError(result))) return 'nothing paid';
  if (valueOrNothing(() => isUnread(result))) {
    throw new TypeError('Expected the result of a payment. Await a promise first; of a Response, pass the body.');
  }
  return valueOrNothing(() => rowOfAnswer(result));
}

/**
 * The outcome of a payment from any value that a shop may have: a payment or an order of Mercado Pago, an error body, a
 * `status_detail`, an error code, the text of an HTTP response, an exception. Its kind is `unknown` when nothing of Mercado
 * Pago is recognized in it.
 */
export function paymentOutcome(result: unknown): Outcome | undefined {
  const row = rowOfResult(result) ?? rowNamed('paymentUnknown');
  return row === 'nothing paid' ? undefined : outcomeOf(row);
}

/**
 * The same for a value that the page knows to be a decline: a value that is not recognized is a decline without a reason.
 * Nothing for a value with another meaning, such as `pending`.
 */
export function rejectedOutcome(reason: unknown): Outcome | undefined {
  const row = rowOfResult(reason) ?? rowNamed('refusedPlain');
  if (row === 'nothing paid') return undefined;
  const outcome = outcomeOf(row);
  return outcome.kind === 'refused' || outcome.kind === 'unknown' ? outcome : undefined;
}
