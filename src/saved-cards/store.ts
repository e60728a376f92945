import { Store as AnyStore } from '../core/store.js';
import { initialState, reduce, type Action, type State } from './state.js';

/** Holds the state of one `<mp-saved-cards>`. */
export class Store extends AnyStore<State, Action> {
  constructor(onChange: (before: State, after: State, action: Action) => void) {
    super(initialState, reduce, onChange);
  }
}
