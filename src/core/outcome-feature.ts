import type { LitElement } from 'lit';
import { paymentOutcome, rejectedOutcome, type Outcome } from '../card/outcome.js';
import type { OutcomeOptions } from './events.js';
import type { Feature, FeatureContext } from './feature.js';
import { LatestAttempt } from './latest-attempt.js';
import type { Change } from './store.js';

/** What of the state is about the payment. */
export interface PaymentFacts<State> {
  isPaid(state: State): boolean;
  /** There is a token to pay with. */
  isTokenized(state: State): boolean;
  /** What became of the payment, as it is shown now. */
  outcomeShown(state: State): Outcome | undefined;
}

interface PaymentContext<State, Action> extends FeatureContext<State, Action, 'notice'> {
  /** `statusDetail`: why the payment before this page was refused. */
  readonly host: LitElement & { statusDetail: string };
}

/** What became of a payment, as the shop reports it. The same for both elements; where it is shown differs. */
export abstract class OutcomeFeature<State, Action, Context extends PaymentContext<State, Action>> implements Feature<
  State,
  Action
> {
  protected readonly context: Context;
  protected readonly latest: LatestAttempt;
  readonly #facts: PaymentFacts<State>;

  constructor(context: Context, facts: PaymentFacts<State>) {
    this.context = context;
    this.#facts = facts;
    this.latest = new LatestAttempt(context.host);
  }

  changed({ before, after }: Change<State, Action>): void {
    const { isPaid, isTokenized } = this.#facts;
    // The field in which the shopper pressed Enter is gone.
    if (isPaid(after) && !isPaid(before)) this.context.focus('notice', { ifLost: true });
    if (!isTokenized(after) || isTokenized(before)) return;
    // There is another token: the refusal before this page is over.
    const { host } = this.context;
    host.removeAttribute('status-detail');
    host.statusDetail = '';
  }

  /** @throws TypeError for a `Response` or a promise: their body is meant */
  report(result: unknown, { token }: OutcomeOptions = {}): void {
    this.show(paymentOutcome(result), token);
  }

  reject(reason: unknown): void {
    this.show(rejectedOutcome(reason));
  }

  /** The shop's page says that the payment failed, and not why. */
  refused(isAnswered: boolean): void {
    if (this.latest.standing === 'open')
      this.show(isAnswered ? rejectedOutcome('checkout_error') : paymentOutcome(null));
  }

  /** An attempt of this page may have been charged. */
  get isInDoubt(): boolean {
    return this.latest.isInDoubt;
  }

  abstract show(outcome: Outcome | undefined, token?: string): void;

  /** True for an outcome that says something new of this attempt, which is remembered. */
  protected isNews(outcome: Outcome, token: string | undefined): boolean {
    const { state } = this.context.store;
    const { isPaid, outcomeShown } = this.#facts;
    if (isPaid(state) || !this.latest.concerns(outcome, token, outcomeShown(state))) return false;
    this.latest.note(outcome, token);
    return true;
  }
}
