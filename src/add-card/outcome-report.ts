import { paymentOutcome, rejectedOutcome, type Outcome } from '../card/outcome.js';
import { LatestAttempt } from '../core/latest-attempt.js';
import type { Session } from './session.js';

/** What became of a payment with a new card, as the shop reports it. In a list's slot the list shows it. */
export class OutcomeReport {
  readonly #session: Session;
  readonly #latest: LatestAttempt;

  constructor(session: Session) {
    this.#session = session;
    this.#latest = new LatestAttempt(session.element);
  }

  /** @throws TypeError for a `Response` or a promise: their body is meant */
  report(result: unknown, token: string | undefined): void {
    this.#show(paymentOutcome(result), token);
  }

  reject(reason: unknown): void {
    this.#show(rejectedOutcome(reason));
  }

  /** A refusal of which the shop's page says no more than that. */
  refused(): void {
    const { list, settings } = this.#session;
    if (settings.isDriven && list) list.refused();
    else if (this.#latest.standing === 'open') this.reject('checkout_error');
  }

  #show(outcome: Outcome | undefined, token?: string): void {
    const { store, list, settings } = this.#session;
    if (settings.isDriven && list) return list.showOutcome(outcome, token);
    const { state } = store;
    const notice = state.status === 'open' ? state.notice : null;
    const shown = notice && 'kind' in notice ? notice : undefined;
    if (!outcome || state.isPaid || !this.#latest.concerns(outcome, token, shown)) return;
    this.#session.form.gate.reopen();
    if (outcome.kind === 'approved') {
      this.#latest.pay(token);
      return this.#session.paid();
    }
    store.dispatch({ type: 'outcome', outcome });
    if (outcome.kind !== 'refused' && outcome.kind !== 'ended') return;
    this.#session.clearCode();
    if (outcome.kind === 'refused') void this.#session.correct(outcome.field, outcome.remedy);
  }
}
