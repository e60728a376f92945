import { paymentOutcome } from '../card/outcome.js';
import type { PaymentStatus } from '../merchant/payment-status.js';
import { initialState, type Action, type State } from './state.js';

/** The status decides: a failed order can say `pending_challenge` too. */
const isUndecided = ({ status, statusDetail }: PaymentStatus): boolean =>
  paymentOutcome({ status, status_detail: statusDetail })?.kind === 'challenge';

/** The bank's page is of use, and the shop is asked. */
export const isRunning = ({ challenge, answer, isOver }: State): boolean => challenge !== null && !answer && !isOver;

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'began': {
      const { challenge, isMisconfigured } = action;
      return { ...initialState, challenge, isMisconfigured, isOpen: challenge !== null };
    }
    case 'answered':
      return afterAnswer(state, action.answer);
    case 'look-failed':
      return { ...state, isChecking: false, failure: action.code, failures: state.failures + 1 };
    case 'look-wanted':
      return state.answer ? state : { ...state, isChecking: true };
  }
  if (!isRunning(state)) return state;
  switch (action.type) {
    case 'opened':
      return { ...state, isOpen: true };
    case 'closed':
      return state.isOpen ? { ...state, isOpen: false } : state;
    case 'page-shown':
      return { ...state, page: 'shown' };
    case 'page-missing':
      return { ...state, page: 'missing' };
    case 'page-finished':
      return { ...state, isFinished: true };
    case 'reconnected':
      return { ...state, page: 'loading' };
    case 'time-over':
      return { ...state, isOver: true, isOpen: false };
  }
}

function afterAnswer(state: State, answer: PaymentStatus): State {
  if (state.answer || !state.challenge) return state;
  const after = { ...state, isChecking: false, failure: null, failures: 0 };
  if (!isUndecided(answer)) return { ...after, answer, isOpen: false };
  // Most answers are the same as before.
  return state.isChecking || state.failures > 0 ? after : state;
}
