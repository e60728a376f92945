import { endsAttempt } from '../card/outcome.js';
import type { Issuer, PaymentMethod } from '../card/payment-method.js';
import { followToken, withOutcomeOf } from '../core/attempts.js';
import { NO_TOKEN, endToken, reduceToken } from '../core/token-state.js';
import { isAboutTypedData, type MpError } from '../errors.js';
import { NO_INSTALLMENTS, withInstallments } from '../installments/installments-state.js';
import { tokenProblems } from '../mercadopago/sdk-errors.js';
import { fieldsShown, isFormShown, wrongFields } from './field-selectors.js';
import { fieldsOf, prefill, startingValues, withDocument } from './reduce-typed.js';
import { isSaved, tokenOf } from './selectors.js';
import {
  NO_ERRORS,
  NO_METHOD,
  NO_PROBLEMS,
  OPENING,
  edited,
  left,
  reduceFrames,
  withValidJudgements,
} from './reduce-frames.js';
import {
  isSaveWish,
  type Action,
  type FieldName,
  type MethodState,
  type Open,
  type State,
  type Typed,
} from './state.js';

/** The next state; the same object where nothing changes, so that no feature has anything to do. */
export function reduce(state: State, action: Action): State {
  const next = closedAfterSaving(nextState(state, action));
  // The page may use its token although the form is closed.
  const attempts = isSaved(action) ? next.attempts : followToken(next.attempts, tokenOf(state), tokenOf(next));
  const followed = { ...next, attempts };
  return isSame(state, followed) ? state : followed;
}

const isSame = (before: State, after: State): boolean =>
  before.status === after.status &&
  Object.entries(after).every(([key, value]) => before[key as keyof State] === (value as unknown));

function nextState(state: State, action: Action): State {
  switch (action.type) {
    case 'prefill':
      return prefill(state, action.values);
    case 'documents': {
      const documents =
        action.documents.length === 0 && state.documents.length === 0 ? state.documents : action.documents;
      return { ...state, documents, typed: withDocument(state.typed, documents) };
    }
    case 'open':
      if (state.status === 'open') return { ...state, closing: null };
      return opened(state, state.typed, state.canCancel || action.byButton === true);
    case 'reset':
      return reset(state);
    case 'page-restored':
      return state.isPaid ? state : reset(state);
    case 'paid':
      return paid(state);
    case 'attempt-outcome':
      return { ...state, attempts: withOutcomeOf(state.attempts, action) };
    case 'submit-blocked': {
      const next = { ...state, blockedSubmits: state.blockedSubmits + 1 };
      return next.status === 'open' ? { ...next, token: reduceToken(next.token, { type: 'submitted' }) } : next;
    }
    default:
      return state.status === 'open' ? reduceOpen(state, action) : state;
  }
}

type OpenAction = Exclude<
  Action,
  {
    type: 'attempt-outcome' | 'prefill' | 'documents' | 'open' | 'reset' | 'page-restored' | 'paid' | 'submit-blocked';
  }
>;

function reduceOpen(state: Open, action: OpenAction): State {
  const { method, token, saving } = state;
  switch (action.type) {
    case 'close':
      return saving ? { ...state, closing: action.by } : closed(state);
    case 'type': {
      const next = { ...state, typed: { ...state.typed, ...action.typed } };
      const after = edited(next, fieldsOf(action.typed));
      return isSaveWish(action) ? { ...after, token, isEdited: state.isEdited } : after;
    }
    case 'leave':
      // A field that goes away with the focus in it is left, too.
      return isFormShown(state) ? left(state, action.field) : state;
    case 'check':
      return withAllErrors(state);
    case 'show-missing':
      return action.intent === 'pay' ? withAllErrors(state) : saveFirst(state);
    case 'save-first':
      return saveFirst(state);
    case 'frames':
      return withValidJudgements(state, reduceFrames(state, action.event, action.field));
    case 'method':
    case 'method-failed':
    case 'issuers':
      return method.status !== 'none' && method.bin === action.bin
        ? withValidJudgements(state, reduceMethod(state, method, action))
        : state;
    case 'installments':
      return withInstallments(state, action.event);
    case 'tokenize':
      return saving || token.status !== 'none'
        ? state
        : { ...state, token: reduceToken(token, action), notice: null, saveError: null };
    case 'submitted':
      return { ...state, token: reduceToken(token, action), isEdited: false };
    case 'token':
    case 'save-token':
    case 'drop-token':
      return { ...state, token: reduceToken(token, action) };
    case 'token-failed': {
      const next = reduceToken(token, action);
      return next === token ? state : failed({ ...state, token: next }, action.error);
    }
    case 'outcome': {
      const next = { ...state, notice: action.outcome, blockedSubmits: 0 };
      return endsAttempt(action.outcome) ? { ...next, token: endToken(token, 'rejected') } : next;
    }
    case 'submit-refused':
      return action.error.code === 'configuration' ? { ...state, notice: action.error } : state;
    case 'save':
      return saving || token.status === 'making'
        ? state
        : { ...state, saving: {}, notice: null, isSaveDue: false, isEdited: false };
    case 'save-failed':
      return saving && saving === action.attempt
        ? { ...failed({ ...state, saving: null }, action.error), saveError: action.error }
        : state;
    case 'save-missed':
      return { ...state, saveError: action.error };
    case 'saved':
      return saving && saving === action.attempt
        ? { ...formOf(state), status: 'closed', typed: startingValues(state), saved: action.card }
        : state;
  }
}

/** What stays when the form is opened or closed. */
const formOf = ({ typed, prefilled, documents, attempts, isPaid, blockedSubmits, canCancel }: State) => ({
  typed,
  prefilled,
  documents,
  attempts,
  isPaid,
  blockedSubmits,
  canCancel,
});

const closed = (state: State): State => ({ ...formOf(state), status: 'closed', saved: null });

/** Closes a form that was to be closed while its card was being saved, unless a failure is to be shown. */
function closedAfterSaving(state: State): State {
  if (state.status !== 'open' || !state.closing || state.saving) return state;
  const { closing, saveError } = state;
  const isShown = closing === 'page' && saveError && saveError.code !== 'aborted';
  return isShown ? { ...state, closing: null } : closed(state);
}

/** The form as it opens, whatever was typed into the frames; those that are there are empty then. */
const opened = (state: State, typed: Typed, canCancel = state.canCancel): Open => ({
  ...formOf(state),
  status: 'open',
  typed,
  canCancel,
  frames: state.status === 'open' ? state.frames : OPENING,
  method: NO_METHOD,
  visibleErrors: NO_ERRORS,
  refused: NO_PROBLEMS,
  installments: NO_INSTALLMENTS,
  token: state.status === 'open' ? endToken(state.token, 'code') : NO_TOKEN,
  saving: null,
  closing: state.status === 'open' ? state.closing : null,
  notice: null,
  saveError: null,
  isSaveDue: false,
  isEdited: false,
});

function reset(state: State): State {
  const typed = startingValues(state);
  const next = { ...state, isPaid: false, blockedSubmits: 0 };
  return next.status === 'open' ? opened(next, typed) : { ...next, typed, saved: null };
}

function paid(state: State): State {
  const next = { ...state, isPaid: true, blockedSubmits: 0 };
  if (next.status === 'closed') return next;
  const token = endToken(next.token, 'submitted');
  // To save the card another token is needed, made of what was typed.
  if (next.typed.saveCard || next.saving) return { ...next, token, notice: null, visibleErrors: NO_ERRORS };
  return { ...opened(next, startingValues(state)), token };
}

function withAllErrors(state: Open): Open {
  const fields = fieldsShown(state);
  const isVisible = fields.join() === state.visibleErrors.join();
  return isVisible ? state : { ...state, visibleErrors: fields };
}

const saveFirst = (state: Open): Open => ({ ...state, isSaveDue: true, canCancel: true });

type MethodAction = Action & { readonly type: 'method' | 'method-failed' | 'issuers' };
type MethodAsked = Exclude<MethodState, { readonly status: 'none' }>;

function reduceMethod(state: Open, method: MethodAsked, action: MethodAction): Open {
  const { bin } = action;
  const isKnown = method.status === 'known';
  switch (action.type) {
    case 'method':
      return isKnown
        ? state
        : { ...state, method: action.method ? known(bin, action.method) : { status: 'unknown', bin } };
    case 'method-failed':
      return method.status === 'looking' ? { ...state, method: { status: 'failed', bin } } : state;
    case 'issuers':
      return isKnown
        ? withIssuers({ ...state, method: { ...method, issuers: action.issuers } }, action.issuers)
        : state;
  }
}

const known = (bin: string, method: PaymentMethod): MethodState => ({
  status: 'known',
  bin,
  method,
  issuers: method.needsIssuer || !method.issuer ? [] : [method.issuer],
});

function withIssuers(state: Open, issuers: readonly Issuer[]): Open {
  const isOffered = issuers.some(({ id }) => id === state.typed.issuerId);
  return isOffered ? state : { ...state, typed: { ...state.typed, issuerId: '' } };
}

/** What Mercado Pago refuses field by field is shown there, and nowhere else. */
function failed(state: Open, error: MpError): Open {
  const refused = tokenProblems(error);
  const fields = Object.keys(refused) as FieldName[];
  const next: Open = {
    ...state,
    refused: { ...state.refused, ...refused },
    visibleErrors: [...new Set([...state.visibleErrors, ...fields])],
  };
  const isAtField = isAboutTypedData(error.code) && wrongFields(next).length > 0;
  return { ...next, notice: isAtField || error.code === 'aborted' ? null : error };
}
