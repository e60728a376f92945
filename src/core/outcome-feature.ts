import type { LitElement } from 'lit';
import { endsAttempt, paymentOutcome, rejectedOutcome, type Outcome } from '../card/outcome.js';
import type { OutcomeOptions } from './events.js';
import type { Feature, FeatureContext } from './feature.js';
import { isNews, latestEnd, type AttemptAction, type Attempts } from './attempts.js';
import type { Change } from './store.js';

/** What of the state is about the payment. */
export interface PaymentFacts<State> {
  isPaid(state: State): boolean;
  /** There is a token to pay with. */
  isTokenized(state: State): boolean;
  /** The outcome of the payment that is shown. */
  outcomeShown(state: State): Outcome | undefined;
}

interface PaymentContext<State, Action> extends FeatureContext<State, Action | AttemptAction, 'notice'> {
  /** `statusDetail`: why the payment before this page was refused. */
  readonly host: LitElement & { statusDetail: string };
}

/** The outcome of a payment, as the shop reports it. The same for both elements; where it is shown differs. */
export abstract class OutcomeFeature<
  State extends { readonly attempts: Attempts },
  Action,
  Context extends PaymentContext<State, Action>,
> implements Feature<State, Action> {
  protected readonly context: Context;
  readonly #facts: PaymentFacts<State>;

  constructor(context: Context, facts: PaymentFacts<State>) {
    this.context = context;
    this.#facts = facts;
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
    if (latestEnd(this.context.store.state.attempts) === 'open')
      this.show(isAnswered ? rejectedOutcome('checkout_error') : paymentOutcome(null));
  }

  abstract show(outcome: Outcome | undefined, token?: string): void;

  /** False for an outcome that says nothing new of its attempt. */
  protected accept(outcome: Outcome, token: string | undefined): boolean {
    const { store } = this.context;
    const { isPaid, outcomeShown } = this.#facts;
    const { state } = store;
    const isAccepted = !isPaid(state) && isNews(state.attempts, outcome, token, outcomeShown(state));
    // An earlier attempt that is decided leaves no doubt about it.
    if (isAccepted || (token !== undefined && endsAttempt(outcome)))
      store.dispatch({ type: 'attempt-outcome', outcome, token });
    return isAccepted;
  }
}
