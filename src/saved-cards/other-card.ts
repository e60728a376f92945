import type { SavedCard } from '../card/saved-card.js';
import type { CardListLink, CardListSettings, NewCardLink } from '../core/card-list-link.js';
import type { Outcome } from '../card/outcome.js';
import { PROTOCOL } from '../page-record.js';
import { VERSION } from '../version.js';
import type { Store } from './store.js';

/** Name of the slot under "use another card". */
export const ADD_CARD_SLOT = 'add-card';

/** What "use another card" needs to know of its element. */
export interface OtherCardHost {
  readonly element: HTMLElement;
  readonly store: Store;
  settings(): CardListSettings;
  cardAdded(card: SavedCard): void;
  showOutcome(outcome: Outcome | undefined, token?: string): void;
  refused(): void;
}

/** The last choice of the list, "use another card", and the forms for new cards that belong to the list. */
export class OtherCard implements CardListLink {
  readonly protocol = PROTOCOL;
  readonly version = VERSION;
  readonly #host: OtherCardHost;
  readonly #forms = new Set<NewCardLink>();

  constructor(host: OtherCardHost) {
    this.#host = host;
  }

  /** Something is in the slot, whatever it is. */
  get isOffered(): boolean {
    return this.#host.element.querySelector(`:scope > [slot="${ADD_CARD_SLOT}"]`) !== null;
  }

  /** Our form in the slot; none when the shop has put something of its own there. */
  get form(): NewCardLink | undefined {
    return [...this.#forms].find(({ isSlotted }) => isSlotted);
  }

  get settings(): CardListSettings {
    return this.#host.settings();
  }

  join(form: NewCardLink): () => void {
    this.#forms.add(form);
    this.show(false);
    return () => {
      this.#forms.delete(form);
    };
  }

  formChanged(): void {
    const { form } = this;
    if (form) {
      const { state, complete, codeRule } = form;
      this.#host.store.dispatch({ type: 'form', form: { state, complete, codeRule } });
    }
  }

  cardAdded(card: SavedCard): void {
    this.#host.cardAdded(card);
  }

  showOutcome(outcome: Outcome | undefined, token?: string): void {
    this.#host.showOutcome(outcome, token);
  }

  refused(): void {
    this.#host.refused();
  }

  settingsChanged(): void {
    for (const form of this.#forms) form.settingsChanged();
  }

  /** Opens the form when its row is chosen, and closes it otherwise. */
  show(byShopper: boolean): void {
    if (this.settings.mode !== 'pay') return; // there the form opens and closes by itself
    const { state } = this.#host.store;
    this.form?.show(state.status === 'shown' && state.isOther, byShopper);
    this.formChanged();
  }
}
