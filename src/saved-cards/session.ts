import { initialChoice } from '../card/choice.js';
import { decodeCards } from '../card/decode.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { MpError, asMpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import { listCards } from '../merchant/client.js';
import { markState } from '../ui/card-element.js';
import {
  CardErrorEvent,
  StateChangeEvent,
  TokenReadyEvent,
  type ErrorPhase,
  type InvalidationReason,
} from '../ui/events.js';
import { InstallmentsController } from '../ui/installments-controller.js';
import { installmentsOf } from '../ui/installments-state.js';
import { merchantEndpoint } from '../ui/merchant-endpoint.js';
import { CodePayment } from './code-payment.js';
import type { MpSavedCardsElement } from './element.js';
import { DefaultCard } from './default-card.js';
import { CardSelectedEvent, CardsReadyEvent, TokenInvalidatedEvent } from './events.js';
import { FormLink } from './form-link.js';
import { OtherCard } from './other-card.js';
import { RefusalGuide } from './refusal.js';
import { isLeaving } from './change-state.js';
import { choiceWithout, invalidation, isComplete, isUsable, listed, publicState } from './derived.js';
import type { Action, Choice, State } from './state.js';
import { Removal } from './removal.js';
import { Rows } from './rows.js';
import { Store } from './store.js';

/** What only the element itself can tell or do. */
export interface SessionHost {
  readonly element: MpSavedCardsElement;
  readonly internals: ElementInternals;
  locale(): Locale;
  /** Disabled, by itself or by a fieldset. */
  isDisabled(): boolean;
  /** False while the element is in a hidden part of the page. */
  hasBox(): boolean;
  /** Moves focus to what mends a submit that failed. */
  focusMend(): void;
}

/** The work behind one `<mp-saved-cards>`: its list, the choice, the token, the form, and the events that tell of them. */
export class Session {
  readonly store = new Store((before, after, action) => this.#handleChange(before, after, action));
  readonly payment: CodePayment;
  readonly form: FormLink;
  readonly other: OtherCard;
  readonly installments: InstallmentsController;
  readonly refusals = new RefusalGuide(this);
  readonly removal = new Removal(this);
  readonly defaultCard = new DefaultCard(this);
  readonly rows: Rows;
  readonly #host: SessionHost;
  readonly element: MpSavedCardsElement;
  #request = new AbortController();
  #tokenizing: Promise<TokenDetail> | undefined;
  /** What was chosen when the list came: a reset goes back to it. */
  #first: Choice = { card: null };

  constructor(host: SessionHost) {
    const { element, internals } = host;
    this.#host = host;
    this.element = element;
    this.rows = new Rows(element);
    this.payment = new CodePayment({
      element,
      store: this.store,
      publicKey: () => element.publicKey,
      locale: () => host.locale(),
      hasBox: () => host.hasBox(),
      styleSource: () => element.renderRoot.querySelector('.list') ?? element,
      reportError: (error, phase) => this.reportError(error, phase),
    });
    this.form = new FormLink({
      element,
      internals,
      state: () => this.store.state,
      messages: () => host.locale().messages,
      isActive: () => host.hasBox() && !host.isDisabled() && !this.isManaging,
      anchor: () => this.#anchor(),
      prepareSubmit: () => this.#prepareSubmit(),
      dropToken: (reason) => this.dropToken(reason),
      restored: () => this.startOver(),
    });
    this.other = new OtherCard({
      element,
      store: this.store,
      settings: () => element,
      cardAdded: (card) => void this.#added(card),
    });
    this.installments = new InstallmentsController({
      element,
      state: () => {
        const { state } = this.store;
        return state.status === 'shown' && element.mode !== 'manage' ? state.installments : undefined;
      },
      dispatch: (event) => this.store.dispatch({ type: 'installments', event }),
      settings: () => element,
      card: () => this.#payable(),
      locale: () => host.locale(),
      hasBox: () => host.hasBox(),
      connect: () => this.payment.connect(),
      reportError: (error, phase) => this.reportError(error, phase),
    });
    markState(internals, '', publicState(this.store.state));
  }

  get chosen(): SavedCard | null {
    const { state } = this.store;
    return state.status === 'shown' ? state.chosen : null;
  }

  get isOther(): boolean {
    const { state } = this.store;
    return state.status === 'shown' && state.isOther;
  }

  /** Nothing is paid here: no card is chosen, and MercadoPago.js is not needed. */
  get isManaging(): boolean {
    return this.element.mode === 'manage';
  }

  #payable(): SavedCard | null {
    const { state } = this.store;
    return state.status === 'shown' && state.chosen && isUsable(state, state.chosen, new Date()) ? state.chosen : null;
  }

  /** Takes the cards that were given, or asks for them. */
  load(): void {
    void this.#list(this.element.cards);
  }

  /** Asks for the cards again, also when some were given. */
  reload(): void {
    void this.#list(this.element.endpoint ? undefined : this.element.cards);
  }

  /** The element came out of a hidden part of the page, or went into one. */
  appeared(): void {
    this.form.syncEntries();
    this.form.syncValidity();
    setTimeout(() => this.installments.sync()); // a turn later: who watches sizes must not change them
    const { state } = this.store;
    if (state.status === 'shown' && state.field.status === 'opening' && !this.payment.hasFrame)
      void this.payment.show(false);
  }

  /** Chooses the card with this id if it can be paid with, or nothing; anything else is left alone. */
  chooseCard(cardId: string | null, byShopper: boolean): void {
    const { state } = this.store;
    if (state.status !== 'shown' || this.isManaging) return;
    const card = state.cards.find(({ id }) => id === cardId) ?? null;
    if ((card && isUsable(state, card, new Date())) || cardId === null) this.choose({ card }, byShopper);
    this.element.cardId = this.chosen?.id ?? null;
  }

  choose(choice: Choice, byShopper: boolean): void {
    if (this.store.state.status !== 'shown') return;
    if (this.store.dispatch({ type: 'choose', ...choice })) this.choiceMoved(byShopper);
    this.element.cardId = this.chosen?.id ?? null;
  }

  /** What would be chosen without this card; the page may want nothing chosen that the shopper did not choose. */
  choiceWithout(card: SavedCard): Choice {
    const { state } = this.store;
    if (state.status !== 'shown' || this.isManaging || this.element.noPreselect) return { card: null };
    return choiceWithout(state, card, new Date(), this.other.isOffered);
  }

  /** Another row is chosen: the page hears of it, and what belongs to the row opens. */
  choiceMoved(byShopper: boolean): void {
    this.element.cardId = this.chosen?.id ?? null;
    if (byShopper) {
      this.form.gate.reopen();
      this.element.dispatchEvent(new CardSelectedEvent(this.chosen));
    }
    void this.element.updateComplete.then(() => void this.#open(byShopper));
  }

  /** A form that comes late is still the choice of a shopper who has no other. */
  otherChanged(): void {
    const { state } = this.store;
    if (state.status !== 'shown' || state.chosen || state.isOther) return;
    if (this.element.noPreselect || this.isManaging) return;
    const hasUsable = state.cards.some((card) => isUsable(state, card, new Date()));
    if (!hasUsable && this.other.isOffered) this.choose({ card: null, isOther: true }, false);
  }

  /** From paying to managing, or back to what was chosen. */
  modeChanged(): void {
    const { state } = this.store;
    if (state.status !== 'shown') return;
    if (this.isManaging) {
      this.store.dispatch({ type: 'choose', card: null });
      this.payment.close();
      return;
    }
    this.payment.warmUp();
    this.#first = this.#firstChoice(state.cards);
    this.choose(this.#first, false);
  }

  /** The same promise while a token is under way. */
  tokenize(): Promise<TokenDetail> {
    this.#tokenizing ??= this.#tokenize().finally(() => {
      this.#tokenizing = undefined;
    });
    return this.#tokenizing;
  }

  /** Back to the first choice, with an empty code. */
  reset(): void {
    this.form.gate.reopen();
    const { card, isOther = false } = this.#first;
    if (isOther) this.choose({ card: null, isOther }, false);
    else this.chooseCard(card?.id ?? null, false);
    this.startOver();
    this.store.dispatch({ type: 'installments', event: { type: 'forget' } });
  }

  /** The card stays chosen; code and token go. */
  startOver(): void {
    this.store.dispatch({ type: 'start-over' });
    this.payment.clear();
    if (this.isOther) this.other.form?.reset();
  }

  dropToken(reason: InvalidationReason): void {
    this.store.dispatch({ type: 'drop-token', reason });
    if (this.isOther) this.other.form?.dropToken(reason);
  }

  /** The code, else the first card, else what stands in place of a list. */
  #anchor(): HTMLElement | undefined {
    const { renderRoot } = this.element;
    return (
      renderRoot.querySelector<HTMLElement>('.frame') ??
      renderRoot.querySelector('input, button, .message') ??
      undefined
    );
  }

  async #list(given: unknown): Promise<void> {
    this.#request.abort();
    this.removal.flush();
    const { signal } = (this.#request = new AbortController());
    this.store.dispatch({ type: 'load' });
    this.payment.close();
    if (this.#host.hasBox() && !this.isManaging) this.payment.warmUp();
    try {
      // What stands inside the element is still to come.
      if (given && document.readyState === 'loading') await once(document, 'DOMContentLoaded');
      if (signal.aborted) return;
      this.#show(given ? decodeCards(given) : await listCards(merchantEndpoint(this.element), signal));
    } catch (cause) {
      if (signal.aborted) return;
      const error = asMpError(cause) ?? new MpError('protocol', 'The cards could not be read.', { cause });
      this.store.dispatch({ type: 'list-failed', error });
      this.reportError(error, 'list');
    }
  }

  #show(list: CardList): void {
    const { element } = this;
    const { cardId, statusDetail } = element;
    const choice = this.#firstChoice(list.cards);
    this.store.dispatch({ type: 'list', list, chosen: choice.card, isOther: choice.isOther ?? false });
    this.#first = choice;
    const { state } = this.store;
    const { chosen } = this;
    if (!this.isManaging) element.cardId = chosen?.id ?? null;
    // What was refused with another card says nothing about this one.
    const refusal = chosen && chosen.id !== cardId ? '' : statusDetail;
    void element.updateComplete.then(() => {
      element.dispatchEvent(new CardsReadyEvent(state.status === 'shown' ? listed(state) : [], chosen?.id ?? null));
      void this.#open(false);
      this.refusals.listShown(refusal);
    });
  }

  /** What is chosen before the shopper acts. */
  #firstChoice(cards: readonly SavedCard[]): Choice {
    const { cardId, noPreselect, statusDetail } = this.element;
    if (this.isManaging) return { card: null };
    // A refusal that names no card is about a new one.
    if (statusDetail && !cardId && this.other.isOffered) return { card: null, isOther: true };
    const staying = cards.filter((card) => !isLeaving(this.store.state, card));
    const card = initialChoice(staying, cardId, new Date(), noPreselect);
    return { card, isOther: !card && !noPreselect && this.other.isOffered };
  }

  /** Shows the code field of the chosen card, or the form for another one. */
  async #open(byShopper: boolean): Promise<void> {
    this.other.show(byShopper);
    await this.payment.show(byShopper);
  }

  /** The shop saved a card that was typed into one of our forms. */
  async #added(card: SavedCard): Promise<void> {
    const { element } = this;
    if (!this.isManaging) element.cardId = card.id;
    if (!this.store.dispatch({ type: 'added', card, isChosen: !this.isManaging })) return this.reload();
    if (this.isManaging) return this.rows.focus(card);
    this.form.gate.reopen();
    await element.updateComplete;
    await this.#open(true);
    await this.store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
    await element.updateComplete;
    if (this.chosen === card) this.#host.focusMend();
  }

  async #tokenize(): Promise<TokenDetail> {
    await this.#listed();
    this.installments.sync();
    const { state } = this.store;
    if (state.status === 'failed') throw state.error;
    // The form tells of its token, or of what is wrong, by itself.
    if (this.isOther && this.other.form) return this.other.form.tokenize();
    try {
      const detail = await this.payment.tokenize(state.status === 'shown' ? installmentsOf(state.installments) : 1);
      this.element.removeAttribute('status-detail');
      this.element.statusDetail = '';
      this.element.dispatchEvent(new TokenReadyEvent(detail));
      return detail;
    } catch (error) {
      this.reportError(error as MpError, 'token');
      throw error;
    }
  }

  async #prepareSubmit(): Promise<boolean> {
    await this.#listed();
    this.installments.sync();
    // What a shop puts under "use another card" by itself is its own concern.
    if (this.isOther ? !this.other.form : !this.chosen && !this.element.required) return true;
    if (this.#holdsToken()) return true;
    try {
      await this.tokenize();
      return publicState(this.store.state) === 'tokenized'; // a listener of `token-ready` may have dropped it
    } catch (error) {
      await this.element.updateComplete;
      if (asMpError(error)?.code !== 'aborted') this.#host.focusMend();
      return false;
    }
  }

  #listed(): Promise<void> {
    return this.store.until(({ status }) => status !== 'loading');
  }

  #holdsToken(): boolean {
    const { state } = this.store;
    if (state.status !== 'shown' || state.token.status !== 'held') return false;
    if (Date.parse(state.token.detail.expiresAt) > Date.now()) return true;
    this.store.dispatch({ type: 'drop-token', reason: 'expired' });
    return false;
  }

  #handleChange(before: State, after: State, action: Action): void {
    const element = this.element;
    element.requestUpdate();
    if (isByShopper(action)) this.form.gate.reopen();
    this.form.syncEntries();
    const invalidated = invalidation(before, after, action);
    if (invalidated) element.dispatchEvent(new TokenInvalidatedEvent(invalidated.cardId, invalidated.reason));

    const state = publicState(after);
    const complete = isComplete(after);
    if (state === publicState(before) && complete === isComplete(before)) return;
    markState(this.#host.internals, publicState(before), state);
    element.dispatchEvent(new StateChangeEvent(state, complete));
  }

  /** Tells the page; the shopper sees it anyway. */
  reportError(error: MpError, phase: ErrorPhase): void {
    if (error.code === 'aborted') return;
    if (error.code === 'configuration') console.error(`mp-saved-cards: ${error.message}`);
    this.element.dispatchEvent(new CardErrorEvent(error, phase));
  }
}

const once = (target: EventTarget, type: string): Promise<unknown> =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/** The shopper changed what is paid with, so that a form that was paid may be paid again. */
const isByShopper = (action: Action): boolean =>
  action.type === 'field'
    ? action.event.type === 'change' && action.event.byShopper
    : action.type === 'installments' && action.event.type === 'choose';
