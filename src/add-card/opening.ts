import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { reveal } from '../core/scroll-position.js';
import type { FormContext } from './context.js';
import type { Places } from './focus-target.js';
import { isOpen } from './selectors.js';
import type { Action, State } from './state.js';

/** Opens and closes the form; the property `open` follows. */
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
    if (isOpen(before) !== isOpen(after)) this.#follow();
  }

  /**
   * @param byShopper the Secure Fields may be taken from another element
   * @param byButton by the form's own button
   */
  open(byShopper: boolean, byButton = false): void {
    const isNew = this.#context.store.dispatch({ type: 'open', byButton });
    this.#follow();
    if (!isNew && !byShopper) return;
    this.#context.afterUpdate(() => {
      this.#showFrames(byShopper);
      if (byShopper) reveal(this.#places.frameOf('cardNumber'));
    });
  }

  /** While the card is being saved, the form closes only when the shop has answered. */
  close(): void {
    const { store, settings } = this.#context;
    store.dispatch({ type: 'close', by: settings().isDriven ? 'list' : 'page' });
    this.#follow();
  }

  /** The property, which the page may have set to something else, follows the state. */
  #follow(): void {
    const { host, store } = this.#context;
    host.open = isOpen(store.state);
  }
}
