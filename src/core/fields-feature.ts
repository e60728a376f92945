import { MpError, isAboutTypedData } from '../errors.js';
import { pageFieldProblem, removeDeadCopies } from '../mercadopago/mount-point.js';
import { connectSdk, type CardToken, type PaymentSdk, type TokenRequest } from '../mercadopago/payment-sdk.js';
import { SdkConnection } from '../mercadopago/sdk-connection.js';
import type { SecureFields, SecureFieldsEvent, SecureFieldsHost } from '../mercadopago/secure-fields.js';
import type { VendorFieldType } from '../mercadopago/vendor.js';
import type { SharedSettings } from './card-list-link.js';
import type { ErrorPhase } from './events.js';
import type { Feature, FeatureContext } from './feature.js';
import { placeInPage } from './place-in-page.js';
import { isReported } from './report-error.js';
import type { TokenState } from './token-state.js';

/** What of the state is about the Secure Fields. */
export interface FieldsFacts<State, Action> {
  settings(): Pick<SharedSettings, 'publicKey' | 'endpoint' | 'name'>;
  /** The element whose computed text style a frame takes. */
  styleSource(field: VendorFieldType): Element;
  isBusy(state: State): boolean;
  /** There is something to type into the fields. */
  isWanted(state: State): boolean;
  /** The frames are on their way. */
  isOpening(state: State): boolean;
  /** What was typed has become a token: it is not missed. */
  token(state: State): TokenState | undefined;
  /** Another element of the page has the fields. */
  isAway(state: State): boolean;
  /** What a field reports, as an action. */
  toAction(event: SecureFieldsEvent, field: VendorFieldType | undefined): Action;
}

/** The Secure Fields of an element, from their first frame to their last. The same for both elements. */
export abstract class FieldsFeature<
  State,
  Action,
  Context extends FeatureContext<State, Action, never>,
  Fields extends SecureFields,
> implements Feature<State, Action> {
  protected readonly fields: Fields;
  protected readonly context: Context;
  protected isMakingToken = false;
  readonly #facts: FieldsFacts<State, Action>;
  readonly #connection: SdkConnection;
  /** Of the last update. */
  #publicKey: string | undefined;
  /** Settles when the fields that were asked for last are on their way, or cannot be. */
  shown: Promise<void> = Promise.resolve();

  constructor(context: Context, createFields: (host: SecureFieldsHost) => Fields, facts: FieldsFacts<State, Action>) {
    this.context = context;
    this.#facts = facts;
    this.fields = createFields({
      element: context.host,
      publicKey: () => facts.settings().publicKey,
      place: () => placeInPage(context.internals.form, facts.settings()),
      styleSource: facts.styleSource,
      isBusy: () => this.isMakingToken || facts.isBusy(context.store.state),
      onFieldEvent: (event, field) => this.#handleFieldEvent(event, field),
    });
    this.#connection = new SdkConnection(this.fields.fieldsUser, () => context.locale().sdkLocale);
  }

  hostConnected(): void {
    removeDeadCopies(this.context.host);
    this.fields.checkPlace();
  }

  /** The parser and frameworks may fill an element that is connected. */
  hostUpdated(): void {
    removeDeadCopies(this.context.host);
  }

  /** The public key or the language may have changed. */
  hostUpdate(): void {
    const { publicKey } = this.#facts.settings();
    const isOther = this.#publicKey !== undefined && publicKey !== this.#publicKey;
    this.#publicKey = publicKey;
    if (isOther) this.keyChanged();
    else this.wordsChanged();
  }

  protected keyChanged(): void {
    void this.retry(false);
  }

  /** The names of the frames may be others now. */
  protected abstract wordsChanged(): void;

  resized(): void {
    // While it was hidden no transition announced another theme. A turn later: who watches sizes must not change them.
    setTimeout(() => this.restyle());
    if (this.#facts.isOpening(this.context.store.state) && !this.hasFrames) void this.show(false);
  }

  removed(): void {
    this.#loseDigits();
    this.close();
  }

  #loseDigits(): void {
    const { state } = this.context.store;
    if (this.#facts.isWanted(state) && this.#facts.token(state)?.status !== 'made') this.fields.loseDigits();
  }

  /** What was typed is gone, and no event has said so: the attempt that needs it fails for that. */
  get loss(): MpError | undefined {
    const { loss } = this.fields;
    return loss && !isReported(loss) ? loss : undefined;
  }

  /** Frames are there, even if they never reported that they are ready. */
  get hasFrames(): boolean {
    return this.fields.isOpen;
  }

  /** Shows the fields, or renames them. `byShopper`: the shopper acted here, so they may be taken from another element. */
  show(byShopper: boolean): Promise<void> {
    return (this.shown = this.#show(byShopper));
  }

  async #show(byShopper: boolean): Promise<void> {
    const { host, store, hasBox } = this.context;
    if (!this.#facts.isWanted(store.state) || !(this.hasFrames || hasBox())) return;
    try {
      const sdk = await this.connect();
      if (this.#facts.isWanted(store.state) && host.isConnected) this.showWith(sdk, byShopper);
    } catch (error) {
      this.#handleFieldEvent({ type: 'failed', error: error as MpError }, undefined, 'sdk');
    }
  }

  protected abstract showWith(sdk: PaymentSdk, byShopper: boolean): void;

  /** The shopper asks for another attempt. */
  retry(byShopper = true): Promise<void> {
    this.close();
    return this.show(byShopper);
  }

  /** What the shopper does here takes back the fields that another element took. */
  takeBack(): Promise<void> | undefined {
    return this.#facts.isAway(this.context.store.state) ? this.retry() : undefined;
  }

  /** A token of what is typed. Reports a Secure Field of the page as a configuration error, not as a wrong code. */
  protected async requestToken(sdk: PaymentSdk, request: TokenRequest): Promise<CardToken> {
    removeDeadCopies(this.context.host);
    try {
      return await sdk.createCardToken(request);
    } catch (error) {
      const problem = isAboutTypedData((error as MpError).code) && pageFieldProblem();
      throw problem ? new MpError('configuration', problem) : error;
    }
  }

  close(): void {
    this.fields.close();
    this.#connection.forget();
    this.context.store.dispatch(this.#facts.toAction({ type: 'opening' }, undefined));
  }

  /** MercadoPago.js, connected once. */
  connect(): Promise<PaymentSdk> {
    return this.#connection.open();
  }

  /**
   * MercadoPago.js for what is read in the shopper's language, which is that of the SDK's object. What is typed stays with the
   * object that its fields were made with, whose set of fields no other object has.
   */
  connectInLanguage(): Promise<PaymentSdk> {
    const sdk = this.connect();
    const { sdkLocale } = this.context.locale();
    return sdkLocale === this.#connection.locale
      ? sdk
      : sdk.then(() => connectSdk(this.#facts.settings().publicKey, sdkLocale));
  }

  /** The page's theme or text size changed. */
  restyle(): void {
    this.fields.restyle();
  }

  #handleFieldEvent(event: SecureFieldsEvent, field?: VendorFieldType, phase: ErrorPhase = 'field'): void {
    const { store } = this.context;
    if (event.type === 'unavailable') this.#loseDigits();
    const isMaking = this.isMakingToken || this.#facts.token(store.state)?.status === 'making';
    const isNew = store.dispatch(this.#facts.toAction(event, field));
    const loss = event.type === 'ready' && event.lost && !isMaking ? this.loss : undefined;
    const error = event.type === 'failed' ? event.error : loss;
    // The attempt that waits for the fields fails for that, and says so.
    const isSaidByAttempt = isMaking && !this.hasFrames;
    if (isNew && error && !isSaidByAttempt) this.context.report(error, phase);
  }
}
