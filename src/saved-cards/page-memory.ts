import type { CardList } from '../card/saved-card.js';
import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { MpError } from '../errors.js';
import { MOMENT } from '../timeouts.js';
import { isLeaving } from './pending-changes.js';
import type { Choice } from './choice.js';
import type { ListContext } from './context.js';
import { choiceOf } from './selectors.js';
import type { Action, Shown, State } from './state.js';

/** What is left of a list that the page took away. */
interface Remains {
  /** `card-id`, as the page gave it. */
  readonly givenId: string | null;
  /** The row that the shopper had chosen, if it was another one than at first. */
  readonly choice: Choice | undefined;
  /** The typed code was lost, and the message about it was not shown yet. */
  readonly hasDigits: boolean;
  readonly list: CardList;
  readonly headers: string;
  readonly time: number;
}

const memory = new Map<string, Remains>();

/**
 * A page that replaces its payment section, or shows a snapshot of it, gets a new element: it begins where the one before was
 * taken away.
 */
export class PageMemory implements Feature<State, Action> {
  readonly #context: ListContext;
  /** What was typed in the list of before is to be typed again. */
  readonly #missDigits: () => void;
  #key = '';
  #givenId: string | null = null;
  #owesWord = false;
  #isSignedOut = false;

  constructor(context: ListContext, missDigits: () => void) {
    this.#context = context;
    this.#missDigits = missDigits;
  }

  /** The page chose a card, or none. */
  given(cardId: string | null): void {
    this.#givenId = cardId;
  }

  /** What the list of before leaves to this one. The address may be another one by the time that this one is taken away. */
  recall(): { choice: Choice | undefined; list: CardList | undefined } {
    const { settings, internals } = this.#context;
    const { publicKey, endpoint, name, statusDetail } = settings;
    const { form } = internals;
    const attribute = (of: string) => form && Element.prototype.getAttribute.call(form, of);
    this.#key = JSON.stringify([location.pathname, attribute('id') || attribute('action'), publicKey, endpoint, name]);
    const remains = memory.get(this.#key);
    const isOther = this.#givenId !== null && (statusDetail || this.#givenId !== remains?.givenId);
    const isFresh = remains !== undefined && Date.now() - remains.time < MOMENT;
    this.#owesWord = isFresh && remains.hasDigits && !statusDetail;
    if (this.#owesWord) this.#missDigits();
    return {
      choice: isOther ? undefined : remains?.choice,
      list: isFresh && remains.headers === this.#headers ? remains.list : undefined,
    };
  }

  changed({ action }: Change<State, Action>): void {
    // The answer to any request: nothing of the list is shown again.
    if ('error' in action && action.error.code === 'signed-out') {
      this.#isSignedOut = true;
      memory.delete(this.#key);
    }
    if (action.type === 'list') this.#isSignedOut = false;
    if (action.type === 'field' && action.event.type === 'ready') this.#owesWord = false;
  }

  hostDisconnected(): void {
    const { state } = this.#context.store;
    if (state.status !== 'shown' || !this.#key) return;
    const { first, isPaid, defaultCardId } = state;
    if (isPaid || this.#isSignedOut) return void memory.delete(this.#key);
    const choice = choiceOf(state);
    memory.set(this.#key, {
      givenId: this.#givenId,
      choice: isSameRow(choice, first) ? undefined : choice,
      hasDigits: this.#owesWord || hasDigits(state),
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
  one.card?.id === other.card?.id && (one.isOther ?? false) === (other.isOther ?? false);

/** Typed, or lost and not typed again. */
const hasDigits = ({ field, notice }: Shown): boolean =>
  (field.status === 'ready' && field.code !== 'empty') || (notice instanceof MpError && notice.code === 'field-lost');
