import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { matchLocale, withMessages, type Locale } from '../i18n/locale.js';
import type { Messages } from '../i18n/messages.js';
import { watchPolicyViolations } from '../mercadopago/diagnosis-checks.js';
import type { MerchantEndpoint } from '../merchant/client.js';
import { VERSION } from '../version.js';
import { closestLang } from './closest-lang.js';
import { jsonAttribute } from './json-attribute.js';
import { SubmitAttempt } from './submit-attempt.js';

/** What both elements are: form-associated, set up by the same attributes, speaking the shopper's language. */
export abstract class CardElement extends LitElement {
  static readonly formAssociated = true;

  /** The version of the package that this class is from. */
  static readonly version = VERSION;

  /** Mercado Pago public key, `TEST-…` or `APP_USR-…`. Missing or malformed: a `configuration` error. */
  @property({ attribute: 'public-key' }) publicKey = '';

  /** The shop's card collection: `GET` answers the customer's cards, or the customer with `cards` and `default_card`. */
  @property() endpoint = '';

  /** One of the nine locales of MercadoPago.js, or any language tag. Default: the closest `lang`, then the browser's. */
  @property() locale = '';

  /** Prefix of the form entries: `name[token]` and so on. Default: plain names. */
  @property() name = '';

  /** What is to be paid, in decimal units of the currency: digits, optionally `.` and one or two more. With it instalments are offered. */
  @property() amount: string | number = '';

  /** Most instalments to offer. */
  @property({ type: Number, attribute: 'max-installments' }) maxInstallments?: number;

  /** Takes no part in the form and cannot be used. A disabled `<fieldset>` does the same. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Headers for every request to `endpoint`, as a JSON object: `{"X-CSRF-Token": "…"}`. */
  @property({ attribute: 'request-headers', converter: jsonAttribute }) requestHeaders?: Record<string, string>;

  /** Replaces single words and sentences; one that is not of the type that `Messages` has is left out. */
  @property({ attribute: false }) messages: Partial<Messages> = {};

  /** `RequestInit` for requests to `endpoint`, or a function that gives one. Default: same-origin credentials. */
  @property({ attribute: false }) requestInit?: MerchantEndpoint['requestInit'];

  /** Replaces `fetch` for requests to `endpoint`. */
  @property({ attribute: false }) fetch?: typeof fetch;

  protected readonly internals = this.attachInternals();
  protected spokenLocale: Locale = matchLocale([]);
  protected readonly attempt = new SubmitAttempt(this, () => this.sayWhatIsMissing());
  readonly #languages = new MutationObserver(() => this.requestUpdate());
  #isFormDisabled = false;

  /** True when nothing is known to be missing. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity()`, and shows the shopper what is missing. */
  reportValidity(): boolean {
    this.attempt.begin();
    return this.internals.reportValidity();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watchPolicyViolations();
    this.#languages.observe(document, { subtree: true, attributeFilter: ['lang'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages.disconnect();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    // Told while `disabled` is being reflected, that is in the middle of an update.
    queueMicrotask(() => this.requestUpdate());
  }

  /** The element came into another form, or into none. */
  formAssociatedCallback(): void {
    this.formChanged();
  }

  protected abstract formChanged(): void;

  /** Disabled, by itself or by a fieldset. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  /** Language tags, the most wanted first. */
  protected get wantedLocales(): (string | undefined)[] {
    return [this.locale, closestLang(this), navigator.language];
  }

  protected get wantedMessages(): Partial<Messages> {
    return this.messages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.spokenLocale = withMessages(matchLocale(this.wantedLocales), this.wantedMessages);
  }

  /** What every element shows: its content, and words that are only to be heard. */
  protected frame(content: TemplateResult, spoken: string): TemplateResult {
    return html`<div class="widget" ?inert=${this.isDisabled} @transitionend=${this.#handleTransition}>
      ${content}
      <div class="spoken" role="status" part="status">${spoken}</div>
    </div>`;
  }

  /** An attempt to send the form failed for what is missing here. */
  protected abstract sayWhatIsMissing(): void;

  /** The page's theme or text size changed, which a frame has to be told. */
  protected abstract restyle(): void;

  #handleTransition({ target, currentTarget }: TransitionEvent): void {
    if (target === currentTarget) this.restyle();
  }

  /** False while the element is in a hidden part of the page, such as the tab of another way to pay. */
  protected get hasBox(): boolean {
    return this.checkVisibility?.() ?? true;
  }

  /** False also where the box is kept and nobody can see or use it, as some pages hide their tabs. */
  protected get isReachable(): boolean {
    return (this.checkVisibility?.({ visibilityProperty: true }) ?? true) && !this.closest('[inert]');
  }
}

/** Shows the public state as CSS `:state(…)` instead of the one before. */
export function markState({ states }: ElementInternals, before: string, after: string): void {
  try {
    states.delete(before);
    states.add(after);
  } catch {
    // Browsers before 2024 take only names that begin with two dashes.
  }
}
