import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { CARD_LIST, SHARED_SETTINGS, type CardListLink } from '../core/card-list-link.js';
import { isInDoubt } from '../core/attempts.js';
import { CardElement } from '../core/card-element.js';
import { isOnServer } from '../core/platform.js';
import type { OutcomeOptions } from '../core/events.js';
import type { Diagnosis } from '../diagnose/diagnose.js';
import { fromJson, isOtherJson } from '../core/json-attribute.js';
import { Store } from '../core/store.js';
import { isUndecided } from '../core/token-state.js';
import { isAboutCard } from '../errors.js';
import { listLanguages } from '../i18n/list/languages.js';
import type { ListMessages } from '../i18n/messages.js';
import { brandMarkStyles } from '../ui/brand-mark.js';
import { baseStyles } from '../ui/base-styles.js';
import type { ListContext } from './context.js';
import { ListFeatures } from './features.js';
import { Places, type FocusTarget } from './focus-target.js';
import { createHandlers } from './handlers.js';
import { announcement, widget } from './list-view.js';
import { reduce } from './reducer.js';
import {
  choiceOf,
  chosenCard,
  fieldStatus,
  isComplete,
  isSameView,
  publicState,
  type SavedCardsState,
} from './selectors.js';
import { initialState, type Action, type State } from './state.js';
import { savedCardsStyles } from './styles.js';
import type { View } from './view.js';

/**
 * Lets a returning customer choose a saved card and type its security code in place, and gives a single-use token to pay
 * with. Inside a `<form>` it needs no JavaScript: the form posts `token`, `card_id`, `payment_method_id`,
 * `payment_type_id`, `issuer_id` and `installments`.
 *
 * The code lives only in Mercado Pago's iframe (Secure Fields of MercadoPago.js V2); the page never sees it.
 *
 * @tagname mp-saved-cards
 *
 * @fires {CardsReadyEvent} cards-ready - The list is shown and usable.
 * @fires {CardSelectedEvent} card-selected - The shopper chose a card.
 * @fires {BeforeTokenizeEvent} before-tokenize - A token is about to be made; `preventDefault()` stops it, `waitUntil(promise)` lets the page do something first.
 * @fires {TokenReadyEvent} token-ready - A token was made. The only event that carries it.
 * @fires {TokenInvalidatedEvent} token-invalidated - A token that was handed out must not be used any more.
 * @fires {StateChangeEvent} state-change - `state` or `complete` changed.
 * @fires {InstallmentsChangeEvent} installments-change - The shopper chose in how many parts to pay, or a choice ended: with its card, its amount or a reset.
 * @fires {BeforeRemoveEvent} before-remove - The shopper wants a card removed. `preventDefault()` keeps it.
 * @fires {CardRemovedEvent} card-removed - A card is removed: the shop has agreed.
 * @fires {DefaultCardChangedEvent} default-card-changed - Another card is the default one: the shop has agreed.
 * @fires {CardErrorEvent} card-error - Something went wrong; the shopper sees it too, unless its code is `aborted`.
 *
 * @slot heading - Above the list.
 * @slot empty - Instead of the sentence that there are no cards.
 * @slot add-card - Under the last choice, "use another card": an `<mp-add-card>`, or the shop's own.
 *
 * @csspart list - The frame around all rows.
 * @csspart card - One row.
 * @csspart brand - The brand's mark.
 * @csspart label - Brand and last digits.
 * @csspart expiry - When the card expires.
 * @csspart badge - Default card, expiring, expired.
 * @csspart field-label - Labels of the security code and of the installments.
 * @csspart field - The box around the security code's frame.
 * @csspart installments - The choice of installments, a native select.
 * @csspart error - What is wrong with the code.
 * @csspart notice - Any other fault, with its way forward.
 * @csspart action - Buttons.
 * @csspart status - The live region.
 *
 * @cssstate loading - The cards are on their way.
 * @cssstate empty - There is no card.
 * @cssstate ready - A card can be chosen, or its code typed.
 * @cssstate tokenizing - A token is being made.
 * @cssstate tokenized - There is a token to pay with.
 * @cssstate paid - The payment is made; the list is locked until another one is wanted.
 * @cssstate error - The list, or the field of the chosen card, did not come.
 *
 * @cssprop --mp-color-accent - Selection, links, focus.
 * @cssprop --mp-color-accent-soft - Background of the chosen row.
 * @cssprop --mp-color-text - Text.
 * @cssprop --mp-color-text-muted - Secondary text and placeholders.
 * @cssprop --mp-color-surface - Background.
 * @cssprop --mp-color-border - Lines between rows.
 * @cssprop --mp-color-border-strong - Outlines of fields and radios.
 * @cssprop --mp-color-danger - Errors.
 * @cssprop --mp-color-danger-soft - Background of errors.
 * @cssprop --mp-color-warning - Warnings.
 * @cssprop --mp-color-warning-soft - Background of warnings.
 * @cssprop --mp-color-success - What went well.
 * @cssprop --mp-radius - Corner radius.
 * @cssprop --mp-field-radius - Corner radius of fields and buttons.
 * @cssprop --mp-card-radius - Corner radius of the list; falls back to `--mp-radius`.
 * @cssprop --mp-button-radius - Corner radius of buttons; falls back to `--mp-field-radius`.
 * @cssprop --mp-button-background - Background of the main button; falls back to `--mp-color-accent`.
 * @cssprop --mp-button-text - Text of the main button.
 * @cssprop --mp-field-height - Height of a field.
 * @cssprop --mp-space - Density: the space above and below a row.
 * @cssprop --mp-font-size - Size of the text; falls back to the size around the element.
 * @cssprop --mp-focus-ring - `box-shadow` of the focused field.
 */
export class MpSavedCardsElement extends CardElement<ListMessages> {
  static override readonly styles = [baseStyles, brandMarkStyles, savedCardsStyles];

  /** Cards to show instead of asking `endpoint`: Mercado Pago's card array, or a customer object. Also as JSON attribute. */
  @property({ hasChanged: isOtherJson })
  get cards(): unknown {
    return this.#cards;
  }
  set cards(cards: unknown) {
    // A framework may set it to the text that its template has for the attribute.
    const given = fromJson(cards);
    this.#cards = given === null ? [] : given; // the text `null`, as Go writes a list without cards
  }
  #cards: unknown;

  /**
   * Id of the chosen card. At first the given one, else the default card, else the first that can be used. The attribute is an
   * input: a page that renders its HTML again does not undo the shopper's choice.
   */
  @property({ attribute: 'card-id' })
  get cardId(): string | null {
    return this.#features.selection.cardId;
  }
  set cardId(cardId: string | null) {
    this.#features.selection.cardId = cardId;
  }

  /** Starts with nothing chosen, unless `card-id` names a card. */
  @property({ type: Boolean, attribute: 'no-preselect' }) noPreselect = false;

  /** `pay`: choose a card and pay with it. `manage`: a list with buttons to remove a card and to make it the default one. */
  @property() mode: 'pay' | 'manage' = 'pay';

  /**
   * `status_detail` (or the code of the error) of the payment that was just refused, rendered by the server together with
   * `card-id`: the same as `paymentRejected()` once the list is shown. Removed with the next token.
   */
  @property({ attribute: 'status-detail' }) statusDetail = '';

  /** Offers to remove cards also where they are paid with. Expired cards can always be removed, when there is an `endpoint`. */
  @property({ type: Boolean }) removable = false;

  /**
   * `pointer`: a card that is chosen with a finger or a mouse moves the focus on to its code. Never one that is chosen with
   * the keyboard or by the page. Try it on a phone first: its keyboard covers half of the page.
   */
  @property({ attribute: 'code-focus' }) codeFocus: 'pointer' | '' = '';

  /** A form without a chosen card is invalid. */
  @property({ type: Boolean }) required = false;

  /** Shows the cards' own pictures (`secure_thumbnail`, https only) instead of our marks: requests to another host. */
  @property({ type: Boolean, attribute: 'brand-images' }) brandImages = false;

  /** Rows of the loading skeleton. */
  @property({ type: Number, attribute: 'skeleton-rows' }) skeletonRows = 2;

  readonly #store = new Store<State, Action>(initialState, reduce);
  readonly #places = new Places(() => this.renderRoot);
  readonly #context: ListContext = {
    ...this.createContext<State, Action, FocusTarget>(this.#store, (target) => this.#moveFocus(target)),
    host: this,
    settings: this,
  };
  readonly #features = new ListFeatures(this.#context, this.#places);
  readonly #handlers = createHandlers(this.#context, this.#features, this.#places);

  constructor() {
    super();
    this.use(this.#store, this.#features, isSameView);
  }

  /** Through it the form for a new card finds its list. */
  get [CARD_LIST](): CardListLink {
    return this.#features.slot;
  }

  /** The chosen card; `null` while nothing, or "use another card", is chosen. */
  get selectedCard(): SavedCard | null {
    return chosenCard(this.#store.state);
  }

  /** True when a card is chosen and its code is, as far as known, complete. */
  get complete(): boolean {
    return isComplete(this.#store.state);
  }

  /** `loading`, `empty`, `ready`, `tokenizing`, `tokenized`, `paid` or `error`; also as CSS `:state(…)`. */
  get state(): SavedCardsState {
    return publicState(this.#store.state);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (isOnServer()) return;
    const { loading, selection, slot } = this.#features;
    const store = this.#store;
    const now = new Date();
    // A framework fills the slot in this turn; its event comes later.
    slot.updateHasOther();
    const givenId = selection.takeGiven();
    const { noPreselect, statusDetail } = this;
    const setup = { isManaging: this.mode === 'manage', noPreselect, statusDetail };
    store.dispatch({ type: 'setup', setup: givenId === undefined ? setup : { ...setup, givenId }, now });
    if (!this.hasUpdated || changed.has('endpoint') || changed.has('cards')) loading.load();
    // Another list, now or when it comes, chooses by what was given.
    else if (givenId !== undefined) store.dispatch({ type: 'choose-card', cardId: givenId, byShopper: false, now });
    if (!this.hasUpdated) return; // the first list asks for what it begins with
    // After the choice that the page has set together with it.
    if (changed.has('statusDetail') && statusDetail) this.paymentRejected(statusDetail);
    if ([...SHARED_SETTINGS, 'mode' as const].some((name) => changed.has(name))) slot.settingsChanged();
  }

  protected override render(): TemplateResult {
    const view: View = {
      state: this.#store.state,
      messages: this.spokenLocale.messages,
      now: new Date(),
      skeletonRows: this.skeletonRows,
      hasInstallments: !!this.amount && this.maxInstallments !== 1,
      required: this.required,
      brandImages: this.brandImages,
      canChange: this.endpoint !== '',
      removable: this.removable,
      hasFrame: this.#features.fields.hasFrames,
      isInDoubt: isInDoubt(this.#store.state.attempts),
      parts: this.#features.rowParts,
      on: this.#handlers,
    };
    return this.wrap(html`<slot name="heading"></slot>${widget(view)}`, announcement(view));
  }

  protected override updated(): void {
    super.updated();
    const { state } = this.#store;
    if (state.status === 'shown') this.#places.check(choiceOf(state));
  }

  /**
   * Makes a single-use token for the chosen card; the same promise while one is under way, and the same token until the
   * attempt ends: by its outcome (`paymentResult()`), a change by the shopper, another amount, or a reset.
   *
   * @throws {MpError} `code-incomplete`, `code-invalid`, `card-unknown`, `card-expired`, `token-refused`, `token-network`,
   * `token-timeout`, `field-lost`; `aborted` when the choice or the code changed meanwhile, or the payment is made; or what
   * kept the list or the field from showing
   */
  tokenize(): Promise<TokenDetail> {
    return this.#features.attempt.token();
  }

  /**
   * The outcome of the payment, whatever the shop has in hand: a payment or an order of Mercado Pago, its error body, a
   * `status_detail`, an error code, the text of an answer, an exception. Approved: state `paid`. Pending or challenged: shown
   * as that. Refused: ends the attempt, empties the code, says why in plain words, moves focus to what helps, and marks a
   * card that cannot be used again. Anything else is shown as unknown. `token` names the attempt; without it the latest one
   * is meant. Source: `status` and `status_detail` of `POST /v1/payments` and `POST /v1/orders`.
   *
   * @throws {TypeError} for a `Response` or a promise: pass its body
   */
  paymentResult(result: unknown, options?: OutcomeOptions): void {
    this.#features.outcomes.report(result, options);
  }

  /**
   * The same for what is known to be a refusal: a text that is not known is a refusal without a reason. What is no refusal
   * (an approved or pending payment) is left alone.
   */
  paymentRejected(reason: unknown): void {
    this.#features.outcomes.reject(reason);
  }

  /** Asks `endpoint` for the cards again. */
  reload(): void {
    this.#features.loading.reload();
  }

  protected override get mayBePaid(): boolean {
    const { state } = this.#store;
    return state.status === 'shown' && (state.isPaid || isUndecided(state));
  }

  /** Back to the first choice, with an empty code and no token. */
  override reset(): void {
    this.#store.dispatch({ type: 'reset', now: new Date() });
  }

  /** Moves focus to the security code; where there is none to type, to the way forward or to the chosen card. */
  override focus(): void {
    if (this.hasUpdated) this.#moveFocus('correction');
    else if (this.isConnected) this.#context.focus('correction');
  }

  /**
   * What is wrong with this integration, and how to fix it. Asks the endpoint and Mercado Pago, and changes nothing; the
   * answer contains no personal data.
   */
  async diagnose(): Promise<Diagnosis> {
    const { state } = this.#store;
    return (await import('../diagnose/diagnose.js')).diagnose({
      ...this.findings,
      settings: this,
      needsSdk: this.mode === 'pay',
      needsEndpoint: !this.cards || this.endpoint !== '',
      card: state.status === 'shown' ? (state.chosen ?? state.cards[0] ?? null) : null,
      fields: fieldStatus(state),
    });
  }

  formStateRestoreCallback(cardId: string): void {
    if (cardId) this.cardId = cardId;
  }

  protected override get languages() {
    return listLanguages;
  }

  #moveFocus(target: FocusTarget): void {
    const form = target === 'correction' ? this.#features.slot.chosenForm : undefined;
    if (form) return form.focus();
    const { state } = this.#store;
    const notice = state.status === 'shown' ? state.notice : null;
    const isForCard = notice instanceof Error ? isAboutCard(notice.code) : notice?.remedy === 'card';
    this.#places.focus(target, isForCard);
  }
}
