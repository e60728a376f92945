import { isDecided, type Outcome } from '../../card/outcome.js';
import { OutcomeFeature } from '../../core/outcome-feature.js';
import type { Change } from '../../core/store.js';
import type { ListContext } from '../context.js';
import { isPaid, outcomeShown, publicState } from '../selectors.js';
import type { Action, State } from '../state.js';

/** Shows the outcome of a payment in the list. */
export class OutcomeReport extends OutcomeFeature<State, Action, ListContext> {
  /** Reported before the list was there, in order. */
  #waiting: (readonly [outcome: Outcome, token: string | undefined])[] = [];

  constructor(context: ListContext) {
    super(context, { isPaid, isTokenized: (state) => publicState(state) === 'tokenized', outcomeShown });
  }

  override changed(change: Change<State, Action>): void {
    super.changed(change);
    const { before, after } = change;
    if (before.status !== 'shown' && after.status === 'shown') this.#listShown(after.setup.statusDetail);
  }

  override show(outcome: Outcome | undefined, token?: string): void {
    const { store, settings } = this.context;
    if (!outcome || settings.mode === 'manage') return;
    if (store.state.status !== 'shown') {
      this.#waiting.push([outcome, token]);
      return;
    }
    if (!this.accept(outcome, token)) return;
    // What is typed for the next attempt is not taken away by the reason of the one before.
    const isLate = outcome.kind !== 'approved' && isDecided(outcomeShown(store.state)) && isCodeTyped(store.state);
    store.dispatch({ type: isLate ? 'reason' : 'outcome', outcome });
  }

  /** The list is there: `status-detail` of the page, or what was reported meanwhile. */
  #listShown(statusDetail: string): void {
    const waiting = this.#waiting.splice(0);
    for (const [outcome, token] of waiting) this.show(outcome, token);
    if (waiting.length === 0 && statusDetail) this.reject(statusDetail);
  }
}

const isCodeTyped = (state: State): boolean =>
  state.status === 'shown' && state.field.status === 'ready' && state.field.code !== 'empty';
