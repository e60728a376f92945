import type { SavedCard } from '../card/saved-card.js';
import type { MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import { markState } from '../core/card-element.js';
import { StateChangeEvent, TokenInvalidatedEvent, type ErrorPhase, type InvalidationReason } from '../core/events.js';
import { InstallmentsController } from '../installments/installments-controller.js';
import { reportError } from '../core/report-error.js';
import { CodePayment } from './code-payment.js';
import type { MpSavedCardsElement } from './element.js';
import { DefaultCard } from './default-card.js';
import { CardSelectedEvent } from './events.js';
import { FormLink } from './form-link.js';
import { OtherCard } from './other-card.js';
import { ListLoader } from './list-loader.js';
import { RefusalGuide } from './refusal.js';
import { TokenMaker } from './token-maker.js';
import { choiceWithout, invalidation, isComplete, isUsable, publicState } from './derived.js';
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
  /** False also where the box is kept and nobody can use it. */
  isReachable(): boolean;
  /** The shopper tries to send the form. */
  attempted(): void;
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
  readonly list = new ListLoader(this);
  readonly tokens = new TokenMaker(this);
  readonly refusals = new RefusalGuide(this);
  readonly removal = new Removal(this);
  readonly defaultCard = new DefaultCard(this);
  readonly rows: Rows;
  readonly #host: SessionHost;
  readonly element: MpSavedCardsElement;

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
      attempted: () => host.attempted(),
      isActive: () => host.isReachable() && !host.isDisabled() && !this.isManaging,
      anchor: () => this.#anchor(),
      prepareSubmit: () => this.tokens.prepareSubmit(),
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

  /** False while the element is in a hidden part of the page. */
  get hasBox(): boolean {
    return this.#host.hasBox();
  }

  /** Moves focus to what mends an attempt that failed. */
  focusMend(): void {
    this.#host.focusMend();
  }

  /** Nothing is paid here: no card is chosen, and MercadoPago.js is not needed. */
  get isManaging(): boolean {
    return this.element.mode === 'manage';
  }

  #payable(): SavedCard | null {
    const { state } = this.store;
    return state.status === 'shown' && state.chosen && isUsable(state, state.chosen, new Date()) ? state.chosen : null;
  }

  /** The element came out of a hidden part of the page, or went into one. */
  appeared(): void {
    this.payment.restyle(); // while it was hidden no transition told of another theme
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
    void this.element.updateComplete.then(() => void this.openChosen(byShopper));
  }

  /** A form that comes late is still the choice of a shopper who has no other; one that is gone is nobody's. */
  otherChanged(): void {
    const { state } = this.store;
    if (state.status !== 'shown' || state.chosen) return;
    if (state.isOther && !this.other.isOffered) this.choose(this.list.chooseFirst(state.cards), false);
    if (state.isOther) return;
    if (this.element.noPreselect || this.isManaging || state.listError) return;
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
    this.choose(this.list.chooseFirst(state.cards), false);
  }

  /** Back to the first choice, with an empty code. */
  reset(): void {
    this.form.gate.reopen();
    const { card, isOther = false } = this.list.first;
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

  /** Shows the code field of the chosen card, or the form for another one. */
  async openChosen(byShopper: boolean): Promise<void> {
    this.other.show(byShopper);
    await this.payment.show(byShopper);
  }

  /** The shop saved a card that was typed into one of our forms. */
  async #added(card: SavedCard): Promise<void> {
    const { element } = this;
    if (!this.isManaging) element.cardId = card.id;
    this.removal.keep(card);
    if (!this.store.dispatch({ type: 'added', card, isChosen: !this.isManaging })) return this.list.reload();
    if (this.isManaging) return this.rows.focus(card);
    this.form.gate.reopen();
    await element.updateComplete;
    await this.openChosen(true);
    await this.store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
    await element.updateComplete;
    if (this.chosen === card) this.focusMend();
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
    if (state === 'tokenized') this.refusals.forget();
    markState(this.#host.internals, publicState(before), state);
    element.dispatchEvent(new StateChangeEvent(state, complete));
  }

  reportError(error: MpError, phase: ErrorPhase): void {
    reportError(this.element, error, phase);
  }
}

/** The shopper changed what is paid with, so that a form that was paid may be paid again. */
const isByShopper = (action: Action): boolean =>
  action.type === 'field'
    ? action.event.type === 'change' && action.event.byShopper
    : action.type === 'installments' && action.event.type === 'choose';
