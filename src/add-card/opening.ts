import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { reveal } from '../core/scroll-position.js';
import type { FormContext } from './context.js';
import type { Places } from './focus-target.js';
import { isSaving } from './selectors.js';
import type { Action, State } from './state.js';

/** Opens and closes the form, and keeps the attribute `open` with it. */
export class Opening implements Feature<State, Action> {
  readonly #context: FormContext;
  readonly #places: Places;
  readonly #showFrames: (byShopper: boolean) => void;

  constructor(context: FormContext, places: Places, showFrames: (byShopper: boolean) => void) {
    this.#context = context;
    this.#places = places;
    this.#showFrames = showFrames;
  }

  changed({ before, after }: Change<State, Action>): void {
    const { host, store, settings } = this.#context;
    if (before.status === 'open' && after.status === 'closed') host.open = false;
    // A card that is on its way to the shop needs its fields, so that a page could not close the form meanwhile.
    if (host.open || !isSaving(before) || isSaving(after) || after.status === 'closed') return;
    // A failure is shown, also one at a field. In a list the shopper has gone to another card, and only the page learns of it.
    if (after.saveError && after.saveError.code !== 'aborted' && !settings().isDriven) host.open = true;
    else store.dispatch({ type: 'close' });
  }

  /**
   * @param byShopper the Secure Fields may be taken from another element
   * @param byButton by the form's own button
   */
  open(byShopper: boolean, byButton = false): void {
    const { host, store } = this.#context;
    host.open = true;
    const isNew = store.dispatch({ type: 'open', byButton });
    if (!isNew && !byShopper) return;
    this.#context.afterUpdate(() => {
      this.#showFrames(byShopper);
      if (byShopper) reveal(this.#places.frameOf('cardNumber'));
    });
  }

  /** While the card is being saved, the form closes only when the shop has answered; it stays open to show a failure. */
  close(): void {
    this.#context.host.open = false;
    this.#context.store.dispatch({ type: 'close' });
  }
}
