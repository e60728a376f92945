import { expiryStatus } from '../card/expiry.js';
import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { MpError, asMpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import type { CardToken, PaymentSdk } from '../mercadopago/payment-sdk.js';
import { SdkConnection } from '../mercadopago/sdk-connection.js';
import { SecurityCodeField, type CodeFieldLook, type FieldEvent } from '../mercadopago/security-code-field.js';
import { BeforeTokenizeEvent, type ErrorPhase } from '../core/events.js';
import { codeProblem } from './derived.js';
import type { State } from './state.js';
import type { Store } from './store.js';
import type { TokenState } from './token-state.js';
import { CODE_SLOT } from './view.js';

/** What paying with a code needs to know of its element. */
export interface CodePaymentHost {
  readonly element: HTMLElement;
  readonly store: Store;
  publicKey(): string;
  locale(): Locale;
  /** False while the element is in a hidden part of the page. */
  hasBox(): boolean;
  styleSource(): Element;
  reportError(error: MpError, phase: ErrorPhase): void;
}

/** The code field of the chosen card, and the token made from it. */
export class CodePayment {
  readonly #host: CodePaymentHost;
  readonly #field: SecurityCodeField;
  readonly #connection: SdkConnection;

  constructor(host: CodePaymentHost) {
    this.#host = host;
    this.#field = new SecurityCodeField({
      element: host.element,
      slot: CODE_SLOT,
      publicKey: () => host.publicKey(),
      styleSource: () => host.styleSource(),
      isBusy: () => host.store.state.status === 'shown' && host.store.state.token.status === 'making',
      onFieldEvent: (event) => this.#handleFieldEvent(event),
    });
    this.#connection = new SdkConnection(this.#field, () => host.locale().sdkLocale);
  }

  get hasFrame(): boolean {
    return this.#field.isOpen;
  }

  /** Begins to load MercadoPago.js, so that it is there when the list is. */
  warmUp(): void {
    this.connect().catch(() => {
      // Told when the field is needed: a shopper without cards never meets it.
    });
  }

  /** Shows the field for the chosen card. `byShopper`: the shopper acted here, so it may be taken from another element. */
  async show(byShopper: boolean): Promise<void> {
    if (!this.#chosen || !(this.hasFrame || this.#host.hasBox())) return;
    try {
      const sdk = await this.connect();
      const card = this.#chosen;
      if (card && this.#host.element.isConnected) this.#field.show(sdk, this.#lookFor(card), byShopper);
    } catch (error) {
      this.#handleFieldEvent({ type: 'failed', error: error as MpError }, 'sdk');
    }
  }

  /** The language changed. Digits that were typed are worth more than the name inside the frame. */
  relabel(): void {
    const { state } = this.#host.store;
    if (state.status === 'shown' && state.field.status === 'ready' && state.field.code === 'empty')
      void this.show(false);
    else this.#field.rename(this.#host.locale().messages.securityCode);
  }

  /** The page's theme or text size changed. */
  restyle(): void {
    this.#field.restyle();
  }

  /** The shopper asks for another attempt. */
  async retry(): Promise<void> {
    this.close();
    await this.show(true);
  }

  /**
   * A token for the chosen card.
   *
   * @throws MpError as `PaymentSdk.createCardToken`, also `card-expired`, `aborted`, and what kept the field from showing
   */
  async tokenize(installments: number): Promise<TokenDetail> {
    const { store } = this.#host;
    const card = this.#chosen;
    if (!card) {
      store.dispatch({ type: 'check' });
      throw new MpError('code-incomplete', 'No card is chosen.');
    }
    if (this.#fieldStatus === 'away') await this.retry();
    store.dispatch({ type: 'tokenize' });
    const attempt = tokenOf(store.state);
    try {
      const dropped = store.until((state) => tokenOf(state) !== attempt);
      const token = await Promise.race([this.#createToken(card, attempt), dropped]);
      const detail = token && tokenDetail(card, token, installments);
      if (detail && store.dispatch({ type: 'token', attempt, detail })) return detail;
    } catch (cause) {
      const error = asMpError(cause) ?? new MpError('token-refused', 'No token was made.', { cause });
      if (store.dispatch({ type: 'token-failed', attempt, error })) throw error;
    }
    throw new MpError('aborted', 'The choice or the code changed while the token was made.');
  }

  focus(): boolean {
    return this.#field.focus();
  }

  setInvalid(invalid: boolean): void {
    this.#field.setInvalid(invalid);
  }

  checkPlace(): void {
    this.#field.checkPlace();
  }

  /** Empties the field. */
  clear(): void {
    if (this.#field.isOpen) this.#field.reopen(false);
  }

  close(): void {
    this.#field.close();
    this.#connection.forget();
    this.#host.store.dispatch({ type: 'field', event: { type: 'opening' } });
  }

  get #chosen(): SavedCard | null {
    const { state } = this.#host.store;
    return state.status === 'shown' ? state.chosen : null;
  }

  get #fieldStatus(): string | undefined {
    const { state } = this.#host.store;
    return state.status === 'shown' ? state.field.status : undefined;
  }

  /** MercadoPago.js, connected once. */
  connect(): Promise<PaymentSdk> {
    return this.#connection.open();
  }

  async #createToken(card: SavedCard, attempt: TokenState | undefined): Promise<CardToken> {
    const { store, element } = this.#host;
    const event = new BeforeTokenizeEvent(card.id);
    element.dispatchEvent(event);
    const { isAllowed } = event;
    if (isAllowed !== true && !(await isAllowed)) {
      throw new MpError('aborted', 'The page stopped the token before it was made.');
    }
    if (expiryStatus(card, new Date()) === 'expired') throw new MpError('card-expired', 'The chosen card has expired.');
    if (store.state.status === 'shown' && store.state.refused.has(card.id)) {
      throw new MpError('card-unknown', 'The chosen card was refused for good.');
    }
    // A frame that is still loading hears nothing; in a hidden element none is on its way.
    if (this.#host.hasBox()) await store.until(() => this.#fieldStatus !== 'opening');
    const { state } = store;
    if (!this.hasFrame) {
      throw state.status === 'shown' && state.field.status === 'failed'
        ? state.field.error
        : new MpError('field-lost', 'The field of the security code is not shown.');
    }
    // A frame that stands may work although it never said that it is ready: the SDK is the judge.
    if (state.status === 'shown' && codeProblem(state)) {
      throw new MpError('code-incomplete', 'The security code is missing or incomplete.');
    }
    const sdk = await this.connect();
    // While the page or the frame was waited for, the shopper may have gone to another card, or typed its code.
    if (tokenOf(store.state) !== attempt) throw new MpError('aborted', 'The choice or the code changed meanwhile.');
    return sdk.createCardToken({ cardId: card.id });
  }

  #lookFor({ securityCode: { length, mode } }: SavedCard): CodeFieldLook {
    return {
      length: length || 3,
      mode: mode === 'mandatory' ? mode : 'optional',
      label: this.#host.locale().messages.securityCode,
      placeholder: '1234'.slice(0, length || 3),
    };
  }

  #handleFieldEvent(event: FieldEvent, phase: ErrorPhase = 'field'): void {
    const isNew = this.#host.store.dispatch({ type: 'field', event });
    const error = event.type === 'failed' ? event.error : event.type === 'ready' ? event.lost : undefined;
    if (isNew && error) this.#host.reportError(error, phase);
  }
}

const tokenOf = (state: State): TokenState | undefined => (state.status === 'shown' ? state.token : undefined);

const tokenDetail = (card: SavedCard, { id, expiresAt }: CardToken, installments: number): TokenDetail => ({
  token: id,
  cardId: card.id,
  paymentMethodId: card.paymentMethod.id,
  paymentTypeId: card.paymentMethod.paymentTypeId,
  issuerId: card.issuer?.id ?? null,
  installments,
  lastFourDigits: card.lastFourDigits,
  expiresAt,
  saveCard: false,
});
