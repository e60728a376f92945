import type { SavedCard } from '../card/saved-card.js';
import { MpError } from '../errors.js';
import { addCard, listCards } from '../merchant/client.js';
import { idempotencyKey } from '../merchant/idempotency-key.js';
import type { CardToken } from '../mercadopago/payment-sdk.js';
import type { ErrorPhase } from '../core/events.js';
import { merchantEndpoint } from '../core/merchant-endpoint.js';
import { CardSaver, type CardToSave } from './card-saver.js';
import { issuerId } from './fields.js';
import type { Settings } from './settings.js';
import type { Store } from './store.js';

export interface SavingHost {
  readonly store: Store;
  settings(): Settings;
  /** A fresh token of what stands in the fields. */
  createToken(): Promise<CardToken>;
}

const givenUp = () => new MpError('aborted', 'The form was emptied, or left the page.');

/** Gives the typed card to the shop. */
export class Saving {
  readonly #host: SavingHost;
  readonly #saver: CardSaver;
  #connection = new AbortController();
  /** What a failure was about. */
  phase: ErrorPhase = 'save';

  constructor(host: SavingHost) {
    this.#host = host;
    this.#saver = new CardSaver({
      prepare: () => this.#prepare(),
      post: (card, key) => addCard(this.#endpoint, card, key, this.#connection.signal),
      list: async () => (await listCards(this.#endpoint, this.#connection.signal)).cards,
      newKey: idempotencyKey,
    });
  }

  /**
   * @throws MpError as the client of the shop and `createCardToken`
   */
  save(): Promise<SavedCard> {
    this.phase = 'save';
    return this.#saver.save();
  }

  /** The form holds something else now, or nothing. */
  changed(): void {
    this.#saver.changed();
  }

  /** Nobody waits any more for what is under way. */
  abort(): void {
    this.#connection.abort(givenUp());
    this.#connection = new AbortController();
  }

  /** Aborted, with an `aborted` error, once nobody waits any more. */
  get signal(): AbortSignal {
    return this.#connection.signal;
  }

  get #endpoint() {
    return merchantEndpoint(this.#host.settings());
  }

  async #prepare(): Promise<CardToSave> {
    merchantEndpoint(this.#host.settings()); // nothing is asked of Mercado Pago when the page is set up wrongly
    this.phase = 'token';
    const { signal } = this;
    const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(givenUp())));
    const { id, firstSixDigits, lastFourDigits, expirationMonth, expirationYear } = await Promise.race([
      this.#host.createToken(),
      stopped,
    ]);
    signal.throwIfAborted();
    this.phase = 'save';
    const { state } = this.#host.store;
    const isKnown = state.status === 'open' && state.method.status === 'known' ? state.method.method : undefined;
    return {
      token: id,
      paymentMethodId: isKnown?.id ?? null,
      issuerId: state.status === 'open' ? issuerId(state) : null,
      firstSixDigits,
      lastFourDigits,
      expirationMonth,
      expirationYear,
    };
  }
}
