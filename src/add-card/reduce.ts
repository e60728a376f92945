import type { IdentificationType } from '../card/identification-type.js';
import type { Issuer, PaymentMethod } from '../card/payment-method.js';
import type { MpError } from '../errors.js';
import type { CardFieldEvent, CardFieldType } from '../mercadopago/card-fields.js';
import {
  NO_INSTALLMENTS,
  reduceInstallments,
  voidsToken,
  type Installments,
} from '../installments/installments-state.js';
import { fieldsShown, wrongFields, type FieldName } from './fields.js';
import type { Action, FrameContent, FramesState, MethodState, Open, State, Typed, Work } from './state.js';

type FramesShown = FramesState & { readonly status: 'shown' };

const NO_WORK: Work = { status: 'none' };
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
      return state.status === 'open' ? state : afresh(state, state.typed);
    case 'reset': {
      const typed = withDocument(action.typed, state.documents);
      return state.status === 'open' ? afresh(state, typed) : { ...state, typed, saved: null };
    }
    default:
      return state.status === 'open' ? reduceOpen(state, action) : state;
  }
}

type OpenAction = Exclude<Action, { type: 'fill' | 'documents' | 'open' | 'reset' }>;

function reduceOpen(state: Open, action: OpenAction): State {
  const { method, work } = state;
  switch (action.type) {
    case 'close':
      return { status: 'closed', typed: state.typed, documents: state.documents, saved: null };
    case 'type':
      return typedAnew({ ...state, typed: { ...state.typed, ...action.typed } }, fieldsOf(action.typed));
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
      return isAtWork(work) ? state : { ...state, work: { status: 'tokenizing' }, notice: null, saveError: null };
    case 'save':
      return isAtWork(work) ? state : { ...state, work: { status: 'saving' }, notice: null, isSaveDue: false };
    case 'token':
      return work === action.attempt && work.status === 'tokenizing'
        ? { ...state, work: { status: 'held', detail: action.detail, saveToken: '' } }
        : state;
    case 'save-token':
      return work === action.attempt && work.status === 'held'
        ? { ...state, work: { ...work, saveToken: action.saveToken } }
        : state;
    case 'failed':
      return work === action.attempt && isAtWork(work) ? failed(state, action.error, action.refused) : state;
    case 'save-missed':
      return { ...state, saveError: action.error };
    case 'drop-token':
      return work.status === 'held' ? { ...state, work: NO_WORK } : state;
    case 'saved':
      return work === action.attempt && work.status === 'saving'
        ? {
            status: 'closed',
            typed: withDocument(action.typed, state.documents),
            documents: state.documents,
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

const isAtWork = ({ status }: Work): boolean => status === 'tokenizing' || status === 'saving';

const isOf = (method: MethodState, bin: string): boolean => method.status !== 'none' && method.bin === bin;

const known = (bin: string, method: PaymentMethod): MethodState => ({
  status: 'known',
  bin,
  method,
  issuers: method.needsIssuer || !method.issuer ? [] : [method.issuer],
});

/** The form as it opens, whatever was typed into the frames; those that stand are empty then. */
const afresh = (state: State, typed: Typed): Open => ({
  status: 'open',
  typed,
  documents: state.documents,
  frames: state.status === 'open' ? state.frames : OPENING,
  method: NO_METHOD,
  told: [],
  refused: {},
  installments: NO_INSTALLMENTS,
  work: NO_WORK,
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
  const { installments: before, work } = state;
  if (installments === before) return state;
  const isVoid = work.status !== 'saving' && voidsToken(before, installments, work.status === 'held');
  return { ...state, installments, work: isVoid ? NO_WORK : work };
}

const unscolded = (state: Open, fields: readonly string[]): Open => ({
  ...state,
  told: state.told.filter((field) => !fields.includes(field)),
  refused: Object.fromEntries(Object.entries(state.refused).filter(([field]) => !fields.includes(field))),
});

/**
 * What the shopper mends is not scolded meanwhile, and a token of what stood there before is of no use. The wish to keep
 * the card is no part of it.
 */
function typedAnew(state: Open, fields: readonly string[]): Open {
  const isTokenKept = state.work.status === 'saving' || fields.join() === 'saveCard';
  return {
    ...unscolded(state, fields),
    work: isTokenKept ? state.work : NO_WORK,
    notice: null,
    isSaveDue: false,
  };
}

/** What Mercado Pago refuses field by field is said there, and nowhere else. */
function failed(state: Open, error: MpError, refused: Open['refused']): Open {
  const fields = Object.keys(refused) as FieldName[];
  const next: Open = {
    ...state,
    work: NO_WORK,
    refused: { ...state.refused, ...refused },
    told: [...new Set([...state.told, ...fields])],
  };
  const isSaid = /^(token-refused|code-)/.test(error.code) && wrongFields(next).length > 0;
  return {
    ...next,
    notice: isSaid || error.code === 'aborted' ? null : error,
    saveError: state.work.status === 'saving' ? error : state.saveError,
  };
}

function reduceFrames(state: Open, event: CardFieldEvent, field: CardFieldType | undefined): Open {
  const { frames, work } = state;
  switch (event.type) {
    case 'opening':
      if (field && frames.status === 'shown') {
        const content = { ...frames.content, [field]: 'opening' as const };
        return { ...unscolded(state, [field]), frames: { ...frames, content } };
      }
      // What frames that are gone were asked for will never come.
      return { ...withoutFrames(state), frames: OPENING, work: work.status === 'tokenizing' ? NO_WORK : work };
    case 'evicted':
      return { ...withoutFrames(state), frames: { status: 'away' }, work: NO_WORK };
  }
  if (frames.status !== 'shown') return state;
  if (event.type === 'failed') return frames.error ? state : { ...state, frames: { ...frames, error: event.error } };
  return field ? reduceFrame(state, frames, event, field) : state;
}

type FrameEvent = Exclude<CardFieldEvent, { type: 'opening' | 'evicted' | 'failed' }>;

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
      return event.byShopper ? typedAnew(next, [field]) : next;
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
