import type { SavedCard } from '../card/saved-card.js';
import type { NewCardLink } from '../core/card-list-link.js';
import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import type { ListContext } from './context.js';
import { chosenCard } from './selectors.js';
import type { Action, State } from './state.js';

/** Where the shopper types next, which is rendered later than the choice. */
interface TypingPlaces {
  /** Settles when the field of the security code is on its way. */
  codeShown(): Promise<void>;
  /** The form for another card, if it is ours and chosen. */
  chosenForm(): NewCardLink | undefined;
}

/** Moves the focus to where the shopper types next: to the code of a card, or to the form for another one. */
export class CodeFocus implements Feature<State, Action> {
  readonly #context: ListContext;
  readonly #places: TypingPlaces;

  constructor(context: ListContext, places: TypingPlaces) {
    this.#context = context;
    this.#places = places;
  }

  changed({ after, action }: Change<State, Action>): void {
    if (action.type === 'another-payment') void this.#focusNextPayment();
    if (action.type === 'added') void this.#focusAdded(action.card, after);
  }

  /** Moves the focus to the code of the chosen card. `isWanted`: false when the shopper has gone elsewhere meanwhile. */
  async focusCode(isWanted = () => true): Promise<void> {
    const { store, focus } = this.#context;
    const card = chosenCard(store.state);
    await this.#shown();
    await store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
    if (chosenCard(store.state) === card && isWanted()) focus('correction');
  }

  async #focusNextPayment(): Promise<void> {
    await this.#shown();
    const form = this.#places.chosenForm();
    // The frames of the form are only on their way.
    if (form) void form.correct('cardNumber');
    else this.#context.focus('correction');
  }

  /** A card that is not chosen was saved after a payment: the shopper is elsewhere. */
  async #focusAdded(card: SavedCard, after: State): Promise<void> {
    if (after.setup.isManaging) this.#context.focus({ row: card.id });
    else if (chosenCard(after) === card) await this.focusCode();
  }

  async #shown(): Promise<void> {
    await this.#context.host.updateComplete;
    await this.#places.codeShown();
  }
}
