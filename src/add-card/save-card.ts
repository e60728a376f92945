import type { SavedCard } from '../card/saved-card.js';
import type { ErrorPhase } from '../core/events.js';
import { PendingWork } from '../core/while-in-page.js';
import type { Feature } from '../core/feature.js';
import { merchantEndpoint } from '../core/merchant-endpoint.js';
import type { Change } from '../core/store.js';
import { MpError, toMpError } from '../errors.js';
import type { CardToken } from '../mercadopago/payment-sdk.js';
import { addCard, listCards } from '../merchant/client.js';
import { idempotencyKey } from '../merchant/idempotency-key.js';
import { SaveOnce, type CardToSave } from './save-once.js';
import type { FormContext } from './context.js';
import { CardAddedEvent } from './events.js';
import { issuerId, methodOf } from './field-selectors.js';
import { changesCard } from './selectors.js';
import { isReset, type Action, type State } from './state.js';

/** What saving a card needs of the other features. */
export interface SaveCardSource {
  /** Another token of what is in the fields. */
  createToken(): Promise<CardToken>;
  /** Settles when no token to pay with is being made any more: both come from the same fields. */
  tokenized(): Promise<unknown> | undefined;
  /**
   * Asks for what is known to be missing.
   *
   * @throws MpError `code-incomplete`
   */
  requireComplete(): void;
}

const NOT_KEPT = 'The payment is made, and the card was not to be kept: its fields are gone.';

const abortError = () => new MpError('aborted', 'The form was emptied, or left the page.');

/** Saves the typed card at the shop: one promise while that is under way. */
export class SaveCard implements Feature<State, Action> {
  readonly #context: FormContext;
  readonly #source: SaveCardSource;
  readonly #saver: SaveOnce;
  #connection = new AbortController();
  readonly #pending = new PendingWork<SavedCard>();
  /** What a failure would be about now. */
  #phase: ErrorPhase = 'save';

  constructor(context: FormContext, source: SaveCardSource) {
    this.#context = context;
    this.#source = source;
    this.#saver = new SaveOnce({
      prepare: () => this.#prepare(),
      post: (card, key) => addCard(this.#endpoint, card, key, this.#connection.signal),
      list: async () => (await listCards(this.#endpoint, this.#connection.signal)).cards,
      newKey: idempotencyKey,
    });
  }

  changed(change: Change<State, Action>): void {
    if (isReset(change.action)) this.#abort();
    if (changesCard(change)) this.#saver.changed();
  }

  removed(): void {
    this.#abort();
  }

  /** The card that is being saved, if one is. */
  get pending(): Promise<SavedCard> | undefined {
    return this.#pending.promise;
  }

  /**
   * The same promise while the card is being saved.
   *
   * @throws MpError as the client of the shop and `createCardToken`
   */
  save(): Promise<SavedCard> {
    return this.#pending.run(this.#context, () => this.#save());
  }

  async #save(): Promise<SavedCard> {
    const { store } = this.#context;
    const { signal } = this.#connection;
    const { isPaid, typed } = store.state;
    if (isPaid && !typed.saveCard) throw this.#reported(new MpError('field-lost', NOT_KEPT), 'save');
    const tokenized = this.#source.tokenized();
    if (tokenized) await tokenized;
    signal.throwIfAborted(); // the form was emptied meanwhile
    this.#requireComplete();
    store.dispatch({ type: 'save' });
    const attempt = store.state.status === 'open' ? store.state.saving : null;
    try {
      this.#phase = 'save';
      const card = await this.#saver.save();
      this.#saved(card, attempt);
      return card;
    } catch (cause) {
      const error = toMpError(cause, 'token-refused', 'The card could not be used.');
      store.dispatch({ type: 'save-failed', attempt, error });
      throw this.#reported(error, this.#phase);
    }
  }

  #requireComplete(): void {
    try {
      this.#source.requireComplete();
    } catch (error) {
      this.#context.store.dispatch({ type: 'save-missed', error: error as MpError });
      throw this.#reported(error as MpError, 'token');
    }
  }

  /** The shop has the card, also when the form was emptied meanwhile. */
  #saved(card: SavedCard, attempt: object | null): void {
    const { store, emit, list } = this.#context;
    store.dispatch({ type: 'saved', attempt, card });
    emit(new CardAddedEvent(card));
    list()?.cardAdded(card);
  }

  async #prepare(): Promise<CardToSave> {
    merchantEndpoint(this.#context.settings()); // nothing is asked of Mercado Pago when the page is set up wrongly
    this.#phase = 'token';
    const { signal } = this.#connection;
    const aborted = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(abortError())));
    const { id, firstSixDigits, lastFourDigits, expirationMonth, expirationYear } = await Promise.race([
      this.#source.createToken(),
      aborted,
    ]);
    signal.throwIfAborted();
    this.#phase = 'save';
    const { state } = this.#context.store;
    return {
      token: id,
      paymentMethodId: methodOf(state)?.id ?? null,
      issuerId: state.status === 'open' ? issuerId(state) : null,
      firstSixDigits,
      lastFourDigits,
      expirationMonth,
      expirationYear,
    };
  }

  /** @throws MpError `configuration` */
  get #endpoint() {
    return merchantEndpoint(this.#context.settings());
  }

  #abort(): void {
    this.#connection.abort(abortError());
    this.#connection = new AbortController();
    this.#pending.forget();
  }

  #reported(error: MpError, phase: ErrorPhase): MpError {
    this.#context.report(error, phase);
    return error;
  }
}
