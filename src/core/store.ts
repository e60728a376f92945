/** One step of an element's state: what it was, what it is, and the action that led from one to the other. */
export interface Change<State, Action> {
  readonly before: State;
  readonly after: State;
  readonly action: Action;
}

/** Changes that one dispatch may cause: more are a loop of two features that undo each other's work. */
const MOST_CHANGES = 1000;

/**
 * The state of one element. `dispatch` reduces at once; listeners get every change in order, also those that a
 * listener causes, each with its own snapshots. The outermost `dispatch` returns when all of them have been handled.
 */
export class Store<State, Action> {
  #state: State;
  #listeners: ((change: Change<State, Action>) => void)[] = [];
  #changes: Change<State, Action>[] = [];
  #isNotifying = false;
  #waiting = new Set<() => void>();
  readonly #reduce: (state: State, action: Action) => State;

  constructor(initialState: State, reduce: (state: State, action: Action) => State) {
    this.#state = initialState;
    this.#reduce = reduce;
  }

  get state(): State {
    return this.#state;
  }

  /** Listeners are called in the order in which they were added. */
  listen(listener: (change: Change<State, Action>) => void): void {
    this.#listeners.push(listener);
  }

  /** True when the action changed something. */
  dispatch(action: Action): boolean {
    const before = this.#state;
    const after = (this.#state = this.#reduce(before, action));
    if (after === before) return false;
    this.#changes.push({ before, after, action });
    if (!this.#isNotifying) this.#notify();
    return true;
  }

  /** Settles once the state is one that is wanted, or the signal is aborted. */
  async until(isWanted: (state: State) => boolean, signal?: AbortSignal): Promise<void> {
    while (!isWanted(this.#state) && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        this.#waiting.add(wake);
        signal?.addEventListener('abort', wake);
      });
    }
  }

  #notify(): void {
    this.#isNotifying = true;
    try {
      for (let count = 1; this.#changes.length > 0; count++) {
        if (count > MOST_CHANGES) throw new Error('mp-saved-cards: the state does not come to rest.');
        const change = this.#changes.shift() as Change<State, Action>;
        for (const listener of this.#listeners) listener(change);
      }
    } finally {
      this.#changes = [];
      this.#isNotifying = false;
      for (const wake of [...this.#waiting]) wake();
    }
  }
}
