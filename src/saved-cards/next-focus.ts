import type { Outcome } from '../card/outcome.js';
import { attention } from '../core/attention.js';
import type { NewCardLink } from '../core/card-list-link.js';
import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import type { ListContext } from './context.js';
import { chosenCard, outcomeShown } from './selectors.js';
import type { Action, State } from './state.js';

/** Where the shopper types. */
interface TypingPlaces {
  /** Settles when the field of the security code is on its way. */
  codeShown(): Promise<void>;
  /** The form for another card, if it is ours and chosen. */
  chosenForm(): NewCardLink | undefined;
}

/** Moves the focus to what the shopper needs next, once it is there. */
export class NextFocus implements Feature<State, Action> {
  readonly #context: ListContext;
  readonly #places: TypingPlaces;

  constructor(context: ListContext, places: TypingPlaces) {
    this.#context = context;
    this.#places = places;
  }

  changed({ after, action }: Change<State, Action>): void {
    const { focus } = this.#context;
    switch (action.type) {
      case 'another-payment':
        return void this.#nextPayment();
      case 'outcome':
        if (action.outcome.kind === 'refused') void this.#correction(action.outcome);
        return;
      case 'added':
        if (after.setup.isManaging) focus({ row: action.card.id });
        // Another one is chosen after a payment: the shopper is elsewhere.
        else if (chosenCard(after) === action.card) void this.code();
    }
  }

  /** The code of the chosen card. */
  async code(): Promise<void> {
    const { store, host, focus } = this.#context;
    const card = chosenCard(store.state);
    const isHere = attention(host);
    await this.#codeReady();
    if (chosenCard(store.state) === card && isHere()) focus('correction');
  }

  async #nextPayment(): Promise<void> {
    await this.#shown();
    const form = this.#places.chosenForm();
    // The frames of the form are only on their way.
    if (form) void form.correct('cardNumber');
    else this.#context.focus('correction');
  }

  async #correction(outcome: Outcome): Promise<void> {
    const { store, host, focus } = this.#context;
    const { remedy, field } = outcome;
    const isHere = attention(host);
    await this.#shown();
    const { state } = store;
    const isOther = state.status === 'shown' && state.isOther;
    const form = this.#places.chosenForm();
    if (form && (remedy === 'code' || field)) {
      await form.correct(field);
      if (isHere()) focus('form');
      return;
    }
    const isForCode = remedy === 'code' && !isOther;
    if (isForCode) await this.#codeReady();
    if (outcomeShown(store.state) !== outcome || !isHere()) return;
    if (isForCode || (isOther && remedy === 'card')) focus('correction');
    else focus(remedy === 'card' ? 'another-card' : remedy === 'installments' ? 'installments' : 'notice');
  }

  async #codeReady(): Promise<void> {
    await this.#shown();
    await this.#context.store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
  }

  async #shown(): Promise<void> {
    await this.#context.host.updateComplete;
    await this.#places.codeShown();
  }
}
