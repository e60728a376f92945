import type { TokenDetail } from '../card/token-detail.js';
import { asMpError, type MpError } from '../errors.js';
import { TokenReadyEvent } from '../core/events.js';
import { installmentsOf } from '../installments/installments-state.js';
import { listFault, publicState } from './derived.js';
import type { Session } from './session.js';

/** Makes the token of whatever is chosen, for the page and for a submit of its form. */
export class TokenMaker {
  readonly #session: Session;
  #tokenizing: Promise<TokenDetail> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The same promise while a token is under way. */
  tokenize(): Promise<TokenDetail> {
    this.#tokenizing ??= this.#tokenize().finally(() => {
      this.#tokenizing = undefined;
    });
    return this.#tokenizing;
  }

  /** Sees to it that a submit finds a token; false when it must stop, and the shopper has been told why. */
  async prepareSubmit(): Promise<boolean> {
    await this.#listed();
    const { store, element, installments, isOther, other, chosen } = this.#session;
    installments.sync();
    // What a shop puts under "use another card" by itself is its own concern.
    if (isOther ? !other.form : !chosen && !element.required) return true;
    if (this.#holdsToken()) return true;
    try {
      await this.tokenize();
      return publicState(store.state) === 'tokenized'; // a listener of `token-ready` may have dropped it
    } catch (error) {
      await element.updateComplete;
      if (asMpError(error)?.code !== 'aborted') this.#session.focusMend();
      return false;
    }
  }

  async #tokenize(): Promise<TokenDetail> {
    await this.#listed();
    const { store, element, payment, installments, isOther, other } = this.#session;
    installments.sync();
    const { state } = store;
    const fault = listFault(state);
    if (fault) throw fault;
    // The form tells of its token, or of what is wrong, by itself.
    if (isOther && other.form) return other.form.tokenize();
    try {
      const detail = await payment.tokenize(state.status === 'shown' ? installmentsOf(state.installments) : 1);
      element.dispatchEvent(new TokenReadyEvent(detail));
      return detail;
    } catch (error) {
      this.#session.reportError(error as MpError, 'token');
      throw error;
    }
  }

  #listed(): Promise<void> {
    return this.#session.store.until(({ status }) => status !== 'loading');
  }

  #holdsToken(): boolean {
    const { state } = this.#session.store;
    if (state.status !== 'shown' || state.token.status !== 'held') return false;
    if (Date.parse(state.token.detail.expiresAt) > Date.now()) return true;
    this.#session.store.dispatch({ type: 'drop-token', reason: 'expired' });
    return false;
  }
}
