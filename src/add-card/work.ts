import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { MpError, asMpError } from '../errors.js';
import type { CardToken } from '../mercadopago/payment-sdk.js';
import { tokenProblems } from '../mercadopago/rejection.js';
import { BeforeTokenizeEvent, TokenReadyEvent, type ErrorPhase } from '../core/events.js';
import { installmentsOf } from '../installments/installments-state.js';
import type { CardEntry } from './card-entry.js';
import { isAway, issuerId, methodOf } from './fields.js';
import { Saving } from './saving.js';
import type { Settings } from './settings.js';
import type { Open, State } from './state.js';
import type { Store } from './store.js';

export interface CardWorkHost {
  readonly element: HTMLElement;
  readonly store: Store;
  readonly entry: CardEntry;
  settings(): Settings;
  /** The shop has the card. */
  saved(card: SavedCard, attempt: Open['work'] | undefined): void;
  reportError(error: MpError, phase: ErrorPhase): void;
}

/** What is made of the typed card: a token to pay with, or a saved card. */
export class CardWork {
  readonly saving: Saving;
  readonly #host: CardWorkHost;
  #tokenizing: Promise<TokenDetail> | undefined;
  #pendingSave: Promise<SavedCard> | undefined;

  constructor(host: CardWorkHost) {
    this.#host = host;
    this.saving = new Saving({
      store: host.store,
      settings: () => host.settings(),
      createToken: () => this.#createToken(),
    });
  }

  /** The same promise while a token is under way. */
  tokenize(): Promise<TokenDetail> {
    this.#tokenizing ??= this.#tokenize().finally(() => {
      this.#tokenizing = undefined;
    });
    return this.#tokenizing;
  }

  /** The same promise while the card is being saved. */
  save(): Promise<SavedCard> {
    if (this.#pendingSave) return this.#pendingSave;
    const pending = this.#save().finally(() => {
      if (this.#pendingSave === pending) this.#pendingSave = undefined;
    });
    return (this.#pendingSave = pending);
  }

  /** Nobody waits any more for what is being saved: the form was emptied, or left the page. */
  abort(): void {
    this.saving.abort();
    this.#pendingSave = undefined;
  }

  /**
   * Sees to it that a submit finds a token; false when a listener of `token-ready` has dropped it.
   *
   * @throws MpError as `tokenize`
   */
  async prepareSubmit(): Promise<boolean> {
    if (!this.#holdsToken()) await this.tokenize();
    await this.#addSaveToken();
    return this.#holdsToken();
  }

  async #tokenize(): Promise<TokenDetail> {
    const { store, element } = this.#host;
    if (this.#pendingSave) await this.#pendingSave.catch(() => {});
    if (isAway(store.state)) await this.#host.entry.takeBack();
    this.#requireWhole();
    store.dispatch({ type: 'tokenize' });
    const attempt = workOf(store.state);
    try {
      const dropped = store.until((state) => workOf(state) !== attempt);
      const token = await Promise.race([this.#createToken(), dropped]);
      const detail = token && store.state.status === 'open' && detailOf(store.state, token);
      if (attempt && detail && store.dispatch({ type: 'token', attempt, detail })) {
        element.dispatchEvent(new TokenReadyEvent(detail));
        return detail;
      }
    } catch (cause) {
      throw this.#failed(attempt, cause, 'token');
    }
    throw new MpError('aborted', 'The card changed while the token was made.');
  }

  async #save(): Promise<SavedCard> {
    const { store } = this.#host;
    const { signal } = this.saving;
    if (this.#tokenizing) await this.#tokenizing.catch(() => {});
    signal.throwIfAborted(); // the form was emptied meanwhile
    this.#requireWhole(true);
    store.dispatch({ type: 'save' });
    const attempt = workOf(store.state);
    try {
      const card = await this.saving.save();
      this.#host.saved(card, attempt);
      return card;
    } catch (cause) {
      throw this.#failed(attempt, cause, this.saving.phase);
    }
  }

  /** What is known to be missing is asked for before anything else happens. */
  #requireWhole(isSave = false): void {
    try {
      this.#host.entry.requireWhole();
    } catch (error) {
      if (isSave) this.#host.store.dispatch({ type: 'save-missed', error: error as MpError });
      this.#host.reportError(error as MpError, 'token');
      throw error;
    }
  }

  async #createToken(): Promise<CardToken> {
    const event = new BeforeTokenizeEvent(null);
    this.#host.element.dispatchEvent(event);
    const { isAllowed } = event;
    if (isAllowed !== true && !(await isAllowed)) {
      throw new MpError('aborted', 'The page stopped the token before it was made.');
    }
    return this.#host.entry.createToken();
  }

  #failed(attempt: Open['work'] | undefined, cause: unknown, phase: ErrorPhase): MpError {
    const error = asMpError(cause) ?? new MpError('token-refused', 'The card could not be used.', { cause });
    if (attempt) this.#host.store.dispatch({ type: 'failed', attempt, error, refused: tokenProblems(error) });
    this.#host.reportError(error, phase);
    return error;
  }

  /** A page without JavaScript saves the card after the payment, with a token of its own. Without it, it is only paid. */
  async #addSaveToken(): Promise<void> {
    const { store, entry } = this.#host;
    const attempt = workOf(store.state);
    if (attempt?.status !== 'held' || !store.state.typed.saveCard || attempt.saveToken) return;
    const token = await entry.createToken().catch(() => undefined);
    if (token) store.dispatch({ type: 'save-token', attempt, saveToken: token.id });
  }

  #holdsToken(): boolean {
    const { store } = this.#host;
    const work = workOf(store.state);
    if (work?.status !== 'held') return false;
    if (Date.parse(work.detail.expiresAt) > Date.now()) return true;
    store.dispatch({ type: 'drop-token', reason: 'expired' });
    return false;
  }
}

const workOf = (state: State): Open['work'] | undefined => (state.status === 'open' ? state.work : undefined);

function detailOf(open: Open, { id, expiresAt, lastFourDigits }: CardToken): TokenDetail {
  const method = methodOf(open);
  return {
    token: id,
    cardId: null,
    paymentMethodId: method?.id ?? '',
    paymentTypeId: method?.paymentTypeId ?? '',
    issuerId: issuerId(open),
    installments: installmentsOf(open.installments),
    lastFourDigits,
    expiresAt,
    saveCard: open.typed.saveCard,
  };
}
