import type { SavedCard } from '../../card/saved-card.js';
import type { Feature } from '../../core/feature.js';
import { merchantEndpoint } from '../../core/merchant-endpoint.js';
import type { Change } from '../../core/store.js';
import type { MpError } from '../../errors.js';
import { prepareRemoval } from '../../merchant/client.js';
import { UNDO_TIME } from '../../timeouts.js';
import type { ListContext } from '../context.js';
import { BeforeRemoveEvent, CardRemovedEvent } from '../events.js';
import { isRemoval } from '../pending-changes.js';
import { visibleCards } from '../selectors.js';
import type { Action, State } from '../state.js';

/** A removal with its request, which is sent in the turn of the call as soon as the page has said what to send. */
interface Prepared {
  readonly card: SavedCard;
  send: () => Promise<void>;
}

/**
 * Removes cards. No question is asked: the row offers to undo, and the request is sent when the shopper has been away from
 * the row for a while, or at the last opportunity.
 */
export class Removal implements Feature<State, Action> {
  readonly #context: ListContext;
  /** The row of a card, if it is shown. */
  readonly #rowOf: (id: string) => HTMLElement | undefined;
  #undoable: Prepared | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: ListContext, rowOf: (id: string) => HTMLElement | undefined) {
    this.#context = context;
    this.#rowOf = rowOf;
  }

  removed(): void {
    this.#sendAll();
  }

  changed({ before, after, action }: Change<State, Action>): void {
    const { focus, report, emit } = this.#context;
    this.#sendDue(before, after);
    if ('card' in action && (action.type === 'remove' || action.type === 'undo')) {
      if (action.type === 'remove') this.#begin(action.card, after);
      const isInPlace = action.type === 'undo' || after.changes.get(action.card.id)?.status === 'undoable';
      if (isInPlace) focus({ row: action.card.id });
    }
    if (!('task' in action) || action.task !== 'remove') return;
    if (action.type === 'change-failed') report(action.error, 'remove');
    if (action.type !== 'change-done') return;
    this.#passFocus(before, action.card); // the row of a second attempt was still there
    emit(new CardRemovedEvent(action.card));
  }

  /** The shopper wants a card removed, or tries again after a failure. */
  remove(card: SavedCard): void {
    const { store, emit } = this.#context;
    const change = store.state.changes.get(card.id);
    const isRetry = change?.status === 'failed' && change.task === 'remove';
    if (!isRetry && !emit(new BeforeRemoveEvent(card))) return;
    this.#sendNow();
    store.dispatch({ type: 'remove', card, now: new Date() });
  }

  /** The pointer or the focus came to the row or left it: the time to undo begins again. */
  wait(): void {
    if (!this.#undoable) return;
    clearTimeout(this.#timer);
    const time = isTouch() ? UNDO_TIME.touch : UNDO_TIME.mouse;
    this.#timer = setTimeout(() => (this.#isAttended() ? this.wait() : this.#sendNow()), time);
  }

  #begin(card: SavedCard, after: State): void {
    const removal = this.#prepare(card);
    if (after.changes.get(card.id)?.status !== 'undoable') return void this.#send(removal);
    this.#undoable = removal;
    window.addEventListener('pagehide', this.#sendAll);
    this.wait();
  }

  /** A removal that can no longer be undone is sent in this turn. */
  #sendDue(before: State, after: State): void {
    const removal = this.#undoable;
    if (!removal || before.changes === after.changes) return;
    const change = after.changes.get(removal.card.id);
    if (change?.status === 'undoable') return;
    this.#undoable = undefined;
    clearTimeout(this.#timer);
    window.removeEventListener('pagehide', this.#sendAll);
    if (!change || !isRemoval(change)) return;
    void this.#send(removal);
    this.#passFocus(before, removal.card);
  }

  /** If the row with the focus goes, the focus moves to the next one; from the last to the one before. */
  #passFocus(before: State, { id }: SavedCard): void {
    const cards = before.status === 'shown' ? visibleCards(before) : [];
    const index = cards.findIndex((card) => card.id === id);
    if (index >= 0) this.#context.focus({ row: (cards[index + 1] ?? cards[index - 1])?.id }, { ifLost: true });
  }

  #sendNow(): void {
    const card = this.#undoable?.card;
    if (card) this.#context.store.dispatch({ type: 'change-due', task: 'remove', card });
  }

  /** The last opportunity to send what can still be undone. */
  readonly #sendAll = (): void => {
    this.#context.store.dispatch({ type: 'removals-due' });
  };

  /** The page is asked for its part of the request when the removal begins: at the end it may be too late. */
  #prepare(card: SavedCard): Prepared {
    const prepare = async () => prepareRemoval(merchantEndpoint(this.#context.settings), card.id);
    const prepared = prepare();
    const removal: Prepared = { card, send: async () => (await prepared)() };
    prepared.then(
      (send) => (removal.send = send),
      () => {
        // Reported when it is to be sent.
      },
    );
    return removal;
  }

  async #send({ card, send }: Prepared): Promise<void> {
    const { store } = this.#context;
    try {
      await send();
    } catch (cause) {
      store.dispatch({ type: 'change-failed', task: 'remove', card, error: cause as MpError });
      return;
    }
    store.dispatch({ type: 'change-done', task: 'remove', card });
  }

  /** On touch the pointer is nowhere, and the focus stays where it was put: only one that can be seen counts. */
  #isAttended(): boolean {
    const row = this.#undoable && this.#rowOf(this.#undoable.card.id);
    if (!row) return false;
    const { activeElement } = row.getRootNode() as ShadowRoot;
    return isTouch()
      ? row.querySelector(':focus-visible') !== null
      : row.contains(activeElement) || row.matches(':hover');
  }
}

const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;
