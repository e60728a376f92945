import { paymentOutcome, rejectedOutcome, type Outcome } from '../../card/outcome.js';
import type { OutcomeOptions } from '../../core/events.js';
import type { NewCardLink } from '../../core/card-list-link.js';
import type { Feature } from '../../core/feature.js';
import { LatestAttempt } from '../../core/latest-attempt.js';
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

/** What became of a payment, as the shop reports it: shows it, and moves the focus to what helps. */
export class OutcomeReport implements Feature<State, Action> {
  readonly #context: ListContext;
  readonly #place: CorrectionPlace;
  readonly #latest: LatestAttempt;
  /** Reported before the list was there, in order. */
  #waiting: (readonly [outcome: Outcome, token: string | undefined])[] = [];

  constructor(context: ListContext, place: CorrectionPlace) {
    this.#context = context;
    this.#place = place;
    this.#latest = new LatestAttempt(context.host);
  }

  changed({ before, after, action }: Change<State, Action>): void {
    const { afterUpdate, settings, host } = this.#context;
    if (before.status !== 'shown' && after.status === 'shown') {
      const { statusDetail } = settings;
      afterUpdate(() => this.#listShown(statusDetail));
    }
    if (action.type === 'outcome' && action.outcome.kind === 'refused')
      afterUpdate(() => void this.#focus(action.outcome));
    // The field in which the shopper pressed Enter is gone.
    if (isPaid(after) && !isPaid(before)) this.#context.focus('notice', { ifLost: true });
    // There is another token: the refusal before this page is over.
    if (publicState(after) === 'tokenized' && publicState(before) !== 'tokenized') {
      host.removeAttribute('status-detail');
      settings.statusDetail = '';
    }
  }

  /** @throws TypeError for a `Response` or a promise: their body is meant */
  report(result: unknown, { token }: OutcomeOptions = {}): void {
    this.show(paymentOutcome(result), token);
  }

  reject(reason: unknown): void {
    this.show(rejectedOutcome(reason));
  }

  show(outcome: Outcome | undefined, token?: string): void {
    const { store, settings } = this.#context;
    if (!outcome || settings.mode === 'manage') return;
    if (store.state.status !== 'shown') {
      this.#waiting.push([outcome, token]);
      return;
    }
    if (isPaid(store.state) || !this.#latest.concerns(outcome, token, outcomeShown(store.state))) return;
    this.#latest.note(outcome, token);
    // What is typed for the next attempt is not taken away by the reason of the one before.
    const isLate = outcome.kind !== 'approved' && this.#latest.standing === 'rejected' && isCodeTyped(store.state);
    store.dispatch({ type: isLate ? 'reason' : 'outcome', outcome });
  }

  /** An attempt of this page may have been charged. */
  get isInDoubt(): boolean {
    return this.#latest.isInDoubt;
  }

  /** A refusal of which the shop's page says no more than that. */
  refused(isAnswered: boolean): void {
    if (this.#latest.standing === 'open')
      this.show(isAnswered ? rejectedOutcome('checkout_error') : paymentOutcome(null));
  }

  /** The list is there: `status-detail` of the page, or what was reported meanwhile. */
  #listShown(statusDetail: string): void {
    const waiting = this.#waiting.splice(0);
    for (const [outcome, token] of waiting) this.show(outcome, token);
    if (waiting.length === 0 && statusDetail) this.reject(statusDetail);
  }

  async #focus(outcome: Outcome): Promise<void> {
    const { store, focus } = this.#context;
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
