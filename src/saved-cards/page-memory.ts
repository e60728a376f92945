import type { CardList } from '../card/saved-card.js';
import type { CardErrorEvent } from '../core/events.js';
import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { placeInPage } from '../core/place-in-page.js';
import { REPLACEMENT_TIME } from '../timeouts.js';
import { isLeaving } from './pending-changes.js';
import type { Choice } from './choice.js';
import type { ListContext } from './context.js';
import { choiceOf } from './selectors.js';
import type { Action, State } from './state.js';

/** The state of a list that the page removed. */
interface RemovedList {
  /** `card-id`, as the page gave it. */
  readonly givenId: string | null;
  /** The row that the shopper had chosen, if it was another one than at first. */
  readonly choice: Choice | undefined;
  readonly list: CardList;
  readonly headers: string;
  readonly time: number;
}

const memory = new Map<string, RemovedList>();

/**
 * A page that replaces its payment section, or shows a snapshot of it, gets a new element: it begins where the one before was
 * taken away.
 */
export class PageMemory implements Feature<State, Action> {
  readonly #context: ListContext;
  #place = '';
  #isSignedOut = false;

  constructor(context: ListContext) {
    this.#context = context;
  }

  /** What the element that this one replaces has left. The address may be another one by the time that this one is taken away. */
  recall(): { choice: Choice | undefined; list: CardList | undefined } {
    const { settings, internals, store } = this.#context;
    const { givenId, statusDetail } = store.state.setup;
    this.#place = placeInPage(internals.form, settings);
    const removed = memory.get(this.#place);
    const isOther = givenId !== null && (statusDetail || givenId !== removed?.givenId);
    const isFresh = removed !== undefined && Date.now() - removed.time < REPLACEMENT_TIME;
    return {
      choice: isOther ? undefined : removed?.choice,
      list: isFresh && removed.headers === this.#headers ? removed.list : undefined,
    };
  }

  changed({ action }: Change<State, Action>): void {
    if (action.type === 'list') this.#isSignedOut = false;
  }

  hostConnected(): void {
    window.addEventListener('card-error', this, true);
  }

  /** Any element of the page found the shopper signed out, a form for a new card too: the next one sees nothing of the list. */
  handleEvent({ detail }: CustomEvent<Partial<CardErrorEvent['detail']> | null>): void {
    if (detail?.error?.code !== 'signed-out') return;
    this.#isSignedOut = true;
    memory.clear();
  }

  hostDisconnected(): void {
    window.removeEventListener('card-error', this, true);
    const { state } = this.#context.store;
    if (state.status !== 'shown' || !this.#place) return;
    const { first, isPaid, defaultCardId, setup } = state;
    if (isPaid || this.#isSignedOut) return void memory.delete(this.#place);
    const choice = choiceOf(state);
    memory.set(this.#place, {
      givenId: setup.givenId,
      choice: isSameRow(choice, first) ? undefined : choice,
      list: { cards: state.cards.filter((card) => !isLeaving(state, card)), defaultCardId },
      headers: this.#headers,
      time: Date.now(),
    });
  }

  /** What may say whose cards they are. Headers that cannot be read as text are others each time. */
  get #headers(): string {
    const { requestHeaders, requestInit } = this.#context.settings;
    return JSON.stringify([requestHeaders, requestInit], (_, value: unknown) =>
      typeof value === 'function' || value instanceof Headers ? Math.random() : value,
    );
  }
}

const isSameRow = (one: Choice, other: Choice): boolean =>
  one.card?.id === other.card?.id && one.isOther === other.isOther;
