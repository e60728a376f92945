import type { SavedCard } from '../card/saved-card.js';
import type { MpError } from '../errors.js';
import type { Choice, Shown, State } from './state.js';

/** What the shopper can have done to a card of the list. */
export type Task = 'remove' | 'default';

/**
 * A change of one card that the shop has not agreed to yet. A card without one is simply there.
 *
 * | change            | action         | next                                                             |
 * |-------------------|----------------|------------------------------------------------------------------|
 * | none, failed      | remove         | undoable; a removal that failed is under way again               |
 * | undoable          | undo           | none                                                             |
 * | undoable          | change-sent    | under way                                                        |
 * | none, failed      | change-sent    | under way                                                        |
 * | under way         | change-done    | none, and the list is as the shop has it; "gone" without a list  |
 * | under way         | change-failed | failed                                                           |
 *
 * Any other pair leaves the state as it is.
 */
export type Change =
  /** Removed for the shopper only: nothing was sent. `instead` took the place of a card that was chosen. */
  | { readonly status: 'undoable'; readonly instead: Choice | null }
  /** The shop was asked. `error`: for another time, and that is why. */
  | { readonly status: 'under-way'; readonly task: Task; readonly error?: MpError }
  | { readonly status: 'failed'; readonly task: Task; readonly error: MpError }
  /** The shop removed it while the list was asked for anew: a list that still has it is out of date. */
  | { readonly status: 'gone' };

/** By id of the card. */
export type Changes = ReadonlyMap<string, Change>;

export type ChangeAction =
  | { readonly type: 'remove'; readonly card: SavedCard; readonly instead: Choice }
  | { readonly type: 'undo'; readonly card: SavedCard }
  | { readonly type: 'change-sent' | 'change-done'; readonly task: Task; readonly card: SavedCard }
  | { readonly type: 'change-failed'; readonly task: Task; readonly card: SavedCard; readonly error: MpError };

/** The last thing that happened to a card, for those who hear the page. */
export type News =
  | { readonly word: 'removed' | 'restored' | 'defaultChanged' | 'cardAdded'; readonly card: SavedCard }
  | { readonly word: 'removeFailed' | 'defaultFailed'; readonly card: SavedCard; readonly error: MpError };

export function reduceChange(state: State, action: ChangeAction): State {
  const { card } = action;
  const change = state.changes.get(card.id);
  const becomes = (next: Change | undefined, more: Partial<Shown> = {}): State => {
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
        { status: 'undoable', instead: card === state.chosen ? action.instead : null },
        { news: { word: 'removed', card } },
      );
    case 'undo':
      return change?.status === 'undoable' ? becomes(undefined, { news: { word: 'restored', card } }) : state;
    case 'change-sent': {
      if (change?.status === 'under-way' || change?.status === 'gone') return state;
      if (change?.status === 'undoable') return becomes({ status: 'under-way', task: 'remove' });
      return becomes({ ...change, status: 'under-way', task: action.task }, { news: null });
    }
    case 'change-done':
      return action.task === 'remove' ? removed(state, card, becomes) : madeDefault(state, card, becomes);
    case 'change-failed': {
      if (change?.status !== 'under-way' || change.task !== action.task) return state;
      const { task, error } = action;
      const word = task === 'remove' ? 'removeFailed' : 'defaultFailed';
      return becomes({ status: 'failed', task, error }, { news: { word, card, error } });
    }
  }
}

type Become = (next: Change | undefined, more?: Partial<Shown>) => State;

function removed(state: State, { id }: SavedCard, becomes: Become): State {
  if (state.status !== 'shown') return becomes({ status: 'gone' });
  return becomes(undefined, {
    cards: state.cards.filter((card) => card.id !== id),
    defaultCardId: state.defaultCardId === id ? null : state.defaultCardId,
  });
}

function madeDefault(state: State, card: SavedCard, becomes: Become): State {
  const change = state.changes.get(card.id);
  if (state.status !== 'shown') return becomes(undefined);
  const isStillAwaited = change?.status === 'under-way' && change.task === 'default';
  return becomes(isStillAwaited ? undefined : change, {
    defaultCardId: card.id,
    news: { word: 'defaultChanged', card },
  });
}

const isRemoval = (change: Change): boolean =>
  change.status === 'gone' || (change.status === 'under-way' && change.task === 'remove');

/** What becomes of changes when the list is asked for anew: only removals that the shop was asked for go on. */
export const removalsOf = (changes: Changes): Changes =>
  new Map([...changes].filter(([, change]) => isRemoval(change)));

/** The same when other cards take their place: what the shopper may still undo can be undone. */
export const stillWanted = (changes: Changes, cards: readonly SavedCard[]): Changes =>
  new Map(
    [...changes].filter(
      ([id, change]) => isRemoval(change) || (change.status === 'undoable' && cards.some((card) => card.id === id)),
    ),
  );

/** A list that came, without the cards that were removed while it was on its way. */
export const withoutGone = (changes: Changes, cards: readonly SavedCard[]): Pick<Shown, 'cards' | 'changes'> => ({
  cards: cards.filter(({ id }) => changes.get(id)?.status !== 'gone'),
  changes: new Map([...changes].filter(([, { status }]) => status !== 'gone')),
});

/** The card is being removed, though it may come back: nobody can pay with it. */
export function isLeaving({ changes }: Pick<State, 'changes'>, { id }: SavedCard): boolean {
  const change = changes.get(id);
  return change !== undefined && (change.status === 'undoable' || isRemoval(change));
}

/** The card's row is gone from the list, although the shop has not agreed yet. A second attempt stays in sight. */
export function isHidden({ changes }: Pick<State, 'changes'>, { id }: SavedCard): boolean {
  const change = changes.get(id);
  return change !== undefined && isRemoval(change) && !('error' in change);
}
