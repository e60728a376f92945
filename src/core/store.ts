/** Holds the state of one element; told of an action, it moves on and says from where to where. */
export class Store<State, Action> {
  #state: State;
  #waiting: (() => void)[] = [];
  readonly #reduce: (state: State, action: Action) => State;
  readonly #onChange: (before: State, after: State, action: Action) => void;

  constructor(
    initialState: State,
    reduce: (state: State, action: Action) => State,
    onChange: (before: State, after: State, action: Action) => void,
  ) {
    this.#state = initialState;
    this.#reduce = reduce;
    this.#onChange = onChange;
  }

  get state(): State {
    return this.#state;
  }

  /** True when the action changed something. */
  dispatch(action: Action): boolean {
    const before = this.#state;
    const after = (this.#state = this.#reduce(before, action));
    if (after === before) return false;
    this.#onChange(before, after, action);
    for (const wake of this.#waiting.splice(0)) wake();
    return true;
  }

  /** Settles once the state is one that is wanted. */
  async until(isWanted: (state: State) => boolean): Promise<void> {
    while (!isWanted(this.#state)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
