import type { Outcome } from '../card/outcome.js';
import { attention } from '../core/attention.js';
import type { CardListLink } from '../core/card-list-link.js';
import { OutcomeFeature } from '../core/outcome-feature.js';
import type { Change } from '../core/store.js';
import type { FormContext } from './context.js';
import { isOpening, outcomeShown, publicState } from './selectors.js';
import type { Action, State } from './state.js';

/** Shows the outcome of a payment with a new card. In a list's slot the list shows it. */
export class OutcomeReport extends OutcomeFeature<State, Action, FormContext> {
  constructor(context: FormContext) {
    super(context, {
      isPaid: ({ isPaid }) => isPaid,
      isTokenized: (state) => publicState(state) === 'tokenized',
      outcomeShown,
    });
  }

  override changed(change: Change<State, Action>): void {
    super.changed(change);
    const { before, after, action } = change;
    if (before.attempts !== after.attempts) this.#list?.formAttempts(before.attempts, after.attempts);
    if (action.type !== 'outcome' || action.outcome.kind !== 'refused') return;
    const { field, remedy } = action.outcome;
    this.context.afterUpdate(() => void this.correct(field, remedy));
  }

  override show(outcome: Outcome | undefined, token?: string): void {
    if (this.#list) return this.#list.showOutcome(outcome, token);
    if (!outcome || !this.accept(outcome, token)) return;
    const { store } = this.context;
    store.dispatch(outcome.kind === 'approved' ? { type: 'paid' } : { type: 'outcome', outcome });
  }

  /** Moves the focus to the field that helps after a refusal, or to the notice about it. */
  async correct(field: Outcome['field'], remedy: Outcome['remedy'] = 'code'): Promise<void> {
    const { host, store, focus } = this.context;
    const isHere = attention(host);
    await store.until((state) => !isOpening(state));
    if (!isHere()) return;
    if (field && field !== 'securityCode') focus({ field });
    else focus(field || remedy === 'code' ? 'empty-frame' : 'notice');
    await host.updateComplete;
  }

  /** The list that shows what becomes of a payment with this form. */
  get #list(): CardListLink | undefined {
    const { list, settings } = this.context;
    return settings().isDriven ? list() : undefined;
  }
}
