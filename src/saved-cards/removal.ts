import { isSameCard } from '../card/same-card.js';
import type { SavedCard } from '../card/saved-card.js';
import type { MpError } from '../errors.js';
import { prepareRemoval } from '../merchant/client.js';
import { UNDO_TIME } from '../timeouts.js';
import { merchantEndpoint } from '../core/merchant-endpoint.js';
import { BeforeRemoveEvent, CardRemovedEvent } from './events.js';
import type { Session } from './session.js';

/** A removal that the shop has not been asked for yet. */
interface Waiting {
  readonly card: SavedCard;
  /** Sends it: in the turn of the call, as soon as the page has said what to send. */
  send: () => Promise<void>;
}

/**
 * Removes cards. No question is asked: the row offers to undo, and the shop is asked when nobody has been at the row for a
 * while, or when there would be no other time.
 */
export class Removal {
  readonly #session: Session;
  #waiting: Waiting | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The shopper wants a card removed, or tries again after a failure. */
  remove(card: SavedCard): void {
    const { store, element, rows } = this.#session;
    const change = store.state.changes.get(card.id);
    const isRetry = change?.status === 'failed' && change.task === 'remove';
    if (!isRetry && !element.dispatchEvent(new BeforeRemoveEvent(card))) return;
    this.flush();
    const before = this.#session.chosen;
    if (!store.dispatch({ type: 'remove', card, instead: this.#session.choiceWithout(card) })) return;
    if (this.#session.chosen !== before) this.#session.choiceMoved(true);
    const removal = this.#prepare(card);
    if (store.state.changes.get(card.id)?.status !== 'undoable') return void this.#send(removal);
    this.#waiting = removal;
    window.addEventListener('pagehide', this.flush);
    this.waitAgain();
    void rows.focus(card);
  }

  undo(card: SavedCard): void {
    const { store, rows, chosen } = this.#session;
    if (this.#waiting?.card.id !== card.id) return;
    this.#forget();
    store.dispatch({ type: 'undo', card });
    if (this.#session.chosen !== chosen) this.#session.choiceMoved(true);
    void rows.focus(card);
  }

  /** The shopper saved the same card again before the shop was asked to remove it: then it must not be asked. */
  keep(card: SavedCard): void {
    if (!this.#waiting || !isSameCard(this.#waiting.card, card)) return;
    const { store } = this.#session;
    store.dispatch({ type: 'undo', card: this.#waiting.card });
    this.#forget();
  }

  /** The pointer or the focus came to the row or left it: the time to undo begins anew. */
  waitAgain(): void {
    if (!this.#waiting) return;
    clearTimeout(this.#timer);
    const time = isTouch() ? UNDO_TIME.touch : UNDO_TIME.mouse;
    this.#timer = setTimeout(() => (this.#isAttended() ? this.waitAgain() : this.flush()), time);
  }

  /** Asks the shop now, in this very turn: later may be too late. */
  readonly flush = (): void => {
    const waiting = this.#waiting;
    if (!waiting) return;
    const { store, rows } = this.#session;
    this.#forget();
    void this.#send(waiting);
    const { card } = waiting;
    void rows.passFocus(card, () => store.dispatch({ type: 'change-sent', task: 'remove', card }));
  };

  /** What the page has to say about the request is asked when the removal begins. */
  #prepare(card: SavedCard): Waiting {
    const prepare = async () => prepareRemoval(merchantEndpoint(this.#session.element), card.id);
    const prepared = prepare();
    const removal: Waiting = { card, send: async () => (await prepared)() };
    prepared.then(
      (send) => (removal.send = send),
      () => {
        // Told when it is to be sent.
      },
    );
    return removal;
  }

  async #send({ card, send }: Waiting): Promise<void> {
    const { store, rows, element } = this.#session;
    try {
      await send();
    } catch (cause) {
      const error = cause as MpError;
      store.dispatch({ type: 'change-failed', task: 'remove', card, error });
      this.#session.reportError(error, 'remove');
      return;
    }
    void rows.passFocus(card, () => store.dispatch({ type: 'change-done', task: 'remove', card }));
    element.dispatchEvent(new CardRemovedEvent(card));
  }

  #forget(): void {
    this.#waiting = undefined;
    clearTimeout(this.#timer);
    window.removeEventListener('pagehide', this.flush);
  }

  /** On touch the pointer stays nowhere, and the focus stays where it was put: only one that can be seen counts. */
  #isAttended(): boolean {
    const { rows } = this.#session;
    const card = this.#waiting?.card;
    const row = card && rows.of(card);
    if (!row) return false;
    return isTouch() ? row.querySelector(':focus-visible') !== null : rows.hasFocus(card) || row.matches(':hover');
  }
}

const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;
