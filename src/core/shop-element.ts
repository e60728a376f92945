import { adoptStyles, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { localePicker, type Languages, type Locale, type OwnMessages } from '../i18n/locale.js';
import type { Messages, SharedMessages } from '../i18n/messages.js';
import { VERSION } from '../version.js';
import { closestLang } from './closest-lang.js';
import { jsonAttribute } from './json-attribute.js';
import { internalsOf, observerOf } from './platform.js';

/** What all elements are: they ask the shop's server, and speak the shopper's language. */
export abstract class ShopElement<Words extends SharedMessages> extends LitElement {
  /** The version of the package that this class is from. */
  static readonly version = VERSION;

  /** One of the nine locales of MercadoPago.js, or any language tag. Default: the closest `lang`, then the browser's. */
  @property() locale = '';

  /** Headers for every request to `endpoint`, as a JSON object: `{"X-CSRF-Token": "…"}`. */
  @property({ attribute: 'request-headers', converter: jsonAttribute }) requestHeaders?: Record<string, string>;

  /** Replaces single words and sentences; one that is not of the type that `Messages` has is left out. */
  @property({ attribute: false }) messages: Partial<Messages> = {};

  /** `RequestInit` for requests to `endpoint`, or a function that gives one. Default: same-origin credentials. */
  @property({ attribute: false }) requestInit?: RequestInit | (() => RequestInit | Promise<RequestInit>);

  /** Replaces `fetch` for requests to `endpoint`. */
  @property({ attribute: false }) fetch?: typeof fetch;

  protected readonly internals = internalsOf(this);
  readonly #pickLocale = localePicker<Words>(() => this.languages);
  protected spokenLocale: Locale<Words> = this.#pickLocale([]);
  readonly #languages = observerOf(globalThis.MutationObserver, () => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#languages.observe(document, { subtree: true, attributeFilter: ['lang'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages.disconnect();
  }

  /** Language tags, the most wanted first. */
  protected get wantedLocales(): (string | undefined)[] {
    return [this.locale, closestLang(this), globalThis.navigator?.language];
  }

  /** The element's own words, in every language. */
  protected abstract get languages(): Languages<Words>;

  /** The page's sentences; later ones win. */
  protected get wantedMessages(): readonly OwnMessages[] {
    return [this.messages];
  }

  /**
   * What `@lit-labs/ssr` rendered is replaced and never hydrated: a server knows neither the shopper's cards nor the browser. So it is
   * not the method of `LitElement`, which hydration support replaces.
   */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.replaceChildren();
    adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.spokenLocale = this.#pickLocale(this.wantedLocales, ...this.wantedMessages);
  }
}
