import type { SavedCard } from '../card/saved-card.js';
import type { MpError } from '../errors.js';
import { makeDefault } from '../merchant/client.js';
import { NEVER_ABORTED } from '../merchant/request.js';
import { merchantEndpoint } from '../core/merchant-endpoint.js';
import { DefaultCardChangedEvent } from './events.js';
import type { Session } from './session.js';

/** Makes a card the customer's default one. The badge moves when the shop has agreed; the rows stay where they are. */
export class DefaultCard {
  readonly #session: Session;
  /** One after the other, so that the shop hears the shopper's last wish last. */
  #last: Promise<void> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  make(card: SavedCard): void {
    if (!this.#session.store.dispatch({ type: 'change-sent', task: 'default', card })) return;
    this.#last = this.#last.then(() => this.#send(card));
  }

  async #send(card: SavedCard): Promise<void> {
    const { store, rows, element } = this.#session;
    try {
      await makeDefault(merchantEndpoint(element), card.id, NEVER_ABORTED);
    } catch (cause) {
      const error = cause as MpError;
      void rows.keepFocus(card, () => store.dispatch({ type: 'change-failed', task: 'default', card, error }));
      this.#session.reportError(error, 'default');
      return;
    }
    void rows.keepFocus(card, () => store.dispatch({ type: 'change-done', task: 'default', card }));
    element.dispatchEvent(new DefaultCardChangedEvent(card));
  }
}
