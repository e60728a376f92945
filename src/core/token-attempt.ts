import type { TokenDetail } from '../card/token-detail.js';
import { MpError, asMpError } from '../errors.js';
import { BeforeTokenizeEvent, TokenReadyEvent } from './events.js';
import type { TokenAction, TokenState } from './token-state.js';

/** What an attempt needs of its element. What differs between the elements is in `start` and `make`. */
export interface TokenAttemptHost {
  readonly element: HTMLElement;
  /** The element's part of its state; `undefined` while there is nothing to make a token of. */
  state(): TokenState | undefined;
  dispatch(action: TokenAction): boolean;
  /** Settles once the element's state is one that is wanted. */
  until(isWanted: () => boolean): Promise<void>;
  /**
   * Waits for what is still on its way, if anything is.
   *
   * @throws MpError when no attempt can begin
   */
  start(): Promise<void> | undefined;
  /**
   * A token of what is chosen or typed.
   *
   * @throws MpError
   */
  make(isWanted: () => boolean): Promise<TokenDetail>;
  /** The token was submitted and its time is over: empties the code. False when there is none to be typed again. */
  askAgain(): boolean;
  report(error: MpError): void;
}

/** Id that Mercado Pago's script for fraud prevention gives a device; never made up. */
const DEVICE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,199}$/;

/**
 * The life of a token: one promise while it is made, and one token until its attempt ends. Nothing but the end of the
 * attempt (an outcome, a change by the shopper, another amount, a reset) makes room for another token.
 */
export class TokenAttempt {
  readonly #host: TokenAttemptHost;
  #pending: Promise<TokenDetail> | undefined;

  constructor(host: TokenAttemptHost) {
    this.#host = host;
  }

  /** The token that is being made, if one is. */
  get pending(): Promise<TokenDetail> | undefined {
    return this.#pending;
  }

  /**
   * The token of this attempt; begins one when there is none.
   *
   * @throws MpError as `TokenAttemptHost`; `aborted` when the attempt ended before its token was there
   */
  token(): Promise<TokenDetail> {
    this.#pending ??= this.#token().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #token(): Promise<TokenDetail> {
    const starting = this.#host.start();
    if (starting) await starting;
    return this.#held() ?? this.#make();
  }

  /** The token, as long as Mercado Pago accepts it. */
  #held(): TokenDetail | undefined {
    const state = this.#host.state();
    if (state?.status !== 'held') return undefined;
    if (Date.parse(state.detail.expiresAt) > Date.now()) return state.detail;
    this.#host.dispatch({ type: 'drop-token', reason: 'expired' });
    if (state.submits > 0 && !this.#host.askAgain()) {
      throw new MpError('aborted', 'The token has expired; time alone makes no other one.');
    }
    return undefined;
  }

  async #make(): Promise<TokenDetail> {
    const { element, dispatch, state } = this.#host;
    dispatch({ type: 'tokenize' });
    const attempt = state();
    const isWanted = () => attempt !== undefined && state() === attempt;
    try {
      const ended = this.#host.until(() => !isWanted());
      const detail = await Promise.race([this.#host.make(isWanted), ended]);
      if (detail && dispatch({ type: 'token', attempt, detail, deviceId: deviceId() })) {
        element.dispatchEvent(new TokenReadyEvent(detail));
        return detail;
      }
    } catch (cause) {
      const error = asMpError(cause) ?? new MpError('token-refused', 'No token was made.', { cause });
      if (dispatch({ type: 'token-failed', attempt, error })) {
        this.#host.report(error);
        throw error;
      }
    }
    throw new MpError('aborted', 'The card, its code or the amount changed while the token was made.');
  }
}

/**
 * Lets the page have its say before a token is made.
 *
 * @throws MpError `aborted` when it says no
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
