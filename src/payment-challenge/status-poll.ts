import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { toMpError } from '../errors.js';
import { readPaymentStatus } from '../merchant/payment-status.js';
import { CHALLENGE } from '../timeouts.js';
import type { ChallengeContext } from './context.js';
import { isRunning } from './reducer.js';
import type { Action, State } from './state.js';

/** Asks the shop for the payment's outcome until it has one, more and more rarely while it does not answer. */
export class StatusPoll implements Feature<State, Action> {
  readonly #context: ChallengeContext;
  /** Ends what is under way: the page has another challenge, or the element left. */
  #stop = new AbortController();
  #next: ReturnType<typeof setTimeout> | undefined;
  #limit: ReturnType<typeof setTimeout> | undefined;
  #isLooking = false;
  /** True for a second after each request, in which no message of the frame causes another one. */
  #isResting = false;
  #isAsked = false;

  constructor(context: ChallengeContext) {
    this.#context = context;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#lookNow);
    addEventListener('online', this.#lookNow);
    if (isRunning(this.#context.store.state)) this.#start();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#lookNow);
    removeEventListener('online', this.#lookNow);
    this.#end();
  }

  changed({ before, after, action }: Change<State, Action>): void {
    if (after.challenge !== before.challenge) {
      this.#end();
      if (after.challenge && this.#context.host.isConnected) this.#start();
    } else if (!isRunning(after)) this.#end();
    if (action.type === 'page-finished' || action.type === 'look-wanted') this.#lookNow();
  }

  #start(): void {
    this.#limit = setTimeout(() => this.#context.store.dispatch({ type: 'time-over' }), CHALLENGE.limit);
    void this.#look();
  }

  #end(): void {
    clearTimeout(this.#next);
    clearTimeout(this.#limit);
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#isLooking = this.#isAsked = false;
  }

  readonly #lookNow = (): void => {
    const { state } = this.#context.store;
    if (!isRunning(state) && !state.isChecking) return;
    if (document.visibilityState === 'hidden') return;
    this.#isAsked = true;
    if (!this.#isLooking && !this.#isResting) void this.#look();
  };

  async #look(): Promise<void> {
    const { store, endpoint } = this.#context;
    const { signal } = this.#stop;
    clearTimeout(this.#next);
    this.#isAsked = false;
    this.#isLooking = true;
    this.#rest();
    try {
      const answer = await readPaymentStatus(endpoint(), signal);
      if (!signal.aborted) store.dispatch({ type: 'answered', answer });
    } catch (cause) {
      if (!signal.aborted) this.#fail(cause);
    }
    if (signal.aborted) return;
    this.#isLooking = false;
    if (isRunning(store.state)) this.#goOn();
  }

  #fail(cause: unknown): void {
    const { store, report } = this.#context;
    const error = toMpError(cause, 'protocol', 'The payment’s status could not be read.');
    // Reported once for consecutive failures of one kind.
    const isNew = store.state.failure !== error.code;
    store.dispatch({ type: 'look-failed', code: error.code });
    if (isNew) report(error, 'challenge');
  }

  #goOn(): void {
    const { failures } = this.#context.store.state;
    const delay = this.#isAsked ? CHALLENGE.rest : Math.min(CHALLENGE.every * 2 ** failures, CHALLENGE.slowest);
    this.#next = setTimeout(() => void this.#look(), delay);
  }

  #rest(): void {
    this.#isResting = true;
    setTimeout(() => {
      this.#isResting = false;
      if (this.#isAsked && !this.#isLooking) void this.#look();
    }, CHALLENGE.rest);
  }
}
