import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { isSameChoice } from './choice.js';
import type { ListContext } from './context.js';
import { CardSelectedEvent } from './events.js';
import { choiceOf } from './selectors.js';
import { isByShopper, isChoice, type Action, type State } from './state.js';

/** The chosen row, as the page sees it: `card-id` and `card-selected`. */
export class Selection implements Feature<State, Action> {
  readonly #context: Pick<ListContext, 'store' | 'emit'>;
  /** `card-id` as the page has set it since the last update of the element, which applies it. */
  #given: string | null | undefined;

  constructor(context: Pick<ListContext, 'store' | 'emit'>) {
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
}
