import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { toMpError } from '../errors.js';
import type { ChallengeContext } from './context.js';
import { ChallengeDoneEvent } from './events.js';
import { returnAddress } from './settings.js';
import type { Action, State } from './state.js';

/** Reports to the page how the challenge ended, and takes a page without its own JavaScript to the result. */
export class Ending implements Feature<State, Action> {
  readonly #context: ChallengeContext;

  constructor(context: ChallengeContext) {
    this.#context = context;
  }

  hostConnected(): void {}

  changed({ before, after }: Change<State, Action>): void {
    const { emit } = this.#context;
    if (after.isOver && !before.isOver) emit(new ChallengeDoneEvent({ status: 'unknown', statusDetail: '' }));
    if (after.answer && !before.answer && emit(new ChallengeDoneEvent(after.answer))) this.#leave();
  }

  /**
   * Without an entry in the history: Back leads to the page before, not to a challenge that is over. Where the bank's page went
   * on, Chromium has entries of its frame, and Back leads to the answer of the form.
   */
  #leave(): void {
    const { returnUrl, report } = this.#context;
    try {
      const address = returnAddress(returnUrl());
      if (address) location.replace(address);
    } catch (cause) {
      report(toMpError(cause, 'configuration', 'return-url cannot be read.'), 'challenge');
    }
  }
}
