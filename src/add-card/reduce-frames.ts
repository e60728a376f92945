import { endToken, withoutMaking } from '../core/token-state.js';
import type { CardFieldEvent, CardFieldType } from '../mercadopago/card-fields.js';
import type { TokenProblems } from '../mercadopago/sdk-errors.js';
import { codeRule } from './field-selectors.js';
import type { FieldName, FrameContent, FrameContents, FramesState, MethodState, Open } from './state.js';

type FramesShown = FramesState & { readonly status: 'shown' };

export const NO_METHOD: MethodState = { status: 'none' };
export const NO_ERRORS: readonly FieldName[] = [];
export const NO_PROBLEMS: TokenProblems = {};
const AWAY: FramesState = { status: 'away' };
export const OPENING: FramesShown = {
  status: 'shown',
  content: { cardNumber: 'opening', expirationDate: 'opening', securityCode: 'opening' },
  focus: null,
  error: null,
};

/** The open form after something happened to its Secure Fields. */
export function reduceFrames(state: Open, event: CardFieldEvent, field: CardFieldType | undefined): Open {
  const { frames, token } = state;
  switch (event.type) {
    case 'opening':
      if (field && frames.status === 'shown') {
        const content = { ...frames.content, [field]: 'opening' as const };
        return { ...withoutErrors(state, [field]), frames: { ...frames, content } };
      }
      // The first frames take nothing away: a token that was asked for waits for them.
      if (frames === OPENING) return state;
      // Frames that were removed never answer.
      return { ...withoutFrames(state), frames: OPENING, token: withoutMaking(token) };
    case 'unavailable':
      return { ...withoutFrames(state), frames: AWAY, token: endToken(token, 'selection'), saving: null };
  }
  if (frames.status !== 'shown') return state;
  if (event.type === 'failed') return frames.error ? state : { ...state, frames: { ...frames, error: event.error } };
  return field ? reduceFrame(state, frames, event, field) : state;
}

type FrameEvent = Exclude<CardFieldEvent, { type: 'opening' | 'unavailable' | 'failed' }>;

function reduceFrame(state: Open, frames: FramesShown, event: FrameEvent, field: CardFieldType): Open {
  const withContent = (content: FrameContent): Open =>
    content === frames.content[field]
      ? state
      : { ...state, frames: { ...frames, content: { ...frames.content, [field]: content } } };
  const withFocus = (focus: CardFieldType | null): Open =>
    focus === frames.focus ? state : { ...state, frames: { ...frames, focus } };
  switch (event.type) {
    case 'ready': {
      const content: FrameContents = { ...frames.content, [field]: 'empty' };
      // What kept another frame from coming does so still.
      const error = Object.values(content).includes('opening') ? frames.error : null;
      return {
        ...state,
        frames: { ...frames, error, content },
        method: field === 'cardNumber' ? NO_METHOD : state.method,
        // What was lost with a frame is asked for again at its place.
        visibleErrors: event.lost ? [...state.visibleErrors, field] : state.visibleErrors,
      };
    }
    case 'focus':
      return withFocus(field);
    case 'blur':
      return left(withFocus(null), field);
    case 'change': {
      const next = frames.content[field] === 'empty' ? withContent('typed') : state;
      // A change on blur is an echo of what was typed before.
      return event.byShopper ? edited(next, [field]) : next;
    }
    case 'validity':
      return withContent(event.valid ? 'valid' : judgement(event.causes, field, state.method));
    case 'binChange':
      if (state.method.status !== 'none' && state.method.bin === event.bin) return state;
      return { ...state, method: event.bin ? { status: 'looking', bin: event.bin } : NO_METHOD };
  }
}

/**
 * As `tokenProblems`: what is wrong weighs more than what is missing. A number that is too short fails Luhn's check too; one
 * without digits is neither number nor long.
 */
function judgement(causes: readonly string[], field: CardFieldType, { status }: MethodState): FrameContent {
  const isShort = field === 'cardNumber' && causes.includes('invalid_length');
  if (causes.every((cause) => cause === 'invalid_length' || (isShort && cause === 'invalid_value')))
    return 'incomplete';
  return isShort && status === 'none' ? 'empty' : 'invalid';
}

/**
 * MercadoPago.js does not judge again what is typed when the card, and with it the length, becomes another. What it said by the
 * old length must not keep the shopper from paying; `createCardToken` is the judge.
 */
export function withValidJudgements(before: Open, after: Open): Open {
  const { frames, refused } = after;
  if (before.method === after.method || frames.status !== 'shown') return after;
  const { cardNumber, securityCode } = frames.content;
  const isCodeOld = codeRule(before).length !== codeRule(after).length;
  const content = {
    ...frames.content,
    ...(cardNumber === 'incomplete' && after.method.status !== 'none' && { cardNumber: 'typed' as const }),
    ...(isCodeOld && ['valid', 'incomplete'].includes(securityCode) && { securityCode: 'typed' as const }),
  };
  return {
    ...after,
    frames: { ...frames, content },
    refused: isCodeOld && refused.securityCode === 'incomplete' ? without(refused, ['securityCode']) : refused,
  };
}

/** The shopper left a field: what is wrong with it is shown, unless nothing was typed. */
export function left(state: Open, field: FieldName): Open {
  const { frames, visibleErrors } = state;
  const isUntouched = frames.status === 'shown' && frames.content[field as CardFieldType] === 'empty';
  return isUntouched || visibleErrors.includes(field) ? state : { ...state, visibleErrors: [...visibleErrors, field] };
}

/** Errors are not shown while the shopper corrects them, and the attempt with what was there before is over. */
export function edited(state: Open, fields: readonly string[]): Open {
  return {
    ...withoutErrors(state, fields),
    token: endToken(state.token, 'code'),
    blockedSubmits: 0,
    // What a refusal asks for is read while it is corrected.
    notice: state.notice instanceof Error ? null : state.notice,
    isSaveDue: false,
    isEdited: true,
  };
}

function withoutErrors(state: Open, fields: readonly string[]): Open {
  const { visibleErrors, refused } = state;
  const isOther = (field: string) => !fields.includes(field);
  return {
    ...state,
    visibleErrors: visibleErrors.every(isOther) ? visibleErrors : visibleErrors.filter(isOther),
    refused: without(refused, fields),
  };
}

const without = (refused: TokenProblems, fields: readonly string[]): TokenProblems =>
  fields.some((field) => field in refused)
    ? Object.fromEntries(Object.entries(refused).filter(([field]) => !fields.includes(field)))
    : refused;

const withoutFrames = (state: Open): Open => ({
  ...state,
  method: NO_METHOD,
  visibleErrors: NO_ERRORS,
  refused: NO_PROBLEMS,
});
