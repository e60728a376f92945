import { type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SavedCard } from '../card/saved-card.js';
import type { OutcomeOptions } from '../core/events.js';
import type { TokenDetail } from '../card/token-detail.js';
import type { Messages } from '../i18n/messages.js';
import { brandMarkStyles } from '../ui/brand-mark.js';
import { CardElement } from '../core/card-element.js';
import type { NewCardState } from '../core/card-list-link.js';
import { diagnose, type Diagnosis } from '../diagnose/diagnose.js';
import { baseStyles } from '../ui/base-styles.js';
import { fieldsStanding, isAway, wrongFields, type FieldName } from './fields.js';
import { interaction } from './interaction.js';
import { Session } from './session.js';
import { effectiveSettings, type Intent, type Settings } from './settings.js';
import { addCardStyles } from './styles.js';
import { announcement, widget, type View } from './templates.js';

/**
 * A form for a new card: number, expiry date and security code in Mercado Pago's own frames (Secure Fields), so the page
 * never sees them; name and document beside them. It saves the card at the shop's `endpoint`, or gives a single-use token
 * to pay with. In the slot `add-card` of `<mp-saved-cards>` it opens with "use another card".
 *
 * @tagname mp-add-card
 *
 * @fires {PaymentMethodChangeEvent} payment-method-change - The first digits told what the card is.
 * @fires {BeforeTokenizeEvent} before-tokenize - A token is about to be made. Cancelable; `waitUntil(promise)`.
 * @fires {TokenReadyEvent} token-ready - A token to pay with was made. The only event that carries it.
 * @fires {TokenInvalidatedEvent} token-invalidated - A token that was handed out must not be used any more.
 * @fires {InstallmentsChangeEvent} installments-change - The shopper chose in how many parts to pay.
 * @fires {CardAddedEvent} card-added - The shop saved the card.
 * @fires {StateChangeEvent} state-change - `state` or `complete` changed. In a list the list tells it.
 * @fires {CardErrorEvent} card-error - Something went wrong; the shopper sees it too.
 *
 * @csspart form - The open form.
 * @csspart field-label - Label of a field.
 * @csspart field - An input, or the box around a Secure Field.
 * @csspart brand - The brand's mark.
 * @csspart installments - The choice of instalments, a native select.
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
export class MpAddCardElement extends CardElement {
  static override readonly styles = [baseStyles, brandMarkStyles, addCardStyles];

  /** Id of the `<mp-saved-cards>` that shall show the new card. */
  @property({ attribute: 'for' }) htmlFor = '';

  /** The form shows; otherwise a button that opens it. */
  @property({ type: Boolean, reflect: true }) open = false;

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
  readonly #session = new Session({
    element: this,
    internals: this.internals,
    locale: () => this.spokenLocale,
    settings: () => this.#settings,
    isDisabled: () => this.isDisabled,
    hasBox: () => this.hasBox,
    isReachable: () => this.isReachable,
    attempted: () => this.attempt.begin(),
  });
  readonly #interaction = interaction(this.#session, this.internals);
  readonly #visibility = new ResizeObserver(() => this.#session.appeared());

  /** True when, as far as known, nothing is missing. */
  get complete(): boolean {
    return this.#session.complete;
  }

  /** `closed`, `loading`, `ready`, `tokenizing`, `tokenized`, `paid`, `saving` or `error`; also as CSS `:state(…)`. */
  get state(): NewCardState {
    return this.#session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#session.connection.connect();
    this.#session.form.connect();
    this.#session.entry.checkPlace();
    this.#visibility.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session.connection.disconnect();
    this.#session.form.disconnect();
    this.#visibility.disconnect();
    // A turn later: it may only have been moved.
    setTimeout(() => {
      if (!this.isConnected) this.#session.teardown();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('htmlFor') && this.isConnected) this.#session.connection.connect();
    const { publicKey } = this.#settings;
    this.#settings = effectiveSettings(this, this.#session.list?.settings, this.#session.isSlotted);
    super.willUpdate(changed);
    this.#prefill(changed);
    if (changed.has('open') && this.open !== (this.state !== 'closed')) this.#session.show(this.open, false);
    else if (this.hasUpdated && publicKey !== this.#settings.publicKey) void this.#session.entry.retry(false);
    else this.#session.entry.relabel();
    this.#session.installments.sync();
    if (changed.has('statusDetail') && this.statusDetail) this.paymentRejected(this.statusDetail);
  }

  protected override render(): TemplateResult {
    const view: View = {
      state: this.#session.store.state,
      messages: this.spokenLocale.messages,
      settings: this.#settings,
      hasFrames: this.#session.entry.hasFrames,
      canCancel: this.#session.canCancel,
      on: this.#interaction,
    };
    return this.frame(widget(view), announcement(view));
  }

  protected override updated(): void {
    this.#session.form.sync();
    this.#session.entry.markInvalid();
  }

  /**
   * Saves the card at `endpoint`; the same promise while that is under way. After a payment it makes a second token of what
   * still stands in the fields.
   *
   * @throws {MpError} `endpoint-status`, `endpoint-network`, `endpoint-timeout`, `signed-out`, `protocol`, `card-duplicate`,
   * `card-limit`, `configuration`, or as `tokenize()`
   */
  save(): Promise<SavedCard> {
    return this.#session.saver.save();
  }

  /**
   * Makes a single-use token to pay with; the same promise while one is under way, and the same token until the attempt
   * ends: by its outcome (`paymentResult()`), a change by the shopper, another amount, or a reset.
   *
   * @throws {MpError} `token-refused`, `code-incomplete`, `code-invalid`, `token-network`, `token-timeout`, `field-lost`;
   * `aborted` when the card changed meanwhile or the page stopped it; or what kept the fields from showing
   */
  tokenize(): Promise<TokenDetail> {
    return this.#session.tokenize();
  }

  /**
   * What became of the payment, as `paymentResult()` of `<mp-saved-cards>`. In a list the list shows it.
   *
   * @throws {TypeError} for a `Response` or a promise: pass its body
   */
  paymentResult(result: unknown, options: OutcomeOptions = {}): void {
    this.#session.outcomes.report(result, options.token);
  }

  /** The same for what is known to be a refusal: a text that is not known is a refusal without a reason. */
  paymentRejected(reason: unknown): void {
    this.#session.outcomes.reject(reason);
  }

  /** Clears everything that was typed, back to what was given as attributes. */
  reset(): void {
    this.#session.reset();
  }

  /** Moves focus to the first field, or to the button that opens the form. */
  override focus(): void {
    const { state } = this.#session.store;
    const way = state.status === 'closed' || isAway(state) ? this.#one('button') : undefined;
    (way ?? this.#control('cardNumber') ?? this.#one('.form'))?.focus();
  }

  /**
   * What is wrong with this integration, and how to mend it. Asks the endpoint and Mercado Pago, and changes nothing; the
   * answer holds no personal data.
   */
  diagnose(): Promise<Diagnosis> {
    const settings = this.#settings;
    return diagnose({
      settings,
      sdkLocale: this.spokenLocale.sdkLocale,
      form: this.#session.form,
      needsSdk: true,
      needsEndpoint: settings.intent === 'save' || settings.endpoint !== '',
      isActive: this.isReachable && !this.isDisabled,
      card: null,
      fields: fieldsStanding(this.#session.store.state),
    });
  }

  formResetCallback(): void {
    this.#session.reset();
  }

  protected override formChanged(): void {
    this.#session.form.syncEntries();
  }

  protected override sayWhatIsMissing(): void {
    this.#session.store.dispatch({ type: this.#settings.intent === 'pay' ? 'check' : 'save-first' });
  }

  protected override restyle(): void {
    this.#session.entry.restyle();
  }

  protected override get isDisabled(): boolean {
    return super.isDisabled || this.#settings.disabled;
  }

  protected override get wantedLocales(): (string | undefined)[] {
    return [this.#settings.locale, ...super.wantedLocales];
  }

  protected override get wantedMessages(): Partial<Messages> {
    return this.#settings.messages;
  }

  /** @internal Where the browser shows what keeps the form from being sent. */
  get anchor(): HTMLElement | undefined {
    const { state } = this.#session.store;
    if (state.status === 'closed') return undefined;
    const [wrong] = this.#settings.intent === 'pay' ? wrongFields(state) : [];
    return (wrong && this.#control(wrong)) ?? this.#one('.primary') ?? this.#one('.form');
  }

  /** @internal */
  focusField(field: FieldName): void {
    this.#control(field)?.focus();
  }

  /** @internal */
  focusNotice(): void {
    this.#one('.notice')?.focus();
  }

  /** @internal Moves focus to what mends an attempt that failed. */
  async focusMend(): Promise<void> {
    await this.updateComplete;
    const { state } = this.#session.store;
    if (state.status === 'closed') return;
    const [wrong] = state.isSaveDue ? [] : wrongFields(state);
    const way = wrong ? this.#control(wrong) : this.#one(state.isSaveDue ? '.primary' : '.notice button');
    way?.focus();
  }

  #one(selector: string): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  #control(field: FieldName): HTMLElement | undefined {
    return this.#one(`.frame[data-field=${field}], #${field}`);
  }

  /** What is given later does not overwrite what was typed. A kind of document that only came first was not. */
  #prefill(changed: PropertyValues<this>): void {
    const { typed, documents } = this.#session.store.state;
    const numberBefore = changed.get('identificationNumber') ?? this.identificationNumber ?? '';
    const isAutomatic = typed.identificationType === documents[0]?.id && typed.identificationNumber === numberBefore;
    const given: Record<string, string> = {};
    for (const name of ['cardholderName', 'identificationType', 'identificationNumber'] as const) {
      const isFree = typed[name] === (changed.get(name) ?? '') || (isAutomatic && name === 'identificationType');
      if (changed.has(name) && isFree) given[name] = this[name] ?? ''; // `null` when the attribute was taken away
    }
    if (Object.keys(given).length > 0) this.#session.store.dispatch({ type: 'fill', typed: given });
  }
}
