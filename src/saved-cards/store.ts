import { initialState, reduce, type Action, type State } from './state.js';

/** Holds the state of one element; told of an action, it moves on and says from where to where. */
export class Store {
  #state: State = initialState;
  #waiting: (() => void)[] = [];
  readonly #onChange: (before: State, after: State, action: Action) => void;

  constructor(onChange: (before: State, after: State, action: Action) => void) {
    this.#onChange = onChange;
  }

  get state(): State {
    return this.#state;
  }

  /** True when the action changed something. */
  dispatch(action: Action): boolean {
    const before = this.#state;
    const after = (this.#state = reduce(before, action));
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
