import { paymentOutcome, rejectedOutcome, type Outcome } from '../card/outcome.js';
import type { Feature } from '../core/feature.js';
import { LatestAttempt } from '../core/latest-attempt.js';
import type { Change } from '../core/store.js';
import type { FormContext } from './context.js';
import { isOpening, tokenOf } from './selectors.js';
import type { Action, State } from './state.js';

/** What became of a payment with a new card, as the shop reports it. In a list's slot the list shows it. */
export class OutcomeReport implements Feature<State, Action> {
  readonly #context: FormContext;
  readonly #latest: LatestAttempt;

  constructor(context: FormContext) {
    this.#context = context;
    this.#latest = new LatestAttempt(context.host);
  }

  changed({ before, after, action }: Change<State, Action>): void {
    const { host, afterUpdate, focus } = this.#context;
    // The refusal of the payment before this page has been dealt with.
    if (isTokenized(after) && !isTokenized(before)) {
      host.removeAttribute('status-detail');
      host.statusDetail = '';
    }
    // The field in which the shopper pressed Enter is gone.
    if (after.isPaid && !before.isPaid) focus('notice', { ifLost: true });
    if (action.type !== 'outcome' || action.outcome.kind !== 'refused') return;
    const { field, remedy } = action.outcome;
    afterUpdate(() => void this.correct(field, remedy));
  }

  /** @throws TypeError for a `Response` or a promise: their body is meant */
  report(result: unknown, token: string | undefined): void {
    this.#show(paymentOutcome(result), token);
  }

  reject(reason: unknown): void {
    this.#show(rejectedOutcome(reason));
  }

  /** An attempt of this page may have been charged, with this form or with its list. */
  get isInDoubt(): boolean {
    const { list } = this.#context;
    return this.#latest.isInDoubt || !!list()?.isInDoubt;
  }

  /** The shop's page says that the payment failed, and not why. */
  refused(isAnswered: boolean): void {
    const { list, settings } = this.#context;
    const link = settings().isDriven ? list() : undefined;
    if (link) return link.refused(isAnswered);
    if (this.#latest.standing === 'open')
      this.#show(isAnswered ? rejectedOutcome('checkout_error') : paymentOutcome(null));
  }

  /** Moves the focus to the field that helps after a refusal, or to the notice about it. */
  async correct(field: Outcome['field'], remedy: Outcome['remedy'] = 'code'): Promise<void> {
    const { host, store, focus } = this.#context;
    await store.until((state) => !isOpening(state));
    if (field && field !== 'securityCode') focus({ field });
    else focus(field || remedy === 'code' ? 'empty-frame' : 'notice');
    await host.updateComplete;
  }

  #show(outcome: Outcome | undefined, token?: string): void {
    const { store, list, settings } = this.#context;
    const link = settings().isDriven ? list() : undefined;
    if (link) return link.showOutcome(outcome, token);
    const { state } = store;
    const notice = state.status === 'open' ? state.notice : null;
    const shown = notice && 'kind' in notice ? notice : undefined;
    if (!outcome || state.isPaid || !this.#latest.concerns(outcome, token, shown)) return;
    this.#latest.note(outcome, token);
    if (outcome.kind !== 'approved') return void store.dispatch({ type: 'outcome', outcome });
    store.dispatch({ type: 'paid' });
  }
}

const isTokenized = (state: State): boolean => tokenOf(state)?.status === 'made';
