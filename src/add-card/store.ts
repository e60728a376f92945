import { Store as AnyStore } from '../core/store.js';
import { reduce } from './reduce.js';
import { initialState, type Action, type State } from './state.js';

/** Holds the state of one `<mp-add-card>`. */
export class Store extends AnyStore<State, Action> {
  constructor(onChange: (before: State, after: State, action: Action) => void) {
    super(initialState, reduce, onChange);
  }
}
