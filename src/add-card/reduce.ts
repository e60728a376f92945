import type { IdentificationType } from '../card/identification-type.js';
import type { Issuer, PaymentMethod } from '../card/payment-method.js';
import type { MpError } from '../errors.js';
import { NO_TOKEN, endToken, reduceToken, withoutMaking, type TokenState } from '../core/token-state.js';
import type { CardFieldEvent, CardFieldType } from '../mercadopago/card-fields.js';
import { tokenProblems } from '../mercadopago/sdk-errors.js';
import {
  NO_INSTALLMENTS,
  reduceInstallments,
  invalidatesToken,
  type Installments,
} from '../installments/installments-state.js';
import { fieldsShown, wrongFields, type FieldName } from './fields.js';
import type { Action, FrameContent, FramesState, MethodState, Open, State, Typed } from './state.js';

type FramesShown = FramesState & { readonly status: 'shown' };

const NO_METHOD: MethodState = { status: 'none' };
const OPENING: FramesShown = {
  status: 'shown',
  content: { cardNumber: 'opening', expirationDate: 'opening', securityCode: 'opening' },
  focus: null,
  error: null,
};

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'fill':
      return { ...state, typed: withDocument({ ...state.typed, ...action.typed }, state.documents) };
    case 'documents':
      return { ...state, documents: action.documents, typed: withDocument(state.typed, action.documents) };
    case 'open':
      return state.status === 'open' ? state : opened(state, state.typed);
    case 'reset': {
      const typed = withDocument(action.typed, state.documents);
      const next = { ...state, isPaid: false, heldBack: 0 };
      return next.status === 'open' ? opened(next, typed) : { ...next, typed, saved: null };
    }
    case 'paid': {
      const paid = { ...state, isPaid: true, heldBack: 0 };
      if (paid.status === 'closed') return paid;
      const token = endToken(paid.token, 'submitted');
      // A card that is to be kept needs what was typed once more, for a token to save it with.
      if (paid.typed.saveCard || paid.saving) return { ...paid, token, notice: null, told: [] };
      return { ...opened(paid, withDocument(action.typed, state.documents)), token };
    }
    case 'held-back': {
      const next = { ...state, heldBack: state.heldBack + 1 };
      return next.status === 'open' ? { ...next, token: reduceToken(next.token, { type: 'submitted' }) } : next;
    }
    default:
      return state.status === 'open' ? reduceOpen(state, action) : state;
  }
}

type OpenAction = Exclude<Action, { type: 'fill' | 'documents' | 'open' | 'reset' | 'paid' | 'held-back' }>;

function reduceOpen(state: Open, action: OpenAction): State {
  const { method, token, saving } = state;
  switch (action.type) {
    case 'close':
      return { ...formOf(state), status: 'closed', saved: null };
    case 'type':
      return edited({ ...state, typed: { ...state.typed, ...action.typed } }, fieldsOf(action.typed));
    case 'leave': {
      const { frames, told } = state;
      const isUntouched = frames.status === 'shown' && frames.content[action.field as CardFieldType] === 'empty';
      return isUntouched || told.includes(action.field) ? state : { ...state, told: [...told, action.field] };
    }
    case 'check':
      return { ...state, told: fieldsShown(state) };
    case 'save-first':
      return { ...state, isSaveDue: true };
    case 'frames':
      return reduceFrames(state, action.event, action.field);
    case 'method':
      return isOf(method, action.bin) && method.status !== 'known'
        ? {
            ...state,
            method: action.method ? known(action.bin, action.method) : { status: 'unknown', bin: action.bin },
          }
        : state;
    case 'method-failed':
      return isOf(method, action.bin) && method.status === 'looking'
        ? { ...state, method: { status: 'failed', bin: action.bin } }
        : state;
    case 'issuers':
      return isOf(method, action.bin) && method.status === 'known' ? withIssuers(state, method, action.issuers) : state;
    case 'installments':
      return withInstallments(state, reduceInstallments(state.installments, action.event));
    case 'tokenize':
      return saving || token.status !== 'none'
        ? state
        : { ...withToken(state, reduceToken(token, action)), notice: null, saveError: null };
    case 'token':
    case 'save-token':
    case 'submitted':
    case 'drop-token':
      return withToken(state, reduceToken(token, action));
    case 'token-failed': {
      const next = withToken(state, reduceToken(token, action));
      return next === state ? state : failed(next, action.error);
    }
    case 'outcome': {
      const isOver = action.outcome.kind === 'refused' || action.outcome.kind === 'ended';
      const next = { ...state, notice: action.outcome, heldBack: 0 };
      return isOver ? withToken(next, endToken(token, 'rejected')) : next;
    }
    case 'submit-refused':
      return { ...state, notice: action.error };
    case 'save':
      return saving || token.status === 'making' ? state : { ...state, saving: {}, notice: null, isSaveDue: false };
    case 'save-failed':
      return saving && saving === action.attempt
        ? { ...failed({ ...state, saving: null }, action.error), saveError: action.error }
        : state;
    case 'save-missed':
      return { ...state, saveError: action.error };
    case 'saved':
      return saving && saving === action.attempt
        ? {
            ...formOf(state),
            status: 'closed',
            typed: withDocument(action.typed, state.documents),
            saved: action.card,
          }
        : state;
  }
}

/** Another kind of document has other rules for its number. */
const fieldsOf = (typed: Partial<Typed>): string[] => [
  ...Object.keys(typed),
  ...('identificationType' in typed ? ['identificationNumber'] : []),
];

const withToken = (state: Open, token: TokenState): Open => (token === state.token ? state : { ...state, token });

/** What stays when the form is opened or closed. */
const formOf = ({ typed, documents, isPaid, heldBack }: State) => ({ typed, documents, isPaid, heldBack });

const isOf = (method: MethodState, bin: string): boolean => method.status !== 'none' && method.bin === bin;

const known = (bin: string, method: PaymentMethod): MethodState => ({
  status: 'known',
  bin,
  method,
  issuers: method.needsIssuer || !method.issuer ? [] : [method.issuer],
});

/** The form as it opens, whatever was typed into the frames; those that stand are empty then. */
const opened = (state: State, typed: Typed): Open => ({
  ...formOf(state),
  status: 'open',
  typed,
  frames: state.status === 'open' ? state.frames : OPENING,
  method: NO_METHOD,
  told: [],
  refused: {},
  installments: NO_INSTALLMENTS,
  token: state.status === 'open' ? endToken(state.token, 'code') : NO_TOKEN,
  saving: null,
  notice: null,
  saveError: null,
  isSaveDue: false,
});

/** One document is always chosen: the first one that the country has, unless another one of them is wanted. */
function withDocument(typed: Typed, documents: readonly IdentificationType[]): Typed {
  const [first] = documents;
  const isOffered = documents.some(({ id }) => id === typed.identificationType);
  return isOffered || !first ? typed : { ...typed, identificationType: first.id };
}

function withIssuers(state: Open, method: MethodState & { status: 'known' }, issuers: readonly Issuer[]): Open {
  const isOffered = issuers.some(({ id }) => id === state.typed.issuerId);
  return {
    ...state,
    method: { ...method, issuers },
    typed: isOffered ? state.typed : { ...state.typed, issuerId: '' },
  };
}

function withInstallments(state: Open, installments: Installments): Open {
  const { installments: before, token } = state;
  if (installments === before) return state;
  const isVoid = invalidatesToken(before, installments, token.status === 'held');
  const reason = before.amount === installments.amount ? 'installments' : 'amount';
  return { ...state, installments, token: isVoid ? endToken(token, reason) : token };
}

const withoutProblems = (state: Open, fields: readonly string[]): Open => ({
  ...state,
  told: state.told.filter((field) => !fields.includes(field)),
  refused: Object.fromEntries(Object.entries(state.refused).filter(([field]) => !fields.includes(field))),
});

/**
 * What the shopper corrects is not said to be wrong meanwhile, and the attempt with what was there before is over. The wish
 * to keep the card is no part of it.
 */
function edited(state: Open, fields: readonly string[]): Open {
  const isTokenKept = fields.join() === 'saveCard';
  return {
    ...withoutProblems(state, fields),
    token: isTokenKept ? state.token : endToken(state.token, 'code'),
    heldBack: 0,
    // What a refusal asks for is read while it is corrected.
    notice: state.notice instanceof Error ? null : state.notice,
    isSaveDue: false,
  };
}

/** What Mercado Pago refuses field by field is said there, and nowhere else. */
function failed(state: Open, error: MpError): Open {
  const refused = tokenProblems(error);
  const fields = Object.keys(refused) as FieldName[];
  const next: Open = {
    ...state,
    refused: { ...state.refused, ...refused },
    told: [...new Set([...state.told, ...fields])],
  };
  const isSaid = /^(token-refused|code-)/.test(error.code) && wrongFields(next).length > 0;
  return {
    ...next,
    notice: isSaid || error.code === 'aborted' ? null : error,
  };
}

function reduceFrames(state: Open, event: CardFieldEvent, field: CardFieldType | undefined): Open {
  const { frames, token } = state;
  switch (event.type) {
    case 'opening':
      if (field && frames.status === 'shown') {
        const content = { ...frames.content, [field]: 'opening' as const };
        return { ...withoutProblems(state, [field]), frames: { ...frames, content } };
      }
      // What frames that are gone were asked for will never come.
      return { ...withoutFrames(state), frames: OPENING, token: withoutMaking(token) };
    case 'unavailable':
      return { ...withoutFrames(state), frames: { status: 'away' }, token: endToken(token, 'selection'), saving: null };
  }
  if (frames.status !== 'shown') return state;
  if (event.type === 'failed') return frames.error ? state : { ...state, frames: { ...frames, error: event.error } };
  return field ? reduceFrame(state, frames, event, field) : state;
}

type FrameEvent = Exclude<CardFieldEvent, { type: 'opening' | 'unavailable' | 'failed' }>;

function reduceFrame(state: Open, frames: FramesShown, event: FrameEvent, field: CardFieldType): Open {
  const withContent = (content: FrameContent, changes: Partial<FramesShown> = {}): Open => ({
    ...state,
    frames: { ...frames, ...changes, content: { ...frames.content, [field]: content } },
  });
  switch (event.type) {
    case 'ready':
      return {
        ...withContent('empty', { error: null }),
        method: field === 'cardNumber' ? NO_METHOD : state.method,
        // What was lost with a frame is asked for again at its place.
        told: event.lost ? [...state.told, field] : state.told,
      };
    case 'focus':
    case 'blur':
      return { ...state, frames: { ...frames, focus: event.type === 'focus' ? field : null } };
    case 'change': {
      const next = frames.content[field] === 'empty' ? withContent('typed') : state;
      // A change on blur is an echo of what was typed before.
      return event.byShopper ? edited(next, [field]) : next;
    }
    case 'validity':
      return withContent(event.valid ? 'valid' : judgement(event.causes, field, state.method));
    case 'binChange':
      if (isOf(state.method, event.bin ?? '')) return state;
      return { ...state, method: event.bin ? { status: 'looking', bin: event.bin } : NO_METHOD };
  }
}

/** As `tokenProblems`: what is wrong weighs more than what is missing. A number without digits is neither number nor long. */
function judgement(causes: readonly string[], field: CardFieldType, { status }: MethodState): FrameContent {
  if (causes.every((cause) => cause === 'invalid_length')) return 'incomplete';
  const isEmpty = field === 'cardNumber' && status === 'none' && causes.includes('invalid_length');
  return isEmpty ? 'empty' : 'invalid';
}

const withoutFrames = (state: Open): Open => ({ ...state, method: NO_METHOD, told: [], refused: {} });
