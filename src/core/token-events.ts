import { TokenInvalidatedEvent } from './events.js';
import type { Feature, FeatureContext } from './feature.js';
import type { Change } from './store.js';
import { invalidated, type TokenState } from './token-state.js';

/** Reports to the page that a token it was given must not be used any more. */
export class TokenEvents<State, Action> implements Feature<State, Action> {
  readonly #context: Pick<FeatureContext<State, Action, never>, 'emit'>;
  readonly #tokenOf: (state: State) => TokenState | undefined;
  readonly #isSpared: (action: Action) => boolean;

  /** @param isSpared the token may still be used after this action, although the element has it no longer */
  constructor(
    context: Pick<FeatureContext<State, Action, never>, 'emit'>,
    tokenOf: (state: State) => TokenState | undefined,
    isSpared: (action: Action) => boolean = () => false,
  ) {
    this.#context = context;
    this.#tokenOf = tokenOf;
    this.#isSpared = isSpared;
  }

  changed({ before, after, action }: Change<State, Action>): void {
    if (this.#isSpared(action)) return;
    const lost = invalidated(this.#tokenOf(before), this.#tokenOf(after));
    if (lost) this.#context.emit(new TokenInvalidatedEvent(lost.cardId, lost.reason));
  }
}
