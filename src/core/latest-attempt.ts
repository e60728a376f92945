import { endsAttempt, type Outcome } from '../card/outcome.js';
import type { InvalidationReason, TokenInvalidatedEvent, TokenReadyEvent } from './events.js';

/**
 * The attempt that an outcome is about: the one whose token was handed out last, by the element or by a form in its slot.
 * An outcome comes from the shop long after, when the shopper may have gone on.
 */
export class LatestAttempt {
  #token: string | undefined;
  #end: InvalidationReason | undefined;
  /** Tokens whose payment was reported as made: a second report changes nothing. */
  readonly #paid = new Set<string>();
  /** Tokens whose payment may have been made, since no refusal or approval has been reported yet. */
  readonly #undecided = new Set<string>();

  constructor(element: HTMLElement) {
    // First, before a listener of the page can report an outcome.
    const first = { capture: true };
    element.addEventListener('token-ready', ({ detail }: TokenReadyEvent) => this.#begin(detail.token), first);
    element.addEventListener(
      'token-invalidated',
      ({ detail }: TokenInvalidatedEvent) => this.#finish(detail.reason),
      first,
    );
  }

  /**
   * True when an outcome says something new of this attempt. A shop answers a token as often as it was submitted, and in any
   * order: what the shopper has gone on from is not undone, and what is known is not replaced by what is not.
   *
   * @param token names the attempt; without it the latest one is meant
   * @param shown the outcome that is shown now
   */
  concerns(outcome: Outcome, token: string | undefined, shown: Outcome | undefined): boolean {
    const { kind, reason } = outcome;
    // Whichever attempt it was, the money is paid.
    if (kind === 'approved') return !this.#paid.has(token ?? this.#token ?? '');
    if (kind === 'returned' || (token !== undefined && token !== this.#token)) return false;
    const { standing } = this;
    if (standing === 'submitted') return false;
    // It ended because the amount changed or the token expired, not by an action of the shopper.
    const isOpen = ['open', 'none', 'amount', 'expired'].includes(standing);
    if (kind === 'unknown' && (shown?.kind === 'pending' || shown?.kind === 'challenge')) return false;
    if (!endsAttempt(outcome)) return isOpen || standing !== 'rejected';
    // A reason may follow a refusal that came without one.
    const isReason = standing === 'rejected' && shown?.reason === 'refusedPlain' && reason !== 'refusedPlain';
    return isOpen || isReason;
  }

  /** Remembers what became of this attempt. */
  note(outcome: Outcome, token = this.#token ?? ''): void {
    if (outcome.kind === 'approved') {
      this.#paid.add(token);
      this.#undecided.clear();
    } else if (!endsAttempt(outcome)) this.#undecided.add(token);
    // A refusal without a reason may be no answer of Mercado Pago.
    else if (outcome.reason !== 'refusedPlain') this.#undecided.delete(token);
  }

  /** An attempt may have been charged: that nothing was charged can be said of another attempt alone. */
  get isInDoubt(): boolean {
    return this.#undecided.size > 0;
  }

  /** `none`: no token was handed out yet, so that an outcome can only be of a payment before this page. */
  get standing(): 'none' | 'open' | InvalidationReason {
    return this.#token === undefined ? 'none' : (this.#end ?? 'open');
  }

  #begin(token: string): void {
    this.#token = token;
    this.#end = undefined;
    this.#undecided.add(token); // the page may charge it, and never say so
  }

  #finish(reason: InvalidationReason): void {
    this.#end = reason;
  }
}
