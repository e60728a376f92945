import { decodeCards } from '../card/decode.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
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
import type { Action, State } from './state.js';

/** What an element that this one replaces has left. */
interface Remembered {
  readonly choice: Choice | undefined;
  /** Its list, if it was removed just now. */
  readonly list: CardList | undefined;
}

/** Brings the cards into the list, from the page or from the shop. */
export class LoadCards implements Feature<State, Action> {
  readonly #context: ListContext;
  readonly #recall: () => Remembered;
  #request = new AbortController();

  constructor(context: ListContext, recall: () => Remembered) {
    this.#context = context;
    this.#recall = recall;
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
    const { choice, list: recent } = this.#recall();
    if (recent && !cards && store.state.status === 'loading') this.#show(recent, choice);
    // Cards that are given while others are shown replace them at once: the shopper may be in the middle of typing.
    const list = cards && store.state.status === 'shown' ? decoded(cards) : undefined;
    if (list) {
      this.#request.abort();
      this.#show(list);
    } else void this.#list(cards, choice, recent !== undefined && !cards);
  }

  /** Asks for the cards again, also when some were given. */
  reload(): void {
    const { endpoint, cards } = this.#context.settings;
    void this.#list(endpoint ? undefined : cards);
  }

  /** The shop has saved a card. While no list is shown, the next one has it. */
  add(card: SavedCard): void {
    if (!this.#context.store.dispatch({ type: 'added', card })) this.reload();
  }

  /** Settles when a list is there, rendered with what the page has set in this turn. Nothing where that is so already. */
  settled(): Promise<unknown> | undefined {
    const { host, store } = this.#context;
    const isThere = ({ status }: State) => status !== 'loading';
    if (!host.isUpdatePending && isThere(store.state)) return undefined;
    return host.updateComplete.then(() => store.until(isThere)).then(() => host.updateComplete);
  }

  /** `isAgain`: the list of the replaced element stays meanwhile; a failure is silent unless the shopper is signed out. */
  async #list(given: unknown, remembered?: Choice, isAgain = false): Promise<void> {
    const { store, settings, report } = this.#context;
    this.#request.abort();
    const { signal } = (this.#request = new AbortController());
    const { state } = store;
    // A card that is being typed, because the list did not come, is not lost to another attempt.
    const isKept = state.status === 'shown' && (isAgain || (state.listError && isOtherChosen(state)));
    store.dispatch({ type: isKept ? 'load-again' : 'load' });
    try {
      const parsing = given ? documentParsed() : undefined;
      if (parsing) await parsing;
      if (signal.aborted) return;
      this.#show(given ? decodeCards(given) : await listCards(merchantEndpoint(settings), signal), remembered);
    } catch (cause) {
      if (signal.aborted) return;
      const error = toMpError(cause, 'protocol', 'The cards could not be read.');
      store.dispatch({ type: 'list-failed', error });
      // The cards that are shown can be paid with.
      if (!isAgain || error.code === 'signed-out') report(error, 'list');
    }
  }

  #show(list: CardList, remembered?: Choice): void {
    this.#context.store.dispatch({ type: 'list', list, remembered, now: new Date() });
  }
}

/** Nothing for cards that cannot be read: they are reported as those of any list. */
function decoded(cards: unknown): CardList | undefined {
  try {
    return decodeCards(cards);
  } catch {
    return undefined;
  }
}
