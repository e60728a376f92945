import { endsAttempt, type Outcome } from '../card/outcome.js';
import type { InvalidationReason } from './events.js';
import { invalidated, type TokenState } from './token-state.js';

/**
 * The attempts to pay of this page, a part of the state of both elements: an outcome comes from the shop long after, when the
 * shopper may have gone on. The latest attempt is the one whose token was handed out last, by the element or by a form in its
 * slot.
 */
export interface Attempts {
  /** Of the latest attempt. */
  readonly token?: string;
  /** Why that token must not be used any more. */
  readonly end?: InvalidationReason | undefined;
  /** Tokens whose payment was reported as made: a second report changes nothing. */
  readonly paid: readonly string[];
  /** Tokens whose payment may have been made, since no refusal or approval has been reported yet. */
  readonly undecided: readonly string[];
}

/** The shop reported an outcome, whether it is shown or not; `token` names its attempt, without it the latest one is meant. */
export interface AttemptAction {
  readonly type: 'attempt-outcome';
  readonly outcome: Outcome;
  readonly token: string | undefined;
}

export const NO_ATTEMPTS: Attempts = { paid: [], undecided: [] };

/** A token that is handed out begins an attempt: the page may charge it, and never report that. One that is given up ends it. */
export function followToken(
  attempts: Attempts,
  before: TokenState | undefined,
  after: TokenState | undefined,
): Attempts {
  const end = invalidated(before, after)?.reason;
  if (end) return { ...attempts, end };
  return after?.status === 'made' && before?.status !== 'made' ? begun(attempts, after.detail.token) : attempts;
}

/** The attempts of a form in the list's slot are the list's, too. */
export function followForm(attempts: Attempts, before: Attempts, { token, end }: Attempts): Attempts {
  const next = token === undefined || token === before.token ? attempts : begun(attempts, token);
  return end && next.token === token ? { ...next, end } : next;
}

const begun = ({ paid, undecided }: Attempts, token: string): Attempts => ({
  paid,
  undecided: [...undecided, token],
  token,
});

export function withOutcomeOf(attempts: Attempts, { outcome, token = attempts.token ?? '' }: AttemptAction): Attempts {
  const { paid, undecided } = attempts;
  if (outcome.kind === 'approved') return { ...attempts, paid: [...paid, token], undecided: [] };
  if (!endsAttempt(outcome)) return { ...attempts, undecided: [...undecided, token] };
  // A refusal without a reason may be no answer of Mercado Pago.
  const isOpen = outcome.reason === 'refusedPlain';
  return isOpen ? attempts : { ...attempts, undecided: undecided.filter((other) => other !== token) };
}

/** An attempt may have been charged: "nothing was charged" would be true of another attempt only. */
export const isInDoubt = ({ undecided }: Attempts): boolean => undecided.length > 0;

/** How the latest attempt ended. `none`: no token was handed out, so that an outcome can only be of a payment before this page. */
export const latestEnd = ({ token, end }: Attempts): 'none' | 'open' | InvalidationReason =>
  token === undefined ? 'none' : (end ?? 'open');

/**
 * True when an outcome says something new of this attempt. A shop answers a token as often as it was submitted, and in any
 * order: what the shopper has gone on from is not undone, and what is known is not replaced by what is not.
 *
 * @param token names the attempt; without it the latest one is meant
 * @param shown the outcome that is shown now
 */
export function isNews(
  attempts: Attempts,
  outcome: Outcome,
  token: string | undefined,
  shown: Outcome | undefined,
): boolean {
  const { kind, reason } = outcome;
  // Whichever attempt it was, the money is paid.
  if (kind === 'approved') return !attempts.paid.includes(token ?? attempts.token ?? '');
  if (kind === 'returned' || (token !== undefined && token !== attempts.token)) return false;
  const end = latestEnd(attempts);
  if (end === 'submitted') return false;
  // It ended because the amount changed or the token expired, not by an action of the shopper.
  const isOpen = end === 'open' || end === 'none' || end === 'amount' || end === 'expired';
  if (kind === 'unknown' && (shown?.kind === 'pending' || shown?.kind === 'challenge')) return false;
  if (!endsAttempt(outcome)) return isOpen || end !== 'rejected';
  // A reason may follow a refusal that came without one.
  const isReason = end === 'rejected' && shown?.reason === 'refusedPlain' && reason !== 'refusedPlain';
  return isOpen || isReason;
}
