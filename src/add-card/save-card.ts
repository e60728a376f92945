import type { SavedCard } from '../card/saved-card.js';
import type { ErrorPhase } from '../core/events.js';
import { MpError, asMpError } from '../errors.js';
import type { CardToken } from '../mercadopago/payment-sdk.js';
import { Saving } from './saving.js';
import type { Settings } from './settings.js';
import type { Store } from './store.js';

export interface SaveCardHost {
  readonly store: Store;
  settings(): Settings;
  /** A fresh token of what is in the fields. */
  createToken(): Promise<CardToken>;
  /** Settles when the token to pay with that is being made is there: both come from the same fields. */
  tokenized(): Promise<unknown> | undefined;
  /**
   * Asks for what is known to be missing.
   *
   * @throws MpError `code-incomplete`
   */
  requireComplete(): void;
  /** The shop has the card. */
  saved(card: SavedCard, attempt: object | null): void;
  reportError(error: MpError, phase: ErrorPhase): void;
}

/** Saves the typed card: one promise while that is under way. */
export class SaveCard {
  readonly saving: Saving;
  readonly #host: SaveCardHost;
  #pending: Promise<SavedCard> | undefined;

  constructor(host: SaveCardHost) {
    this.#host = host;
    this.saving = new Saving({
      store: host.store,
      settings: () => host.settings(),
      createToken: () => host.createToken(),
    });
  }

  /** The card that is being saved, if one is. */
  get pending(): Promise<SavedCard> | undefined {
    return this.#pending;
  }

  /** The same promise while the card is being saved. */
  save(): Promise<SavedCard> {
    if (this.#pending) return this.#pending;
    const pending = this.#save().finally(() => {
      if (this.#pending === pending) this.#pending = undefined;
    });
    return (this.#pending = pending);
  }

  /** Nobody waits any more for what is being saved: the form was emptied, or left the page. */
  abort(): void {
    this.saving.abort();
    this.#pending = undefined;
  }

  async #save(): Promise<SavedCard> {
    const { store } = this.#host;
    const { signal } = this.saving;
    const { state } = store;
    if (state.isPaid && !state.typed.saveCard) {
      const error = new MpError(
        'field-lost',
        'The payment is made, and the card was not to be kept: its fields are gone.',
      );
      this.#host.reportError(error, 'save');
      throw error;
    }
    const tokenized = this.#host.tokenized();
    if (tokenized) await tokenized;
    signal.throwIfAborted(); // the form was emptied meanwhile
    try {
      this.#host.requireComplete();
    } catch (error) {
      store.dispatch({ type: 'save-missed', error: error as MpError });
      this.#host.reportError(error as MpError, 'token');
      throw error;
    }
    store.dispatch({ type: 'save' });
    const attempt = store.state.status === 'open' ? store.state.saving : null;
    try {
      const card = await this.saving.save();
      this.#host.saved(card, attempt);
      return card;
    } catch (cause) {
      const error = asMpError(cause) ?? new MpError('token-refused', 'The card could not be used.', { cause });
      store.dispatch({ type: 'save-failed', attempt, error });
      this.#host.reportError(error, this.saving.phase);
      throw error;
    }
  }
}
