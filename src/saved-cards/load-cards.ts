import { decodeCards } from '../card/decode.js';
import type { CardList } from '../card/saved-card.js';
import type { Feature } from '../core/feature.js';
import { merchantEndpoint } from '../core/merchant-endpoint.js';
import type { Change } from '../core/store.js';
import { documentParsed } from '../document-parsed.js';
import { toMpError } from '../errors.js';
import { listCards } from '../merchant/client.js';
import type { Choice } from './choice.js';
import type { ListContext } from './context.js';
import { CardsReadyEvent } from './events.js';
import { isOtherChosen, listed } from './selectors.js';
import type { Action, State, Wanted } from './state.js';

/** What the page remembers of a list that it took away. */
interface RememberedList {
  recall(): { choice: Choice | undefined; list: CardList | undefined };
}

/** Brings the cards into the list, from the page or from the shop. */
export class LoadCards implements Feature<State, Action> {
  readonly #context: ListContext;
  readonly #memory: RememberedList;
  #request = new AbortController();
  /** The choice in the element that this one replaces. */
  #chosen: Choice | undefined;

  constructor(context: ListContext, memory: RememberedList) {
    this.#context = context;
    this.#memory = memory;
  }

  changed({ after, action }: Change<State, Action>): void {
    if (action.type !== 'list' || after.status !== 'shown') return;
    const { afterUpdate, emit } = this.#context;
    afterUpdate(() => emit(new CardsReadyEvent(listed(after), after.chosen?.id ?? null)));
  }

  /** Takes the cards that were given, or asks for them. */
  load(): void {
    const { cards } = this.#context.settings;
    const { store } = this.#context;
    const { choice, list: recent } = this.#memory.recall();
    this.#chosen = choice;
    if (recent && !cards && store.state.status === 'loading')
      store.dispatch({ type: 'list', list: recent, ...this.#now() });
    // Cards that are given while others are shown take their place at once: the shopper may be in the middle of typing.
    const list = cards && store.state.status === 'shown' ? decoded(cards) : undefined;
    if (list) store.dispatch({ type: 'list', list, ...this.#now() });
    else void this.#list(cards, recent !== undefined && !cards);
  }

  /** Asks for the cards again, also when some were given. */
  reload(): void {
    const { endpoint, cards } = this.#context.settings;
    void this.#list(endpoint ? undefined : cards);
  }

  /** `isAgain`: a list of a moment ago is shown meanwhile. */
  async #list(given: unknown, isAgain = false): Promise<void> {
    const { store, settings, report } = this.#context;
    this.#request.abort();
    const { signal } = (this.#request = new AbortController());
    const { state } = store;
    // A card that is being typed, because the list did not come, is not lost to another attempt.
    const isTyping = state.status === 'shown' && state.listError && isOtherChosen(state);
    if (isTyping) store.dispatch({ type: 'removals-due' });
    else if (!isAgain) store.dispatch({ type: 'load' });
    try {
      const parsing = given ? documentParsed() : undefined;
      if (parsing) await parsing;
      if (signal.aborted) return;
      const list = given ? decodeCards(given) : await listCards(merchantEndpoint(settings), signal);
      store.dispatch({ type: 'list', list, ...this.#now() });
    } catch (cause) {
      if (signal.aborted) return;
      const error = toMpError(cause, 'protocol', 'The cards could not be read.');
      if (isAgain && error.code !== 'signed-out') return;
      if (isAgain) store.dispatch({ type: 'load' });
      store.dispatch({ type: 'list-failed', error, wanted: wantedBy(settings) });
      report(error, 'list');
    }
  }

  #now(): { wanted: Wanted; now: Date } {
    return { wanted: { ...wantedBy(this.#context.settings), chosen: this.#chosen }, now: new Date() };
  }
}

export const wantedBy = ({ cardId, statusDetail }: Wanted): Wanted => ({ cardId, statusDetail });

/** Nothing for cards that cannot be read: they are reported as those of any list. */
function decoded(cards: unknown): CardList | undefined {
  try {
    return decodeCards(cards);
  } catch {
    return undefined;
  }
}
