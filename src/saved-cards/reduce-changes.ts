import type { SavedCard } from '../card/saved-card.js';
import {
  failedChange,
  isLeaving,
  isRemoval,
  withRemovalsSent,
  type CardChange,
  type ChangeAction,
  type Task,
} from './pending-changes.js';
import type { Choice } from './choice.js';
import type { Shown, State } from './state.js';

/**
 * | change            | action         | next                                                             |
 * |-------------------|----------------|------------------------------------------------------------------|
 * | none, failed      | remove         | undoable; a removal that failed is under way again               |
 * | undoable          | undo           | what it was before                                               |
 * | undoable          | change-due    | under way                                                        |
 * | undoable          | removals-due   | under way                                                        |
 * | none, failed      | change-due    | under way                                                        |
 * | under way         | change-done    | none, and the list is as the shop has it; "gone" while it is     |
 * |                   |                | requested                                                        |
 * | under way         | change-failed  | failed                                                           |
 *
 * Any other pair leaves the state as it is.
 *
 * @param instead the choice in place of a chosen card that is removed
 */
export function reduceChange(state: State, action: ChangeAction, instead: Choice | null): State {
  if (action.type === 'removals-due') {
    const changes = withRemovalsSent(state.changes);
    return changes === state.changes ? state : { ...state, changes };
  }
  const { card } = action;
  const change = state.changes.get(card.id);
  const becomes = (next: CardChange | undefined, more: Partial<Shown> = {}): State => {
    const changes = new Map(state.changes);
    if (next) changes.set(card.id, next);
    else changes.delete(card.id);
    return state.status === 'shown' ? { ...state, ...more, changes } : { ...state, changes };
  };
  switch (action.type) {
    case 'remove':
      if (state.status !== 'shown' || isLeaving(state, card)) return state;
      if (change?.status === 'failed' && change.task === 'remove') {
        return becomes({ ...change, status: 'under-way' }, { news: null });
      }
      return becomes(
        { status: 'undoable', instead, before: change },
        { news: { word: 'removed', card, instead: instead?.card ?? null } },
      );
    case 'undo':
      return change?.status === 'undoable' ? becomes(change.before, { news: { word: 'restored', card } }) : state;
    case 'change-due': {
      if (change?.status === 'under-way' || change?.status === 'gone') return state;
      if (change?.status === 'undoable') return becomes({ status: 'under-way', task: 'remove' });
      return becomes({ ...change, status: 'under-way', task: action.task }, { news: null });
    }
    case 'change-done':
      if (action.task === 'default') return madeDefault(state, card, becomes);
      // Otherwise it was saved again meanwhile.
      return change && isRemoval(change) ? removed(state, card, becomes) : state;
    case 'change-failed': {
      const { task, error } = action;
      if (change?.status === 'undoable' && isAwaited(change.before, task))
        return becomes({ ...change, before: { status: 'failed', task, error } });
      if (!isAwaited(change, task)) return state;
      return becomes({ status: 'failed', task, error }, { news: { word: failedChange(task, error), card, error } });
    }
  }
}

const isAwaited = (change: CardChange | undefined, task: Task): boolean =>
  change?.status === 'under-way' && change.task === task;

type Become = (next: CardChange | undefined, more?: Partial<Shown>) => State;

function removed(state: State, { id }: SavedCard, becomes: Become): State {
  const next = state.isAsked ? ({ status: 'gone' } as const) : undefined;
  if (state.status !== 'shown') return becomes(next);
  return becomes(next, {
    cards: state.cards.filter((card) => card.id !== id),
    defaultCardId: state.defaultCardId === id ? null : state.defaultCardId,
  });
}

function madeDefault(state: State, card: SavedCard, becomes: Become): State {
  const change = state.changes.get(card.id);
  const next =
    change?.status === 'undoable'
      ? { ...change, before: undefined }
      : isAwaited(change, 'default')
        ? undefined
        : change;
  if (state.status !== 'shown') return becomes(next);
  return becomes(next, {
    defaultCardId: card.id,
    news: { word: 'defaultChanged', card },
  });
}
