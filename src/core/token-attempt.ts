import type { TokenDetail } from '../card/token-detail.js';
import { MpError, toMpError } from '../errors.js';
import { BeforeTokenizeEvent, TokenReadyEvent } from './events.js';
import type { Feature, FeatureContext } from './feature.js';
import type { FormAction } from './form-part-value.js';
import { isReported, reportCount } from './report-error.js';
import type { TokenAction, TokenState } from './token-state.js';
import { PendingWork, leftPage } from './while-in-page.js';

/** What differs between the elements. */
export interface TokenSource<State> {
  /** The token's part of the state; `undefined` while there is nothing to make a token of. */
  tokenOf(state: State): TokenState | undefined;
  isPaid(state: State): boolean;
  /** Settles when what is still on its way is there, if anything is. */
  settled?(): Promise<unknown> | undefined;
  /** A token that another element makes in place of this one, if one does. */
  tokenElsewhere?(): Promise<TokenDetail> | undefined;
  /** Takes the Secure Fields back from another element, if one has them. */
  takeBack(): Promise<void> | undefined;
  /** @throws MpError for what is known to be missing */
  requireComplete(): void;
  /**
   * A token of what is chosen or typed. `isWanted`: false once the attempt has ended.
   *
   * @throws MpError
   */
  make(isWanted: () => boolean): Promise<TokenDetail>;
  /** Why there is nothing to make a token of any more: what was typed is gone, and no event has said so. */
  loss(): MpError | undefined;
  /** The token was submitted and has expired: empties the code. False when there is no code to be typed again. */
  askAgain(): boolean;
}

/** Id that Mercado Pago's script for fraud prevention gives a device; never made up. */
const DEVICE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,199}$/;

/**
 * The life of a token: one promise while it is made, and one token until its attempt ends. Nothing but the end of the
 * attempt (an outcome, a change by the shopper, another amount, a reset) makes room for another token.
 */
export class TokenAttempt<State, Action> implements Feature<State, Action> {
  readonly #context: FeatureContext<State, Action | TokenAction | FormAction, never>;
  readonly #source: TokenSource<State>;
  readonly #pending = new PendingWork<TokenDetail>();
  /** `reportCount()` when this token was asked for: an error that was reported since is not reported again. */
  #since = 0;

  constructor(context: FeatureContext<State, Action | TokenAction | FormAction, never>, source: TokenSource<State>) {
    this.#context = context;
    this.#source = source;
  }

  /** No token is made for a page that the element has left. */
  removed(): void {
    const attempt = this.#state;
    this.#context.store.dispatch({ type: 'token-failed', attempt, error: leftPage() });
  }

  /** The token that is being made, if one is. */
  get pending(): Promise<TokenDetail> | undefined {
    return this.#pending.promise;
  }

  /**
   * The token of this attempt; begins one when there is none.
   *
   * @param since how many errors had been reported when the shopper pressed
   * @throws MpError as `TokenSource`; `aborted` when the attempt ended before its token was there, `field-lost` outside the page
   */
  token(since = reportCount()): Promise<TokenDetail> {
    return this.#pending.run(this.#context, () => {
      this.#since = since;
      return this.#token();
    });
  }

  async #token(): Promise<TokenDetail> {
    const settled = this.#source.settled?.();
    if (settled) await settled;
    const elsewhere = this.#source.tokenElsewhere?.();
    if (elsewhere) return elsewhere;
    if (this.#source.isPaid(this.#context.store.state)) {
      this.#context.store.dispatch({ type: 'submit-blocked' });
      throw new MpError('aborted', 'The payment is made. reset() begins another one.');
    }
    this.#dropExpired();
    const state = this.#state;
    if (state?.status === 'made') return state.detail;
    const back = this.#source.takeBack();
    if (back) await back;
    this.#requireComplete();
    return this.#make();
  }

  #requireComplete(): void {
    try {
      this.#source.requireComplete();
    } catch (error) {
      this.#report(error as MpError);
      throw error;
    }
  }

  #report(error: MpError): void {
    if (!isReported(error, this.#since)) this.#context.report(error, 'token');
  }

  get #state(): TokenState | undefined {
    return this.#source.tokenOf(this.#context.store.state);
  }

  /** Mercado Pago accepts a token for some days only. */
  #dropExpired(): void {
    const state = this.#state;
    if (state?.status !== 'made' || Date.parse(state.detail.expiresAt) > Date.now()) return;
    this.#context.store.dispatch({ type: 'drop-token', reason: 'expired' });
    if (state.submits > 0 && !this.#source.askAgain())
      throw new MpError('aborted', 'The token has expired. Press Pay again.');
  }

  async #make(): Promise<TokenDetail> {
    const { host, store, emit } = this.#context;
    store.dispatch({ type: 'tokenize' });
    const attempt = this.#state;
    const isWanted = () => attempt !== undefined && this.#state === attempt;
    const finished = new AbortController();
    try {
      const ended = store.until(() => !isWanted(), finished.signal);
      const detail = await Promise.race([this.#source.make(isWanted), ended]);
      if (detail) store.dispatch({ type: 'token', attempt, detail, deviceId: deviceId() });
      const state = this.#state;
      // A listener of the state may have ended the attempt already.
      if (detail && state?.status === 'made' && state.detail === detail) {
        emit(new TokenReadyEvent(detail));
        return detail;
      }
    } catch (cause) {
      const error = host.isConnected ? toMpError(cause, 'token-refused', 'No token was made.') : leftPage();
      if (store.dispatch({ type: 'token-failed', attempt, error })) {
        this.#report(error);
        throw error;
      }
    } finally {
      finished.abort();
    }
    const loss = this.#source.loss();
    if (loss && host.isConnected) this.#report(loss);
    throw loss ?? new MpError('aborted', 'The card, its code or the amount changed while the token was made.');
  }
}

/**
 * Asks the page before a token is made.
 *
 * @throws MpError `aborted` when the page stops it
 */
export async function askPage(element: HTMLElement, cardId: string | null): Promise<void> {
  const event = new BeforeTokenizeEvent(cardId);
  element.dispatchEvent(event);
  const { isAllowed } = event;
  if (isAllowed !== true && !(await isAllowed)) {
    throw new MpError('aborted', 'The page stopped the token before it was made.');
  }
}

function deviceId(): string {
  const { MP_DEVICE_SESSION_ID: id } = globalThis as { MP_DEVICE_SESSION_ID?: unknown };
  return typeof id === 'string' && DEVICE_ID.test(id) ? id : '';
}
