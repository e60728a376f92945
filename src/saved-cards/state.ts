import type { CardList, SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import type { MpError } from '../errors.js';
import type { FieldEvent } from '../mercadopago/security-code-field.js';
import type { InvalidationReason } from '../ui/events.js';

/**
 * Everything that `<mp-saved-cards>` knows, and every way it can change. Nothing else is stored beside it.
 *
 * | state          | action          | next                                                         |
 * |----------------|-----------------|--------------------------------------------------------------|
 * | any            | load            | loading                                                      |
 * | loading        | list            | shown                                                        |
 * | loading        | list-failed     | failed                                                       |
 * | shown          | choose          | shown; another card, empty code, no token, no notice         |
 * | shown          | start-over      | shown; the same card, empty code, no token, no notice        |
 * | shown          | check           | shown; what is wrong with the code is said from now on       |
 * | shown          | field           | shown; what the frame reports, a typed digit drops the token |
 * | shown, no work | tokenize        | shown; token "making"                                        |
 * | shown, making  | token           | shown; token "held", if it is of this attempt                |
 * | shown, making  | token-failed    | shown; no token, a notice, if it is of this attempt          |
 * | shown, held    | drop-token      | shown; no token                                              |
 *
 * Any other pair leaves the state as it is (the same object). An attempt is the very object that `tokenize` put into
 * `token`, so an answer that belongs to an earlier choice, code or list finds no place.
 */
export type State = Loading | Failed | Shown;

interface Loading {
  readonly status: 'loading';
}

interface Failed {
  readonly status: 'failed';
  readonly error: MpError;
}

export interface Shown extends CardList {
  readonly status: 'shown';
  readonly chosen: SavedCard | null;
  readonly field: FieldState;
  readonly token: TokenState;
  /** What went wrong with the chosen card and can be mended by the shopper. */
  readonly notice: MpError | null;
  /** An attempt to pay was made with this code: from now on say what is wrong with it. */
  readonly isChecked: boolean;
}

/** The code field's frame. `away`: another element of the page has the Secure Fields. */
export type FieldState =
  | { readonly status: 'opening' | 'away' }
  | { readonly status: 'ready'; readonly code: CodeState; readonly hasFocus: boolean }
  | { readonly status: 'failed'; readonly error: MpError };

/** What is known of the code. `typed`: something, not yet judged; a judgement holds until the next one. */
export type CodeState = 'empty' | 'typed' | 'valid' | 'invalid';

export type TokenState =
  { readonly status: 'none' | 'making' } | { readonly status: 'held'; readonly detail: TokenDetail };

export type Action =
  | { readonly type: 'load' }
  | { readonly type: 'list'; readonly list: CardList; readonly chosen: SavedCard | null }
  | { readonly type: 'list-failed'; readonly error: MpError }
  | { readonly type: 'choose'; readonly card: SavedCard | null }
  | { readonly type: 'field'; readonly event: FieldEvent }
  | { readonly type: 'check' | 'start-over' | 'tokenize' }
  | { readonly type: 'token'; readonly attempt: TokenState | undefined; readonly detail: TokenDetail }
  | { readonly type: 'token-failed'; readonly attempt: TokenState | undefined; readonly error: MpError }
  | { readonly type: 'drop-token'; readonly reason: InvalidationReason };

const NO_TOKEN: TokenState = { status: 'none' };
const EMPTY_FIELD: FieldState = { status: 'ready', code: 'empty', hasFocus: false };

export const initialState: State = { status: 'loading' };

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'load':
      return state.status === 'loading' ? state : initialState;
    case 'list':
      return state.status === 'loading'
        ? {
            status: 'shown',
            ...action.list,
            chosen: action.chosen,
            field: { status: 'opening' },
            token: NO_TOKEN,
            notice: null,
            isChecked: false,
          }
        : state;
    case 'list-failed':
      return state.status === 'loading' ? { status: 'failed', error: action.error } : state;
    default:
      return state.status === 'shown' ? reduceShown(state, action) : state;
  }
}

function reduceShown(state: Shown, action: Exclude<Action, { type: 'load' | 'list' | 'list-failed' }>): Shown {
  switch (action.type) {
    case 'choose':
      return action.card === state.chosen ? state : afresh(state, action.card);
    case 'start-over':
      return afresh(state, state.chosen);
    case 'field':
      return reduceField(state, action.event);
    case 'check':
      return state.isChecked ? state : { ...state, isChecked: true };
    case 'tokenize':
      return state.chosen && state.token.status !== 'making'
        ? { ...state, token: { status: 'making' }, notice: null }
        : state;
    case 'token':
      return isAwaited(state, action) ? { ...state, token: { status: 'held', detail: action.detail } } : state;
    case 'token-failed':
      return isAwaited(state, action) ? { ...state, token: NO_TOKEN, notice: action.error } : state;
    case 'drop-token':
      return state.token.status === 'held' ? { ...state, token: NO_TOKEN } : state;
  }
}

const afresh = (state: Shown, chosen: SavedCard | null): Shown => ({
  ...state,
  chosen,
  // A frame that holds digits is replaced; one that is kept is empty.
  field: state.field.status === 'ready' ? EMPTY_FIELD : state.field,
  token: NO_TOKEN,
  notice: null,
  isChecked: false,
});

const isAwaited = ({ token }: Shown, { attempt }: { attempt: TokenState | undefined }): boolean =>
  token.status === 'making' && token === attempt;

function reduceField(state: Shown, event: FieldEvent): Shown {
  const ready = state.field.status === 'ready' ? state.field : undefined;
  // What a frame that is gone was asked for will never come.
  const token = state.token.status === 'making' ? NO_TOKEN : state.token;
  switch (event.type) {
    case 'opening':
      return state.field.status === 'opening' ? state : { ...state, field: { status: 'opening' }, token };
    case 'evicted':
      return { ...state, field: { status: 'away' }, token: NO_TOKEN };
    case 'failed':
      return state.field.status === 'failed' ? state : { ...state, field: { status: 'failed', error: event.error } };
    case 'ready':
      return { ...state, field: EMPTY_FIELD, notice: event.lost ?? state.notice, token: ready ? token : state.token };
    case 'focus':
    case 'blur':
      return ready ? { ...state, field: { ...ready, hasFocus: event.type === 'focus' } } : state;
    case 'change':
      if (!ready) return state;
      // A change on blur is an echo of what was typed before: it is no new code.
      return {
        ...state,
        field: { ...ready, code: ready.code === 'empty' ? 'typed' : ready.code },
        token: event.byShopper ? NO_TOKEN : state.token,
        notice: event.byShopper ? null : state.notice,
        isChecked: event.byShopper ? false : state.isChecked,
      };
    case 'validity':
      return ready ? { ...state, field: { ...ready, code: event.valid ? 'valid' : 'invalid' } } : state;
  }
}

/** Which token, once held, is held no more, and why. A fresh token that takes its place is no invalidation. */
export function invalidation(
  before: State,
  after: State,
  action: Action,
): { cardId: string | null; reason: InvalidationReason } | undefined {
  if (before.status !== 'shown' || before.token.status !== 'held') return undefined;
  if (after.status === 'shown' && after.token.status !== 'none') return undefined;
  const { cardId } = before.token.detail;
  if (action.type === 'drop-token') return { cardId, reason: action.reason };
  return { cardId, reason: action.type === 'field' || action.type === 'start-over' ? 'code' : 'selection' };
}

/** The public state of the element: derived, never stored. */
export type SavedCardsState = 'loading' | 'empty' | 'ready' | 'tokenizing' | 'tokenized' | 'error';

export function publicState(state: State): SavedCardsState {
  if (state.status === 'loading') return 'loading';
  if (state.status === 'failed') return 'error';
  if (state.cards.length === 0) return 'empty';
  if (state.token.status === 'making') return 'tokenizing';
  if (state.token.status === 'held') return 'tokenized';
  return state.field.status === 'failed' ? 'error' : 'ready';
}

/** True when a card is chosen and its code is, as far as known, complete. */
export function isComplete(state: State): boolean {
  if (state.status !== 'shown' || !state.chosen || state.field.status !== 'ready') return false;
  // The judgement on the first digit follows at once, when there is one at all.
  const isBeingJudged = state.field.code === 'typed' && state.field.hasFocus;
  return !isBeingJudged && codeProblem(state) === undefined;
}

/**
 * What is known to be wrong with the chosen card's code. Only what is known counts: a frame that reports nothing
 * must not block a payment, since `createCardToken` is the judge.
 */
export function codeProblem(state: Shown): 'missing' | 'incomplete' | undefined {
  const mode = state.chosen?.securityCode.mode;
  if (!mode || mode === 'none' || state.field.status !== 'ready') return undefined;
  if (state.field.code === 'invalid') return 'incomplete';
  return mode === 'mandatory' && state.field.code === 'empty' ? 'missing' : undefined;
}
