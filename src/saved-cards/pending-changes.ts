import type { SavedCard } from '../card/saved-card.js';
import { mayBeDone, type MpError } from '../errors.js';
import type { Choice } from './choice.js';

/** What the shopper can have done to a card of the list. */
export type Task = 'remove' | 'default';

/** A change of one card that the shop has not agreed to yet. A card without one is unchanged. */
export type CardChange =
  /**
   * Removed for the shopper only: nothing was sent. `instead` took the place of a card that was chosen, and `before` comes back
   * with undo.
   */
  | { readonly status: 'undoable'; readonly instead: Choice | null; readonly before?: CardChange | undefined }
  /** The shop was asked. `error`: why an earlier request failed. */
  | { readonly status: 'under-way'; readonly task: Task; readonly error?: MpError }
  | { readonly status: 'failed'; readonly task: Task; readonly error: MpError }
  /** The shop removed it while a request of the list was under way: an answer that still has it is out of date. */
  | { readonly status: 'gone' };

/** By id of the card. */
export type CardChanges = ReadonlyMap<string, CardChange>;

export type ChangeAction =
  | { readonly type: 'remove'; readonly card: SavedCard; readonly now: Date }
  | { readonly type: 'undo'; readonly card: SavedCard }
  /** `change-due`: the request is to be sent now; `change-done`: the shop has agreed. */
  | { readonly type: 'change-due' | 'change-done'; readonly task: Task; readonly card: SavedCard }
  | { readonly type: 'change-failed'; readonly task: Task; readonly card: SavedCard; readonly error: MpError }
  /** What can still be undone is sent now: it is the last opportunity. */
  | { readonly type: 'removals-due' };

/** What the shopper reads first of a change that failed. */
export const failedChange = (task: Task, error: MpError) =>
  `${task}${mayBeDone(error) ? 'Unknown' : 'Failed'}` as const;

/** The last thing that happened to a card, for the live region. */
export type News =
  | { readonly word: 'restored' | 'defaultChanged' | 'cardAdded'; readonly card: SavedCard }
  /** `instead` is chosen in its place. */
  | { readonly word: 'removed'; readonly card: SavedCard; readonly instead: SavedCard | null }
  /** It was pressed, and cannot be chosen. */
  | { readonly word: 'cardUnusable'; readonly card: SavedCard }
  | { readonly word: ReturnType<typeof failedChange>; readonly card: SavedCard; readonly error: MpError };

interface WithChanges {
  readonly changes: CardChanges;
}

export const isRemoval = (change: CardChange): boolean =>
  change.status === 'gone' || (change.status === 'under-way' && change.task === 'remove');

const SENT: CardChange = { status: 'under-way', task: 'remove' };

/** The same, with every removal sent that could still be undone. */
export function withRemovalsSent(changes: CardChanges): CardChanges {
  const isUndoable = ({ status }: CardChange) => status === 'undoable';
  if (![...changes.values()].some(isUndoable)) return changes;
  return new Map([...changes].map(([id, change]) => [id, isUndoable(change) ? SENT : change]));
}

const withoutMarks = (changes: CardChanges): CardChanges =>
  new Map([...changes].filter(([, { status }]) => status !== 'gone'));

/**
 * The same when the list is requested: all removals are sent, and those that the shop agreed to before are forgotten, since its
 * answer knows of them.
 */
export const changesAsked = (changes: CardChanges): CardChanges => withoutMarks(withRemovalsSent(changes));

/** The same when no list is shown meanwhile: removals go on, nothing else. */
export const removalsOf = (changes: CardChanges): CardChanges =>
  new Map([...changesAsked(changes)].filter(([, change]) => isRemoval(change)));

/** The same when other cards take their place: what the shopper can still undo stays so, as long as the card is there. */
export function changesIn(changes: CardChanges, cards: readonly SavedCard[]): CardChanges {
  const isListed = (id: string) => cards.some((card) => card.id === id);
  const kept = [...changes].filter(([, change]) => isRemoval(change) || change.status === 'undoable');
  return new Map(kept.map(([id, change]) => [id, change.status === 'undoable' && !isListed(id) ? SENT : change]));
}

/** A list that came, without the cards that were removed while it was on its way. */
export const withoutGone = (
  changes: CardChanges,
  cards: readonly SavedCard[],
): { cards: readonly SavedCard[]; changes: CardChanges } => ({
  cards: cards.filter(({ id }) => changes.get(id)?.status !== 'gone'),
  changes: withoutMarks(changes),
});

/** The card is being removed, though it may come back: it cannot be paid with. */
export function isLeaving({ changes }: WithChanges, { id }: SavedCard): boolean {
  const change = changes.get(id);
  return change !== undefined && (change.status === 'undoable' || isRemoval(change));
}

/** The card has no row any more, although the shop has not agreed yet. A second attempt stays in sight. */
export function isHidden({ changes }: WithChanges, { id }: SavedCard): boolean {
  const change = changes.get(id);
  return change !== undefined && isRemoval(change) && !('error' in change);
}
