import { initialState, reduce, type Action, type State } from './state.js';

/** Holds the state of one element; told of an action, it moves on and says from where to where. */
export class Store {
  #state: State = initialState;
  readonly #onChange: (before: State, after: State, action: Action) => void;

  constructor(onChange: (before: State, after: State, action: Action) => void) {
    this.#onChange = onChange;
  }

  get state(): State {
    return this.#state;
  }

  dispatch(action: Action): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state !== before) this.#onChange(before, this.#state, action);
  }
}
