import { StateChangeEvent } from './events.js';
import type { Feature, FeatureContext } from './feature.js';
import type { Change } from './store.js';

interface PublicState<State> {
  /** The name of the state, for the page and for CSS. */
  name(state: State): string;
  isComplete(state: State): boolean;
  /** True when the element itself reports to the page, not the list that it is in. */
  bubbles?(): boolean;
}

/** Reports the public state to the page, and to style sheets by `:state(…)`. */
export class StateEvents<State, Action> implements Feature<State, Action> {
  readonly #context: Pick<FeatureContext<State, Action, never>, 'emit' | 'internals' | 'store'>;
  readonly #public: PublicState<State>;

  constructor(
    context: Pick<FeatureContext<State, Action, never>, 'emit' | 'internals' | 'store'>,
    publicState: PublicState<State>,
  ) {
    this.#context = context;
    this.#public = publicState;
    this.#mark('', publicState.name(context.store.state));
  }

  changed({ before, after }: Change<State, Action>): void {
    const { name, isComplete, bubbles } = this.#public;
    const state = name(after);
    const complete = isComplete(after);
    if (state === name(before) && complete === isComplete(before)) return;
    this.#mark(name(before), state);
    const isHeard = bubbles?.() ?? true;
    this.#context.emit(new StateChangeEvent(state, complete, { bubbles: isHeard, composed: isHeard }));
  }

  #mark(before: string, after: string): void {
    const { states } = this.#context.internals;
    try {
      states.delete(before);
      states.add(after);
    } catch {
      // Browsers before 2024 take only names that begin with two dashes.
    }
  }
}
