import type { Outcome } from '../../card/outcome.js';
import { latestEnd } from '../../core/attempts.js';
import type { NewCardLink } from '../../core/card-list-link.js';
import { OutcomeFeature } from '../../core/outcome-feature.js';
import type { Change } from '../../core/store.js';
import type { ListContext } from '../context.js';
import { isOtherChosen, isPaid, outcomeShown, publicState } from '../selectors.js';
import type { Action, State } from '../state.js';

/** What the focus after a refusal has to wait for, or goes to. */
export interface CorrectionPlace {
  /** Settles when the field of the security code is on its way again. */
  codeShown(): Promise<void>;
  /** The form for another card, if it is ours. */
  form(): NewCardLink | undefined;
}

/** What became of a payment: shows it in the list, and moves the focus to what helps. */
export class OutcomeReport extends OutcomeFeature<State, Action, ListContext> {
  readonly #place: CorrectionPlace;
  /** Reported before the list was there, in order. */
  #waiting: (readonly [outcome: Outcome, token: string | undefined])[] = [];

  constructor(context: ListContext, place: CorrectionPlace) {
    super(context, { isPaid, isTokenized: (state) => publicState(state) === 'tokenized', outcomeShown });
    this.#place = place;
  }

  override changed(change: Change<State, Action>): void {
    super.changed(change);
    const { before, after, action } = change;
    const { afterUpdate, settings } = this.context;
    if (before.status !== 'shown' && after.status === 'shown') {
      const { statusDetail } = settings;
      afterUpdate(() => this.#listShown(statusDetail));
    }
    if (action.type === 'outcome' && action.outcome.kind === 'refused')
      afterUpdate(() => void this.#focus(action.outcome));
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
    const isLate =
      outcome.kind !== 'approved' && latestEnd(store.state.attempts) === 'rejected' && isCodeTyped(store.state);
    store.dispatch({ type: isLate ? 'reason' : 'outcome', outcome });
  }

  /** The list is there: `status-detail` of the page, or what was reported meanwhile. */
  #listShown(statusDetail: string): void {
    const waiting = this.#waiting.splice(0);
    for (const [outcome, token] of waiting) this.show(outcome, token);
    if (waiting.length === 0 && statusDetail) this.reject(statusDetail);
  }

  async #focus(outcome: Outcome): Promise<void> {
    const { store, focus } = this.context;
    const { remedy, field } = outcome;
    await this.#place.codeShown();
    const isOther = isOtherChosen(store.state);
    const form = isOther ? this.#place.form() : undefined;
    if (form && (remedy === 'code' || field)) return form.correct(field);
    const isForCode = remedy === 'code' && !isOther;
    if (isForCode) await store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
    if (outcomeShown(store.state) !== outcome) return;
    if (isForCode || (isOther && remedy === 'card')) focus('correction');
    else focus(remedy === 'card' ? 'another-card' : remedy === 'installments' ? 'installments' : 'notice');
  }
}

const isCodeTyped = (state: State): boolean =>
  state.status === 'shown' && state.field.status === 'ready' && state.field.code !== 'empty';
