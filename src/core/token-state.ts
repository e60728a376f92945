import type { Outcome } from '../card/outcome.js';
import type { TokenDetail } from '../card/token-detail.js';
import type { MpError } from '../errors.js';
import type { InvalidationReason } from './events.js';

/**
 * The token of one attempt to pay, a part of the state of both elements.
 *
 * | state   | action       | next                                                                     |
 * |---------|--------------|--------------------------------------------------------------------------|
 * | none    | tokenize     | "making": a new object, which is the attempt's identity                  |
 * | making  | token        | "made", if it is of this attempt                                         |
 * | making  | token-failed | "none", if it is of this attempt                                         |
 * | made    | save-token   | "made"; a second token to save the card with                             |
 * | made    | submitted    | "made"; one submit more has carried this token                           |
 * | made    | drop-token   | "none"; the attempt has ended                                            |
 *
 * Any other pair leaves it as it is (the same object), so that an answer that belongs to an earlier attempt is dropped.
 */
export type TokenState = NoToken | Making | MadeToken;

interface NoToken {
  readonly status: 'none';
  /** Why the last token must not be used any more. */
  readonly ended?: InvalidationReason;
}

interface Making {
  readonly status: 'making';
}

export interface MadeToken {
  readonly status: 'made';
  readonly detail: TokenDetail;
  /** Id of the device, as Mercado Pago's own script found it. */
  readonly deviceId: string;
  /** A second token of the same card, to save it with: `null` until it is asked for, empty when none was made. */
  readonly saveToken: string | null;
  /** How often the form was submitted, or a submit was blocked, with this token. */
  readonly submits: number;
}

export type TokenAction =
  | { readonly type: 'tokenize' | 'submitted' }
  | {
      readonly type: 'token';
      readonly attempt: TokenState | undefined;
      readonly detail: TokenDetail;
      readonly deviceId?: string;
    }
  | { readonly type: 'token-failed'; readonly attempt: TokenState | undefined; readonly error: MpError }
  | { readonly type: 'save-token'; readonly token: string; readonly saveToken: string }
  | { readonly type: 'drop-token'; readonly reason: InvalidationReason };

export const NO_TOKEN: TokenState = { status: 'none' };

export function reduceToken(state: TokenState, action: TokenAction): TokenState {
  switch (action.type) {
    case 'tokenize':
      return state.status === 'none' ? { status: 'making' } : state;
    case 'token': {
      const { attempt, detail, deviceId = '' } = action;
      return isAwaited(state, attempt) ? { status: 'made', detail, deviceId, saveToken: null, submits: 0 } : state;
    }
    case 'token-failed':
      return isAwaited(state, action.attempt) ? NO_TOKEN : state;
    case 'save-token':
      return state.status === 'made' && state.detail.token === action.token
        ? { ...state, saveToken: action.saveToken }
        : state;
    case 'submitted':
      return state.status === 'made' ? { ...state, submits: state.submits + 1 } : state;
    case 'drop-token':
      return state.status === 'made' ? endToken(state, action.reason) : state;
  }
}

/** The attempt is over: a token that was handed out must not be used, and one that is being made is dropped. */
export const endToken = (state: TokenState, reason: InvalidationReason): TokenState =>
  state.status === 'made' ? { status: 'none', ended: reason } : state.status === 'making' ? NO_TOKEN : state;

/** Gives up a token that is being made; one that was made does not need the fields any more. */
export const withoutMaking = (state: TokenState): TokenState => (state.status === 'making' ? NO_TOKEN : state);

const isAwaited = (state: TokenState, attempt: TokenState | undefined): boolean =>
  state.status === 'making' && state === attempt;

/** Which token that was handed out must not be used any more, and why. */
export function invalidated(
  before: TokenState | undefined,
  after: TokenState | undefined,
): { cardId: string | null; reason: InvalidationReason } | undefined {
  if (before?.status !== 'made' || after?.status === 'made') return undefined;
  const reason = (after?.status === 'none' && after.ended) || 'selection';
  return { cardId: before.detail.cardId, reason };
}

/**
 * The shopper gave the attempt up. Another amount, or time, ends one too, but a form that is on its way to the shop is not to
 * be sent again for it.
 */
export function isGivenUp(before: TokenState | undefined, after: TokenState | undefined): boolean {
  const reason = invalidated(before, after)?.reason;
  return reason !== undefined && reason !== 'amount' && reason !== 'expired';
}

/** The outcome of the payment; none where an error is shown. */
export const outcomeIn = (notice: MpError | Outcome | null): Outcome | undefined =>
  notice && 'kind' in notice ? notice : undefined;

/** What decides whether the shopper reads how to try again. */
interface Attempted {
  readonly token: TokenState;
  readonly blockedSubmits: number;
  readonly notice: MpError | Outcome | null;
}

/**
 * The same token was submitted again, or a submit was blocked: the shopper reads how to try again. Not beside an outcome: what is
 * pending, or not known, is not to be tried again.
 */
export const asksToRetype = ({ token, blockedSubmits, notice }: Attempted): boolean =>
  ((token.status === 'made' && token.submits > 1) || blockedSubmits > 0) && !outcomeIn(notice);

/** What was sent may be paid, or is: a framework that resets the form after its action (React 19, SvelteKit) undoes nothing. */
export const isUndecided = ({ token, notice }: Attempted): boolean =>
  (token.status === 'made' && token.submits > 0) ||
  ['pending', 'challenge', 'unknown'].includes(outcomeIn(notice)?.kind ?? '');

/** How often it was tried in this way. */
export const attemptsOf = ({ token, blockedSubmits }: Pick<Attempted, 'token' | 'blockedSubmits'>): number =>
  token.status === 'made' ? token.submits : blockedSubmits;
