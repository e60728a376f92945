import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { MpError } from '../errors.js';
import { isSameChoice } from './choice.js';
import type { ListContext } from './context.js';
import { CardSelectedEvent } from './events.js';
import { choiceOf, chosenCard, isOtherChosen, listFault } from './selectors.js';
import { isByShopper, isChoice, type Action, type State } from './state.js';

/** The chosen row, as the page sees it: `card-id` and `card-selected`. */
export class Selection implements Feature<State, Action> {
  readonly #context: Pick<ListContext, 'store' | 'emit' | 'settings'>;
  /** `card-id` as the page has set it since the last update of the element, which applies it. */
  #given: string | null | undefined;

  constructor(context: Pick<ListContext, 'store' | 'emit' | 'settings'>) {
    this.#context = context;
  }

  get cardId(): string | null {
    const { cardId } = this.#context.store.state;
    return this.#given === undefined ? cardId : this.#given;
  }

  set cardId(cardId: string | null | undefined) {
    this.#given = cardId === this.#context.store.state.cardId ? undefined : cardId;
  }

  /** `card-id`, if the page has set it since the last update. */
  takeGiven(): string | null | undefined {
    const given = this.#given;
    this.#given = undefined;
    return given;
  }

  changed({ before, after, action }: Change<State, Action>): void {
    if (before.status !== 'shown' || after.status !== 'shown' || after.setup.isManaging) return;
    const isMoved = !isSameChoice(choiceOf(before), choiceOf(after));
    const isChange = action.type === 'remove' || action.type === 'undo';
    if (isMoved && (isChoice(action) || isChange) && isByShopper(action))
      this.#context.emit(new CardSelectedEvent(after.chosen));
  }

  /** A submit of the form needs a token. What a shop puts under "use another card" by itself is its own concern. */
  isToBePaid(hasForm: boolean): boolean {
    const { store, settings } = this.#context;
    const { state } = store;
    return isOtherChosen(state) ? hasForm : chosenCard(state) !== null || settings.required;
  }

  /** @throws MpError when no card is chosen, which is shown */
  requireCard(): void {
    const { store } = this.#context;
    const fault = listFault(store.state);
    if (fault) throw fault;
    if (chosenCard(store.state)) return;
    store.dispatch({ type: 'check' });
    throw new MpError('code-incomplete', 'No card is chosen.');
  }
}
