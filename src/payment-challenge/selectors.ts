import { isRunning } from './reducer.js';
import type { State } from './state.js';

/** What pages and style sheets see of the state. */
export type ChallengeState = 'idle' | 'loading' | 'waiting' | 'checking' | 'closed' | 'unfinished' | 'done' | 'error';

export function publicState(state: State): ChallengeState {
  if (state.isMisconfigured) return 'error';
  if (!state.challenge) return 'idle';
  if (state.answer) return 'done';
  if (!isRunning(state)) return 'unfinished';
  if (state.isFinished) return 'checking';
  if (!state.isOpen) return 'closed';
  return state.page === 'loading' ? 'loading' : 'waiting';
}
