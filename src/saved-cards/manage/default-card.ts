import type { SavedCard } from '../../card/saved-card.js';
import type { Feature } from '../../core/feature.js';
import { merchantEndpoint } from '../../core/merchant-endpoint.js';
import type { Change } from '../../core/store.js';
import type { MpError } from '../../errors.js';
import { makeDefault } from '../../merchant/client.js';
import { NEVER_ABORTED } from '../../merchant/request.js';
import type { ListContext } from '../context.js';
import { DefaultCardChangedEvent } from '../events.js';
import type { Action, State } from '../state.js';

/** Makes a card the customer's default one. The badge moves when the shop has agreed; the rows keep their order. */
export class DefaultCard implements Feature<State, Action> {
  readonly #context: ListContext;
  /** One request after the other, so that the shopper's last choice is sent last. */
  #last: Promise<void> = Promise.resolve();

  constructor(context: ListContext) {
    this.#context = context;
  }

  changed({ action }: Change<State, Action>): void {
    if (!('task' in action) || action.task !== 'default') return;
    const { card } = action;
    switch (action.type) {
      case 'change-due':
        this.#last = this.#last.then(() => this.#send(card));
        return;
      case 'change-failed':
        this.#context.focus({ row: card.id }, { ifLost: true });
        return;
      case 'change-done':
        this.#context.focus({ row: card.id }, { ifLost: true });
        this.#context.emit(new DefaultCardChangedEvent(card));
    }
  }

  async #send(card: SavedCard): Promise<void> {
    const { store, settings, report } = this.#context;
    try {
      await makeDefault(merchantEndpoint(settings), card.id, NEVER_ABORTED);
    } catch (cause) {
      const error = cause as MpError;
      store.dispatch({ type: 'change-failed', task: 'default', card, error });
      // Also where the card, or the list, has changed meanwhile.
      report(error, 'default');
      return;
    }
    store.dispatch({ type: 'change-done', task: 'default', card });
  }
}
