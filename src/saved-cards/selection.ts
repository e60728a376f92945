import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { isSameChoice } from './choice.js';
import type { ListContext } from './context.js';
import { CardSelectedEvent } from './events.js';
import { choiceOf, chosenCard } from './selectors.js';
import { isByShopper, isChoice, type Action, type State } from './state.js';

/** The chosen row, and what the page knows of it: `card-id` and `card-selected`. */
export class Selection implements Feature<State, Action> {
  readonly #context: ListContext;

  constructor(context: ListContext) {
    this.#context = context;
  }

  changed({ before, after, action }: Change<State, Action>): void {
    if (after.status !== 'shown' || after.setup.isManaging) return;
    const isNew = before.status !== 'shown' || before.setup.isManaging || action.type === 'list';
    const isMoved = before.status === 'shown' && !isSameChoice(choiceOf(before), choiceOf(after));
    const idBefore = chosenCard(before)?.id ?? null;
    // What a listener of the page has set meanwhile is its next wish.
    if (isNew || (isMoved && this.#context.settings.cardId === idBefore)) this.#show();
    const isChange = action.type === 'remove' || action.type === 'undo';
    if (isMoved && (isChoice(action) || isChange) && isByShopper(action))
      this.#context.emit(new CardSelectedEvent(after.chosen));
  }

  /** Chooses the card with this id if it can be paid with, or nothing; anything else is left alone. */
  chooseCard(cardId: string | null, byShopper: boolean): void {
    const { store } = this.#context;
    if (store.state.status !== 'shown' || store.state.setup.isManaging) return;
    if (!store.dispatch({ type: 'choose-card', cardId, byShopper, now: new Date() })) this.#show();
  }

  #show(): void {
    const { store, settings } = this.#context;
    settings.cardId = chosenCard(store.state)?.id ?? null;
  }
}
