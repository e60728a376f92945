import { expiryStatus } from '../card/expiry.js';
import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import type { ErrorPhase } from '../core/events.js';
import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { askPage } from '../core/token-attempt.js';
import { MpError } from '../errors.js';
import type { CardToken, PaymentSdk } from '../mercadopago/payment-sdk.js';
import { SdkConnection } from '../mercadopago/sdk-connection.js';
import { SecurityCodeField, type CodeFieldLook, type FieldEvent } from '../mercadopago/security-code-field.js';
import type { ListContext } from './context.js';
import { chosenCard, codeProblem, installmentCount, isPaid, opensChoice, tokenOf } from './selectors.js';
import { isByShopper, type Action, type Shown, type State } from './state.js';
import { CODE_SLOT } from './view.js';

/** The security code's field of the chosen card, and tokens of the card with the code in it. */
export class SecurityCode implements Feature<State, Action> {
  readonly #context: ListContext;
  readonly #field: SecurityCodeField;
  readonly #connection: SdkConnection;
  #publicKey: string | undefined;
  #label = '';
  /** Settles when the field that was asked for last is on its way, or cannot be. */
  shown: Promise<void> = Promise.resolve();

  constructor(context: ListContext) {
    this.#context = context;
    const { host, settings, store } = context;
    this.#field = new SecurityCodeField({
      element: host,
      slot: CODE_SLOT,
      publicKey: () => settings.publicKey,
      styleSource: () => host.renderRoot.querySelector('.list') ?? host,
      isBusy: () => tokenOf(store.state)?.status === 'making',
      onFieldEvent: (event) => this.#handleFieldEvent(event),
    });
    this.#connection = new SdkConnection(this.#field.fieldsUser, () => context.locale().sdkLocale);
  }

  hostConnected(): void {
    this.#field.checkPlace();
  }

  hostUpdate(): void {
    const { settings, store, locale } = this.#context;
    const { publicKey } = settings;
    const isNewKey = this.#publicKey !== undefined && publicKey !== this.#publicKey;
    this.#publicKey = publicKey;
    if (isNewKey && store.state.status !== 'loading') {
      store.dispatch({ type: 'start-over' });
      void this.retry();
    }
    const label = locale().messages.securityCode;
    if (this.#label && label !== this.#label) this.#relabel(label);
    this.#label = label;
  }

  hostUpdated(): void {
    this.#field.setInvalid(this.#context.host.renderRoot.querySelector('.frame.invalid') !== null);
  }

  resized(): void {
    this.#field.restyle(); // while it was hidden no transition announced another theme
    if (this.#fieldStatus === 'opening' && !this.hasFrame) this.show(false);
  }

  removed(): void {
    this.close();
  }

  changed(change: Change<State, Action>): void {
    const { before, after, action } = change;
    const { isManaging } = after.setup;
    if (action.type === 'load') this.close();
    if (isManaging && !before.setup.isManaging) this.close();
    if (isPaid(after) && !isPaid(before)) this.#closePaid();
    if (!isManaging && (action.type === 'load' || before.setup.isManaging)) this.#warmUp();
    if (isEmptying(action)) this.#clear();
    const isRefused = action.type === 'outcome' && !isPaid(after);
    if (opensChoice(change) || (isRefused && isEmptying(action)))
      this.#context.afterUpdate(() => this.show(isRefused || isByShopper(action)));
  }

  /** A frame is there, even if it never said that it is ready. */
  get hasFrame(): boolean {
    return this.#field.isOpen;
  }

  /** Shows the field for the chosen card. `byShopper`: the shopper acted here, so it may be taken from another element. */
  show(byShopper: boolean): void {
    this.shown = this.#show(byShopper);
  }

  async #show(byShopper: boolean): Promise<void> {
    if (!this.#isWanted || !(this.hasFrame || this.#context.hasBox())) return;
    try {
      const sdk = await this.connect();
      const card = this.#chosen;
      if (this.#isWanted && card && this.#context.host.isConnected)
        this.#field.show(sdk, this.#lookFor(card), byShopper);
    } catch (error) {
      this.#handleFieldEvent({ type: 'failed', error: error as MpError }, 'sdk');
    }
  }

  /** The page's theme or text size changed. */
  restyle(): void {
    this.#field.restyle();
  }

  /** The shopper asks for another attempt. */
  retry(): Promise<void> {
    this.close();
    this.show(true);
    return this.shown;
  }

  /**
   * A token for the chosen card. `isWanted`: the attempt it is for goes on.
   *
   * @throws MpError as `PaymentSdk.createCardToken`, also `card-expired`, `aborted`, and what kept the field from showing
   */
  async createToken(isWanted: () => boolean): Promise<TokenDetail> {
    const { store, host, hasBox } = this.#context;
    const card = this.#chosen;
    if (!card) throw new MpError('code-incomplete', 'No card is chosen.');
    await askPage(host, card.id);
    if (expiryStatus(card, new Date()) === 'expired') throw new MpError('card-expired', 'The chosen card has expired.');
    if (this.#list?.refused.has(card.id)) throw new MpError('card-unknown', 'The chosen card was refused for good.');
    // A frame that is still loading hears nothing; in a hidden element none is on its way.
    if (hasBox()) await store.until(() => this.#fieldStatus !== 'opening' || !isWanted());
    const list = this.#list;
    if (!this.hasFrame) {
      throw list?.field.status === 'failed'
        ? list.field.error
        : new MpError('field-lost', 'The field of the security code is not shown.');
    }
    // A frame may work although it never said that it is ready: the SDK is the judge.
    if (list && codeProblem(list)) {
      throw new MpError('code-incomplete', 'The security code is missing or incomplete.');
    }
    const installments = installmentCount(store.state);
    const sdk = await this.connect();
    // While the page or the frame was waited for, the shopper may have gone to another card, or typed its code.
    if (!isWanted()) throw new MpError('aborted', 'The choice or the code changed meanwhile.');
    return tokenDetail(card, await sdk.createCardToken({ cardId: card.id }), installments);
  }

  /** Takes the field back from another element of the page, for the shopper's act here. */
  takeBack(): Promise<void> | undefined {
    return this.#fieldStatus === 'away' ? this.retry() : undefined;
  }

  focus(): boolean {
    return this.#field.focus();
  }

  close(): void {
    this.#field.close();
    this.#connection.forget();
    this.#context.store.dispatch({ type: 'field', event: { type: 'opening' } });
  }

  /** MercadoPago.js, connected once. */
  connect(): Promise<PaymentSdk> {
    return this.#connection.open();
  }

  get #list(): Shown | undefined {
    const { state } = this.#context.store;
    return state.status === 'shown' ? state : undefined;
  }

  get #chosen(): SavedCard | null {
    return chosenCard(this.#context.store.state);
  }

  /** A card is to be paid with. */
  get #isWanted(): boolean {
    return this.#chosen !== null && !this.#list?.isPaid;
  }

  get #fieldStatus(): string | undefined {
    return this.#list?.field.status;
  }

  /** Begins to load MercadoPago.js, so that it is there when the list is. */
  #warmUp(): void {
    if (!this.#context.hasBox()) return;
    this.connect().catch(() => {
      // Reported when the field is needed: for a shopper without cards it is not.
    });
  }

  /** The frame that has the focus goes away. */
  #closePaid(): void {
    const { host, focus } = this.#context;
    if (host.matches(':focus-within') && document.activeElement !== host) focus('widget');
    this.close();
  }

  #clear(): void {
    if (this.#field.isOpen) this.#field.remount(false);
  }

  /** Digits that were typed are worth more than the name inside the frame. */
  #relabel(label: string): void {
    const field = this.#list?.field;
    if (field?.status === 'ready' && field.code === 'empty') this.show(false);
    else this.#field.rename(label);
  }

  #lookFor({ securityCode: { length, mode } }: SavedCard): CodeFieldLook {
    return {
      length: length || 3,
      mode: mode === 'mandatory' ? mode : 'optional',
      label: this.#context.locale().messages.securityCode,
      placeholder: '1234'.slice(0, length || 3),
    };
  }

  #handleFieldEvent(event: FieldEvent, phase: ErrorPhase = 'field'): void {
    const { store, report } = this.#context;
    const isNew = store.dispatch({ type: 'field', event });
    const error = event.type === 'failed' ? event.error : event.type === 'ready' ? event.lost : undefined;
    if (isNew && error) report(error, phase);
  }
}

/** The code is to be typed again, for the same card. */
const isEmptying = (action: Action): boolean =>
  action.type === 'outcome'
    ? action.outcome.kind === 'refused' || action.outcome.kind === 'ended'
    : action.type === 'start-over' || action.type === 'page-restored' || action.type === 'reset';

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
