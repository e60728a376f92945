import type { CoreAnswers, Readiness, StandInOptions, TokenOutcome } from './options.js';
import type { CardToken } from './types.js';

/** One call of MercadoPago.js. Card numbers, codes, dates and tokens among its arguments are masked. */
export interface SdkCall {
  method: string;
  arguments: readonly unknown[];
}

/** What a test can delay: `ready` events, or the answers to token requests. */
export type Holdable = 'ready' | 'token';

const SECRETS = new Set(['cardNumber', 'securityCode', 'cardExpirationMonth', 'cardExpirationYear', 'token']);
const MASK = '[masked]';

const masked = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, SECRETS.has(key) ? MASK : inner]))
    : value;

/** The state behind the public controls of the stand-in: requested outcomes, delays, and the record of calls. */
export class TestControls {
  nextToken: TokenOutcome | undefined;
  readiness: Readiness = 'prompt';
  readonly answers: CoreAnswers;
  readonly cardIds: readonly string[] | undefined;
  readonly calls: SdkCall[] = [];
  readonly tokens: CardToken[] = [];
  #awaitingChange: (() => void)[] = [];
  readonly #gates = new Map<Holdable, Promise<void>>();

  constructor(options: StandInOptions) {
    this.answers = { ...options.answers };
    this.cardIds = options.cardIds;
  }

  record(method: string, ...args: unknown[]): void {
    this.calls.push({ method, arguments: args.map(masked) });
  }

  /** Returns the requested outcome once. */
  takeTokenOutcome(): TokenOutcome | undefined {
    const outcome = this.nextToken;
    this.nextToken = undefined;
    return outcome;
  }

  hold(what: Holdable): () => void {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.#gates.set(what, gate);
    return () => {
      if (this.#gates.get(what) === gate) this.#gates.delete(what);
      release();
    };
  }

  async released(what: Holdable): Promise<void> {
    await this.#gates.get(what);
  }

  /** A field became ready, or was unmounted. */
  fieldChanged(): void {
    const waiting = this.#awaitingChange;
    this.#awaitingChange = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves with the next of these changes. */
  fieldsChanged(): Promise<void> {
    return new Promise((resolve) => this.#awaitingChange.push(resolve));
  }
}
