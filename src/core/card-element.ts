import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SharedMessages } from '../i18n/messages.js';
import { watchPolicyViolations } from '../mercadopago/diagnosis-checks.js';
import { prependOwn } from '../own-children.js';
import { focusedField } from './attention.js';
import { canPay, observerOf } from './platform.js';
import { reveal } from './scroll-position.js';
import type { Feature, FeatureContext } from './feature.js';
import type { FormPart } from './form-part.js';
import { reportError } from './report-error.js';
import type { Store } from './store.js';
import { ShopElement } from './shop-element.js';
import { showNewWords } from './browser-translation.js';
import { isClipped, isInert } from './visibility.js';

/** What the shopper's press on Pay or "save" led to: it is to be seen wherever the focus is, and Safari gives a pressed button none. */
const ANSWERS_TO_A_PRESS = ['outcome', 'reason', 'paid', 'token-failed', 'submit-blocked', 'save-failed', 'check'];

/** What the base class needs of an element's features. */
interface ElementFeatures<State, Action> {
  /** Their order is the order of effects. */
  readonly all: readonly Feature<State, Action>[];
  readonly form: Pick<
    FormPart<State, Action>,
    'writeEntries' | 'checking' | 'clash' | 'wasReadEarly' | 'saysGet' | 'refusal'
  >;
  readonly fields: { restyle(): void };
}

/** What the elements for cards are: form-associated, and set up by the same attributes. */
export abstract class CardElement<Words extends SharedMessages = SharedMessages> extends ShopElement<Words> {
  static readonly formAssociated = true;

  /** Mercado Pago public key, `TEST-…` or `APP_USR-…`. Missing or malformed: a `configuration` error. */
  @property({ attribute: 'public-key' }) publicKey = '';

  /** The shop's card collection: `GET` answers the customer's cards, or the customer with `cards` and `default_card`. */
  @property() endpoint = '';

  /** Prefix of the form entries: `name[token]` and so on. Default: plain names. */
  @property() name = '';

  /** What is to be paid, in decimal units of the currency: digits, optionally `.` and one or two more. With it installments are offered. */
  @property() amount: string | number = '';

  /** Most installments to offer. */
  @property({ type: Number, attribute: 'max-installments' }) maxInstallments?: number;

  /** Takes no part in the form and cannot be used. A disabled `<fieldset>` does the same. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  readonly #size = observerOf(globalThis.ResizeObserver, () => this.#resized());
  /** An accordion around the element opens and closes without a change of the element's own size. */
  readonly #sight = observerOf(globalThis.IntersectionObserver, () => this.#resized(), {
    threshold: [0, 0.01],
  });
  #presence = new AbortController();
  #features!: ElementFeatures<never, never>;
  #isFormDisabled = false;
  /** What the notices said when the element was rendered last. */
  #said: readonly string[] = [];
  /** The newest of them. */
  #news: HTMLElement | undefined;
  #isPressAnswered = false;

  /** True when nothing is known to be missing. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity()`, and shows the shopper what is missing. */
  reportValidity(): boolean {
    this.#features.form.checking();
    return this.internals.reportValidity();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watchPolicyViolations();
    if (this.hasUpdated) this.#fill();
    this.#size.observe(this);
    this.#size.observe(this.#content);
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#sight.disconnect();
    // A turn later: it may only have been moved.
    setTimeout(() => {
      if (this.isConnected) return;
      this.#presence.abort();
      this.#presence = new AbortController();
      for (const feature of this.#features.all) feature.removed?.();
    });
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    // Only now: a browser that is asked earlier computes all styles twice.
    if (!this.hasUpdated) this.#fill();
  }

  #resized(): void {
    for (const feature of this.#features.all) feature.resized?.();
    // A turn later: who watches sizes must not change them.
    setTimeout(() => this.#layOut());
  }

  /** A page may hide what is empty, which this element is until it has a frame. */
  #fill(): void {
    if (this.matches(':empty') && !(this.checkVisibility?.() ?? true)) prependOwn(this, new Text(' '));
  }

  /**
   * Chromium 156 shows nothing any more of a size container whose content is not laid out yet when the fieldset around it gets
   * another child: it attaches all children again, but not that content.
   */
  #layOut(): void {
    this.#fill();
    const content = this.#content as HTMLElement;
    if (content === this || content.getClientRects().length > 0 || !this.checkVisibility?.()) return;
    content.hidden = true;
    content.getBoundingClientRect();
    content.hidden = false;
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    // Called while `disabled` is being reflected, that is in the middle of an update.
    queueMicrotask(() => this.requestUpdate());
  }

  /** The element came into another form, or into none. */
  formAssociatedCallback(): void {
    this.#features.form.writeEntries();
  }

  formResetCallback(): void {
    if (!this.mayBePaid) this.reset();
  }

  /** The payment is made, or may be. */
  protected abstract get mayBePaid(): boolean;

  abstract reset(): void;

  /** Disabled, by itself or by a fieldset. */
  protected get isDisabled(): boolean {
    if (this.disabled) return true;
    // The attribute follows the property only with the next update.
    const isAttributeOld = this.hasAttribute('disabled') && !this.closest('fieldset:disabled');
    return this.#isFormDisabled && !isAttributeOld;
  }

  protected override firstUpdated(): void {
    this.#size.observe(this.#content);
  }

  protected override updated(): void {
    showNewWords(this.renderRoot);
    const notices = [...this.renderRoot.querySelectorAll<HTMLElement>('.notice:not(.plain)')];
    const news = notices.find(({ textContent }) => !this.#said.includes(textContent));
    this.#said = notices.map(({ textContent }) => textContent);
    if (news) {
      this.#news = news;
      // What appears by itself while the shopper is elsewhere in the page does not move the page.
      if (this.#isPressAnswered || this.matches(':focus-within, form:focus-within *')) this.#reveal();
      // A later move of the focus is about something else than what appeared by itself.
      if (!this.#isPressAnswered) setTimeout(() => (this.#news = undefined));
    }
    this.#isPressAnswered = false;
  }

  /** What every element shows: its content, and words for screen readers only. */
  protected wrap(content: TemplateResult, spoken: string): TemplateResult {
    return html`<div class="widget" ?inert=${this.isDisabled} @transitionend=${this.#handleTransition}>
      ${content}
      <div class="spoken" role="status" part="status">${spoken}</div>
    </div>`;
  }

  /**
   * What the features of an element may know of it.
   *
   * @param moveFocus moves the focus to one of the element's places, which are rendered by then
   */
  protected createContext<State, Action, FocusTarget>(
    store: Store<State, Action>,
    moveFocus: (target: FocusTarget) => void,
  ): FeatureContext<State, Action, FocusTarget, Words> {
    let lastRequest: object;
    const focused = () => this.matches(':focus-within');
    const afterUpdate = (run: () => void): void => {
      void this.updateComplete.then(() => {
        if (this.isConnected) run();
      });
    };
    return {
      host: this,
      internals: this.internals,
      store,
      locale: () => this.spokenLocale,
      hasBox: () => this.#hasBox(),
      isReachable: () => this.isReachable,
      isInert: () => this.#isInSight && isInert(this),
      isDisabled: () => this.isDisabled,
      presence: () => this.#presence.signal,
      afterUpdate,
      emit: (event) => this.dispatchEvent(event),
      report: (error, phase) => reportError(this, error, phase),
      focus: (target, { ifLost = false } = {}) => {
        if (ifLost && !focused()) return;
        const request = (lastRequest = {});
        afterUpdate(() => {
          if (request !== lastRequest || (ifLost && focused())) return;
          moveFocus(target);
          // Once: a later move of the focus is about something else.
          this.#reveal();
          this.#news = undefined;
        });
      },
    };
  }

  /**
   * From now on the features get every change.
   *
   * @param isSameView nothing that is rendered differs
   */
  protected use<State, Action extends { readonly type: string }>(
    store: Store<State, Action>,
    features: ElementFeatures<State, Action>,
    isSameView: (before: State, after: State) => boolean,
  ): void {
    this.#features = features;
    for (const feature of features.all) this.addController(feature);
    store.listen((change) => {
      if (!isSameView(change.before, change.after)) {
        this.requestUpdate();
        this.#isPressAnswered ||= ANSWERS_TO_A_PRESS.includes(change.action.type);
      }
      for (const feature of features.all) feature.changed?.(change);
    });
  }

  /** What is known for `diagnose()` of any element. */
  protected get findings() {
    const { spokenLocale, isReachable, isDisabled } = this;
    return {
      sdkLocale: spokenLocale.sdkLocale,
      form: this.#features.form,
      isActive: isReachable && !isDisabled,
    };
  }

  /** The newest notice is in sight, and so is what has the focus if there is room for both; a field to type in always is. */
  #reveal(): void {
    reveal(this.shadowRoot?.activeElement);
    reveal(this.#news);
    reveal(focusedField(this));
  }

  /** The page's theme or text size changed, which a frame does not see. */
  #handleTransition({ target, currentTarget }: TransitionEvent): void {
    if (target === currentTarget) this.#features.fields.restyle();
  }

  /** False also where the element has a box that cannot be seen or used, as in a tab hidden by `visibility` or a closed accordion. */
  protected get isReachable(): boolean {
    return this.#isInSight && !isInert(this);
  }

  get #isInSight(): boolean {
    return this.#hasBox({ visibilityProperty: true }) && !isClipped(this.#content, this.hasUpdated);
  }

  #hasBox(options?: CheckVisibilityOptions): boolean {
    return canPay(this.internals) && (this.#content.checkVisibility?.(options) ?? true);
  }

  /** What is seen of the element: the page may give the element itself no box (`display: contents`), or hide what is in it. */
  get #content(): Element {
    return this.shadowRoot?.querySelector('.widget') ?? this;
  }
}
