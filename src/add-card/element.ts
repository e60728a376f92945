import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { isInDoubt } from '../core/attempts.js';
import { CardElement } from '../core/card-element.js';
import type { NewCardState } from '../core/card-list-link.js';
import { isOnServer } from '../core/platform.js';
import type { OutcomeOptions } from '../core/events.js';
import { Store } from '../core/store.js';
import { isUndecided } from '../core/token-state.js';
import type { Diagnosis } from '../diagnose/diagnose.js';
import { formLanguages } from '../i18n/form/languages.js';
import type { OwnMessages } from '../i18n/locale.js';
import type { FormMessages } from '../i18n/messages.js';
import { brandMarkStyles } from '../ui/brand-mark.js';
import { baseStyles } from '../ui/base-styles.js';
import { announcement } from './announcement.js';
import type { FormContext } from './context.js';
import { FormFeatures } from './features.js';
import { Places, type FocusTarget } from './focus-target.js';
import { widget } from './form-view.js';
import { createHandlers } from './handlers.js';
import { reduce } from './reducer.js';
import { fieldStatus, isComplete, isOpen, isSameView, publicState } from './selectors.js';
import { effectiveSettings, type Intent, type Settings } from './settings.js';
import { initialState, type Action, type State } from './state.js';
import { addCardStyles } from './styles.js';
import type { View } from './view.js';

/**
 * A form for a new card: number, expiry date and security code in Mercado Pago's own frames (Secure Fields), so the page
 * never sees them; name and document beside them. It saves the card at the shop's `endpoint`, or gives a single-use token
 * to pay with. In the slot `add-card` of `<mp-saved-cards>` it opens with "use another card".
 *
 * @tagname mp-add-card
 *
 * @fires {PaymentMethodChangeEvent} payment-method-change - The first digits identified the card.
 * @fires {BeforeTokenizeEvent} before-tokenize - A token is about to be made. Cancelable; `waitUntil(promise)`.
 * @fires {TokenReadyEvent} token-ready - A token to pay with was made. The only event that carries it.
 * @fires {TokenInvalidatedEvent} token-invalidated - A token that was handed out must not be used any more.
 * @fires {InstallmentsChangeEvent} installments-change - The shopper chose in how many parts to pay, or a choice ended: with its card, its amount or a reset.
 * @fires {CardAddedEvent} card-added - The shop saved the card.
 * @fires {StateChangeEvent} state-change - `state` or `complete` changed. In a list, the list dispatches it.
 * @fires {CardErrorEvent} card-error - Something went wrong; the shopper sees it too, unless its code is `aborted`.
 *
 * @csspart form - The open form.
 * @csspart field-label - Label of a field.
 * @csspart field - An input, or the box around a Secure Field.
 * @csspart brand - The brand's mark.
 * @csspart installments - The choice of installments, a native select.
 * @csspart error - What is wrong with a field.
 * @csspart notice - Any other fault, or what was done.
 * @csspart action - Buttons.
 * @csspart status - The live region.
 *
 * @cssstate closed - Only the button "Add card" shows.
 * @cssstate loading - The Secure Fields are on their way.
 * @cssstate ready - The form can be filled in.
 * @cssstate tokenizing - A token is being made.
 * @cssstate tokenized - There is a token to pay with.
 * @cssstate paid - The payment is made; the form is locked until another one is wanted.
 * @cssstate saving - The shop is saving the card.
 * @cssstate error - The Secure Fields did not come.
 */
export class MpAddCardElement extends CardElement<FormMessages> {
  static override readonly styles = [baseStyles, brandMarkStyles, addCardStyles];

  /** Id of the `<mp-saved-cards>` that shows the new card. */
  @property({ attribute: 'for' }) htmlFor = '';

  /** The form shows; otherwise a button that opens it. The attribute follows, unless a list opens and closes the form. */
  @property({ type: Boolean }) open = false;

  /** `save`: the card goes to `endpoint`. `pay`: gives a token to pay with. Default `save`; in a list to pay with `pay`. */
  @property() intent?: Intent;

  /** What the name of the cardholder starts with. */
  @property({ attribute: 'cardholder-name' }) cardholderName = '';

  /** Mercado Pago's id of the document that is chosen at first: `DNI`, `CPF` … */
  @property({ attribute: 'identification-type' }) identificationType = '';

  /** What the number of the document starts with. */
  @property({ attribute: 'identification-number' }) identificationNumber = '';

  /**
   * `status_detail` (or the code of the error) of the payment with a new card that was just refused, rendered by the server:
   * the same as `paymentRejected()`. Removed with the next token. In a list, give it to the list.
   */
  @property({ attribute: 'status-detail' }) statusDetail = '';

  #settings: Settings = effectiveSettings(this, undefined, false);
  readonly #store = new Store<State, Action>(initialState, reduce);
  readonly #places = new Places(() => this.renderRoot);
  readonly #context: FormContext = {
    ...this.createContext<State, Action, FocusTarget>(this.#store, (target) => this.#moveFocus(target)),
    host: this,
    settings: () => this.#settings,
    list: () => this.#features.connection.find(),
  };
  readonly #features: FormFeatures = new FormFeatures(this.#context, this.#places);
  readonly #handlers = createHandlers(this.#context, this.#features, this.#places);

  constructor() {
    super();
    this.use(this.#store, this.#features, isSameView);
  }

  /** True when, as far as known, nothing is missing. */
  get complete(): boolean {
    return isComplete(this.#store.state);
  }

  /** `closed`, `loading`, `ready`, `tokenizing`, `tokenized`, `paid`, `saving` or `error`; also as CSS `:state(…)`. */
  get state(): NewCardState {
    return publicState(this.#store.state);
  }

  /** HTML that is rendered again, without the attribute, does not close what the shopper opened. */
  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === 'open' && value === null && this.#store.state.canCancel) this.requestUpdate();
    else super.attributeChangedCallback(name, before, value);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isOnServer()) return super.willUpdate(changed);
    const { connection, opening } = this.#features;
    if (changed.has('htmlFor') && this.isConnected) connection.connect();
    this.#settings = effectiveSettings(this, connection.find()?.settings, connection.isSlotted);
    super.willUpdate(changed);
    // An attribute that was taken away is `null`.
    const values = {
      cardholderName: this.cardholderName ?? '',
      identificationType: this.identificationType ?? '',
      identificationNumber: this.identificationNumber ?? '',
    };
    this.#store.dispatch({ type: 'prefill', values });
    if (changed.has('open') && this.open !== isOpen(this.#store.state))
      if (this.open) opening.open(false);
      else opening.close();
    if (changed.has('statusDetail') && this.statusDetail) this.paymentRejected(this.statusDetail);
  }

  protected override render(): TemplateResult {
    const view: View = {
      state: this.#store.state,
      messages: this.spokenLocale.messages,
      settings: this.#settings,
      hasFrames: this.#features.fields.hasFrames,
      // The outcome of an attempt with a form in a list's slot is reported to the list.
      isInDoubt:
        !!this.#features.connection.list?.isInDoubt ||
        (!this.#settings.isDriven && isInDoubt(this.#store.state.attempts)),
      on: this.#handlers,
    };
    return this.wrap(widget(view), announcement(view));
  }

  protected override updated(): void {
    super.updated();
    // A list may open it before a framework has hydrated the page, whose server rendered it without.
    if (!this.#settings.isDriven) this.toggleAttribute('open', this.open);
  }

  /**
   * Saves the card at `endpoint`; the same promise while that is under way. After a payment it makes a second token of what
   * is still in the fields.
   *
   * @throws {MpError} `endpoint-status`, `endpoint-network`, `endpoint-timeout`, `signed-out`, `protocol`, `card-duplicate`,
   * `card-limit`, `configuration`, or as `tokenize()`
   */
  save(): Promise<SavedCard> {
    return this.#features.saver.save();
  }

  /**
   * Makes a single-use token to pay with; the same promise while one is under way, and the same token until the attempt
   * ends: by its outcome (`paymentResult()`), a change by the shopper, another amount, or a reset.
   *
   * @throws {MpError} `token-refused`, `code-incomplete`, `code-invalid`, `token-network`, `token-timeout`, `field-lost`;
   * `aborted` when the card changed meanwhile or the page stopped it; or what kept the fields from showing
   */
  tokenize(): Promise<TokenDetail> {
    return this.#features.attempt.token();
  }

  /**
   * The outcome of the payment, as `paymentResult()` of `<mp-saved-cards>`. In a list the list shows it.
   *
   * @throws {TypeError} for a `Response` or a promise: pass its body
   */
  paymentResult(result: unknown, options?: OutcomeOptions): void {
    this.#features.outcomes.report(result, options);
  }

  /** The same for what is known to be a refusal: a text that is not known is a refusal without a reason. */
  paymentRejected(reason: unknown): void {
    this.#features.outcomes.reject(reason);
  }

  protected override get mayBePaid(): boolean {
    const { state } = this.#store;
    return state.isPaid || (state.status === 'open' && isUndecided(state));
  }

  /** Clears everything that was typed, back to what was given as attributes. */
  override reset(): void {
    this.#store.dispatch({ type: 'reset' });
  }

  /** Moves focus to the first field, or to the button that opens the form. */
  override focus(): void {
    if (this.hasUpdated) this.#moveFocus('start');
    else if (this.isConnected) this.#context.focus('start');
  }

  /**
   * What is wrong with this integration, and how to fix it. Asks the endpoint and Mercado Pago, and changes nothing; the
   * answer contains no personal data.
   */
  async diagnose(): Promise<Diagnosis> {
    const settings = this.#settings;
    return (await import('../diagnose/diagnose.js')).diagnose({
      ...this.findings,
      settings,
      needsSdk: true,
      needsEndpoint: settings.intent === 'save' || settings.endpoint !== '',
      card: null,
      fields: fieldStatus(this.#store.state),
    });
  }

  protected override get isDisabled(): boolean {
    return super.isDisabled || this.#settings.disabled;
  }

  protected override get wantedLocales(): (string | undefined)[] {
    return [this.#settings.locale, ...super.wantedLocales];
  }

  protected override get languages() {
    return formLanguages;
  }

  protected override get wantedMessages(): readonly OwnMessages[] {
    return [this.#features.connection.list?.settings.messages, this.messages];
  }

  #moveFocus(target: FocusTarget): void {
    this.#places.focus(target, this.#store.state);
  }
}
