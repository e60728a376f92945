import { endsAttempt, isDecided } from '../card/outcome.js';
import { isInDoubt, type Attempts } from '../core/attempts.js';
import type { CardListLink, CardListSettings, NewCardFacts, NewCardLink } from '../core/card-list-link.js';
import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { PROTOCOL } from '../page-record.js';
import { VERSION } from '../version.js';
import type { ListContext } from './context.js';
import { isOtherChosen, isPaid, opensChoice, outcomeShown } from './selectors.js';
import { NO_FORM, isByShopper, isReset, type Action, type State } from './state.js';
import { ADD_CARD_SLOT } from './view.js';

/** What a form for a new card may cause in its list. */
export type AddCardEffects = Pick<CardListLink, 'cardAdded' | 'showOutcome'>;

/** "Use another card", the last choice of the list, and the forms for new cards that belong to the list. */
export class AddCardSlot implements Feature<State, Action>, CardListLink {
  readonly protocol = PROTOCOL;
  readonly version = VERSION;
  readonly #context: ListContext;
  readonly cardAdded: AddCardEffects['cardAdded'];
  readonly showOutcome: AddCardEffects['showOutcome'];
  readonly #forms = new Set<NewCardLink>();

  constructor(context: ListContext, { cardAdded, showOutcome }: AddCardEffects) {
    this.#context = context;
    this.cardAdded = cardAdded;
    this.showOutcome = showOutcome;
  }

  hostConnected(): void {
    this.updateHasOther();
  }

  /** The form that was in the slot says nothing any more, unless it was only moved and has joined again. */
  hostUpdate(): void {
    if (!this.form) this.formChanged(NO_FORM);
  }

  changed(change: Change<State, Action>): void {
    const { before, after, action } = change;
    const isOther = isOtherChosen(after);
    if (isPaid(after) && !isPaid(before)) this.form?.paid();
    const isFormPaid = (state: State) => !isPaid(state) && state.form.state === 'paid';
    // One that saves its card needs its fields until the shop has answered.
    if (isFormPaid(after) && !isFormPaid(before)) this.form?.reset();
    else if (isOther && isReset(action)) this.form?.reset();
    if (isOther && action.type === 'outcome' && endsAttempt(action.outcome)) {
      this.form?.dropToken('rejected');
      // What is typed for the next attempt is not taken away by a second refusal of this one.
      if (!isDecided(outcomeShown(before))) this.form?.clearCode();
    }
    if (isInDoubt(before.attempts) !== isInDoubt(after.attempts)) this.settingsChanged();
    if (opensChoice(change)) this.#context.afterUpdate(() => this.show(isByShopper(action)));
  }

  /** Something may have been put into the slot, whatever it is, or taken out. */
  updateHasOther(): void {
    const { host, store } = this.#context;
    const hasOther = host.querySelector(`:scope > [slot="${ADD_CARD_SLOT}"]`) !== null;
    store.dispatch({ type: 'setup', setup: { hasOther }, now: new Date() });
  }

  /** Our form in the slot; none when the shop has put something of its own there. */
  get form(): NewCardLink | undefined {
    return [...this.#forms].find(({ isSlotted }) => isSlotted);
  }

  /** Our form in the slot, when it is chosen. */
  get chosenForm(): NewCardLink | undefined {
    return isOtherChosen(this.#context.store.state) ? this.form : undefined;
  }

  get isInDoubt(): boolean {
    return isInDoubt(this.#context.store.state.attempts);
  }

  get settings(): CardListSettings {
    return this.#context.settings;
  }

  join(form: NewCardLink): () => void {
    this.#forms.add(form);
    this.updateHasOther();
    this.show(false);
    return () => {
      this.#forms.delete(form);
      this.#context.host.requestUpdate();
    };
  }

  formChanged(form: NewCardFacts): void {
    this.#context.store.dispatch({ type: 'form', form });
  }

  formAttempts(before: Attempts, after: Attempts): void {
    this.#context.store.dispatch({ type: 'form-attempts', before, after });
  }

  /** Something changed that a form takes from its list. */
  settingsChanged(): void {
    for (const form of this.#forms) form.settingsChanged();
  }

  /** Opens the form when its row is chosen, and closes it otherwise. */
  show(byShopper: boolean): void {
    const { store, settings } = this.#context;
    if (settings.mode !== 'pay') return; // there the form opens and closes by itself
    this.form?.show(isOtherChosen(store.state), byShopper);
  }
}
