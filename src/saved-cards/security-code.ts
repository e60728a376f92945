import { expiryStatus } from '../card/expiry.js';
import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import type { CardToken, PaymentSdk } from '../mercadopago/payment-sdk.js';
import { SdkConnection } from '../mercadopago/sdk-connection.js';
import { SecurityCodeField, type CodeFieldLook, type FieldEvent } from '../mercadopago/security-code-field.js';
import type { ErrorPhase } from '../core/events.js';
import { askPage } from '../core/token-attempt.js';
import { codeProblem } from './derived.js';
import type { Store } from './store.js';
import { CODE_SLOT } from './view.js';

/** What the code of a saved card needs to know of its element. */
export interface SecurityCodeHost {
  readonly element: HTMLElement;
  readonly store: Store;
  publicKey(): string;
  locale(): Locale;
  /** False while the element is in a hidden part of the page. */
  hasBox(): boolean;
  styleSource(): Element;
  /** In how many parts the shopper pays. */
  installments(): number;
  reportError(error: MpError, phase: ErrorPhase): void;
}

/** The code field of the chosen card, and tokens of the card with the code in it. */
export class SecurityCode {
  readonly #host: SecurityCodeHost;
  readonly #field: SecurityCodeField;
  readonly #connection: SdkConnection;

  constructor(host: SecurityCodeHost) {
    this.#host = host;
    this.#field = new SecurityCodeField({
      element: host.element,
      slot: CODE_SLOT,
      publicKey: () => host.publicKey(),
      styleSource: () => host.styleSource(),
      isBusy: () => host.store.state.status === 'shown' && host.store.state.token.status === 'making',
      onFieldEvent: (event) => this.#handleFieldEvent(event),
    });
    this.#connection = new SdkConnection(this.#field.fieldsUser, () => host.locale().sdkLocale);
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
    if (!this.#isWanted || !(this.hasFrame || this.#host.hasBox())) return;
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
   * A token for the chosen card. `isWanted`: the attempt it is for goes on.
   *
   * @throws MpError as `PaymentSdk.createCardToken`, also `card-expired`, `aborted`, and what kept the field from showing
   */
  async createToken(isWanted: () => boolean): Promise<TokenDetail> {
    const { store, element, installments } = this.#host;
    const card = this.#chosen;
    if (!card) throw new MpError('code-incomplete', 'No card is chosen.');
    await askPage(element, card.id);
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
    const count = installments();
    const sdk = await this.connect();
    // While the page or the frame was waited for, the shopper may have gone to another card, or typed its code.
    if (!isWanted()) throw new MpError('aborted', 'The choice or the code changed meanwhile.');
    return tokenDetail(card, await sdk.createCardToken({ cardId: card.id }), count);
  }

  /** Another element of the page has the field: takes it back for the shopper's act here. */
  takeBack(): Promise<void> | undefined {
    return this.#fieldStatus === 'away' ? this.retry() : undefined;
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
    if (this.#field.isOpen) this.#field.remount(false);
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

  /** A card is to be paid with. */
  get #isWanted(): boolean {
    const { state } = this.#host.store;
    return state.status === 'shown' && state.chosen !== null && !state.isPaid;
  }

  get #fieldStatus(): string | undefined {
    const { state } = this.#host.store;
    return state.status === 'shown' ? state.field.status : undefined;
  }

  /** MercadoPago.js, connected once. */
  connect(): Promise<PaymentSdk> {
    return this.#connection.open();
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
