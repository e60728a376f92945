import type { InvalidationReason } from '../core/events.js';
import type { Action, State } from './state.js';

/** Why a token that was handed out must not be used any more; nothing while it may. Saving the card does it no harm. */
export function invalidation(before: State, after: State, action: Action): InvalidationReason | undefined {
  if (before.status !== 'open' || before.work.status !== 'held') return undefined;
  if (after.status === 'open' && after.work.status !== 'none') return undefined;
  if (action.type === 'drop-token') return action.reason;
  if (after.status === 'open' && action.type === 'installments') {
    return before.installments.amount === after.installments.amount ? 'installments' : 'amount';
  }
  const isGivenUp = after.status === 'closed' || after.frames.status === 'away';
  return isGivenUp ? 'selection' : 'code';
}
