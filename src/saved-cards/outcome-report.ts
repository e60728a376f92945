import { paymentOutcome, rejectedOutcome, type Outcome } from '../card/outcome.js';
import type { OutcomeOptions } from '../core/events.js';
import { LatestAttempt } from '../core/latest-attempt.js';
import type { Session } from './session.js';
import type { State } from './state.js';

/** What became of a payment, as the shop reports it: shows it, and brings the shopper to what helps. */
export class OutcomeReport {
  readonly #session: Session;
  readonly #latest: LatestAttempt;
  /** Reported before the list was there, in order. */
  #waiting: (readonly [outcome: Outcome, token: string | undefined])[] = [];

  constructor(session: Session) {
    this.#session = session;
    this.#latest = new LatestAttempt(session.element);
  }

  /** @throws TypeError for a `Response` or a promise: their body is meant */
  report(result: unknown, { token }: OutcomeOptions = {}): void {
    this.show(paymentOutcome(result), token);
  }

  reject(reason: unknown): void {
    this.show(rejectedOutcome(reason));
  }

  show(outcome: Outcome | undefined, token?: string): void {
    const { store } = this.#session;
    if (!outcome || this.#session.isManaging) return;
    if (store.state.status !== 'shown') {
      this.#waiting.push([outcome, token]);
      return;
    }
    const { isPaid, notice } = store.state;
    const shown = notice && 'kind' in notice ? notice : undefined;
    if (isPaid || !this.#latest.concerns(outcome, token, shown)) return;
    if (outcome.kind === 'approved') {
      this.#latest.pay(token);
      this.#paid(outcome);
    } else if (this.#latest.standing === 'rejected' && isTyped(store.state)) {
      store.dispatch({ type: 'reason', outcome }); // what is typed anew stays
    } else this.#show(outcome);
  }

  /** A refusal of which the shop's page says no more than that. */
  refused(): void {
    if (this.#latest.standing === 'open') this.reject('checkout_error');
  }

  /** The list is there: `status-detail` of the page, or what was reported meanwhile. */
  listShown(statusDetail: string): void {
    const waiting = this.#waiting.splice(0);
    for (const [outcome, token] of waiting) this.show(outcome, token);
    if (waiting.length === 0 && statusDetail) this.reject(statusDetail);
  }

  /** There is another token: what was said of the one before is over. */
  forget(): void {
    const { element } = this.#session;
    element.removeAttribute('status-detail');
    element.statusDetail = '';
  }

  #paid(outcome: Outcome): void {
    const { store, form, payment, other, rows, element } = this.#session;
    const hasFocus = element.matches(':focus-within') && document.activeElement !== element;
    store.dispatch({ type: 'outcome', outcome });
    form.gate.reopen();
    if (hasFocus) rows.keepInside(); // the frame that has it goes away
    payment.close();
    other.form?.paid();
  }

  #show(outcome: Outcome): void {
    const { store, form, payment, other, element, isOther } = this.#session;
    form.gate.reopen();
    const isOver = outcome.kind === 'refused' || outcome.kind === 'ended';
    if (isOther && isOver) other.form?.dropToken('rejected');
    store.dispatch({ type: 'outcome', outcome });
    if (!isOver) return;
    if (isOther) other.form?.clearCode();
    payment.clear();
    void element.updateComplete.then(async () => {
      await payment.show(true);
      if (outcome.kind === 'refused') await this.#focus(outcome);
    });
  }

  async #focus(outcome: Outcome): Promise<void> {
    const { store, element, isOther, other } = this.#session;
    const isShown = () => store.state.status === 'shown' && store.state.notice === outcome;
    const { remedy } = outcome;
    if (isOther && other.form && (remedy === 'code' || outcome.field)) return other.form.correct(outcome.field);
    const isForCode = remedy === 'code' && !isOther;
    if (isForCode) await store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
    await element.updateComplete;
    if (!isShown()) return;
    if (isForCode || (isOther && remedy === 'card')) element.focus();
    else this.#placeFor(outcome)?.focus();
  }

  /** Another row for a card that is of no use, the instalments, otherwise what there is to read. */
  #placeFor({ remedy }: Outcome): HTMLElement | null {
    const { renderRoot } = this.#session.element;
    const radio = 'input[type=radio][aria-disabled=false]:not(:checked)';
    const place = remedy === 'card' ? radio : remedy === 'installments' ? 'select' : null;
    return (place && renderRoot.querySelector<HTMLElement>(place)) || renderRoot.querySelector('#notice');
  }
}

const isTyped = (state: State): boolean =>
  state.status === 'shown' && state.field.status === 'ready' && state.field.code !== 'empty';
