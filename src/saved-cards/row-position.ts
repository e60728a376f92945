import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { putBack, reveal } from '../core/scroll-position.js';
import type { ListContext } from './context.js';
import type { Places } from './focus-target.js';
import { choiceOf, opensChoice } from './selectors.js';
import { isByShopper, isChoice, type Action, type State } from './state.js';

/** The row that the shopper chose stays under the finger although the row above it closes, with its code field in sight. */
export class RowPosition implements Feature<State, Action> {
  readonly #context: ListContext;
  readonly #places: Places;

  constructor(context: ListContext, places: Places) {
    this.#context = context;
    this.#places = places;
  }

  changed(change: Change<State, Action>): void {
    const { before, after, action } = change;
    if (!isChoice(action) || !isByShopper(action) || after.status !== 'shown' || !opensChoice(change)) return;
    const row = this.#places.rowOfChoice(choiceOf(after));
    if (!row) return;
    const closing = before.status === 'shown' && this.#places.rowOfChoice(choiceOf(before));
    // In a long list its height would be estimated first, and the row below move again.
    if (closing) closing.style.contentVisibility = 'visible';
    const { top } = row.getBoundingClientRect();
    this.#context.afterUpdate(() => {
      putBack(row, top);
      reveal(this.#places.code);
    });
  }
}
