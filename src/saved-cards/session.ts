import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import { markState } from '../core/card-element.js';
import { StateChangeEvent, TokenInvalidatedEvent, type ErrorPhase, type InvalidationReason } from '../core/events.js';
import { FormPart } from '../core/form-part.js';
import { TokenAttempt } from '../core/token-attempt.js';
import { invalidated } from '../core/token-state.js';
import { InstallmentsController } from '../installments/installments-controller.js';
import { reportError } from '../core/report-error.js';
import { installmentsOf } from '../installments/installments-state.js';
import type { MpSavedCardsElement } from './element.js';
import { DefaultCard } from './default-card.js';
import { CardSelectedEvent } from './events.js';
import { OtherCard } from './other-card.js';
import { ListLoader } from './list-loader.js';
import { OutcomeReport } from './outcome-report.js';
import { SecurityCode } from './security-code.js';
import { choiceWithout, formPart, isComplete, isUsable, listFault, publicState } from './derived.js';
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
  readonly payment: SecurityCode;
  readonly form: FormPart;
  readonly attempt: TokenAttempt;
  readonly other: OtherCard;
  readonly installments: InstallmentsController;
  readonly list = new ListLoader(this);
  readonly outcomes: OutcomeReport;
  readonly removal = new Removal(this);
  readonly defaultCard = new DefaultCard(this);
  readonly rows: Rows;
  readonly #host: SessionHost;
  readonly element: MpSavedCardsElement;
  #tokenizing: Promise<TokenDetail> | undefined;

  constructor(host: SessionHost) {
    const { element, internals } = host;
    this.#host = host;
    this.element = element;
    this.rows = new Rows(element);
    this.outcomes = new OutcomeReport(this);
    this.payment = new SecurityCode({
      element,
      store: this.store,
      publicKey: () => element.publicKey,
      locale: () => host.locale(),
      hasBox: () => host.hasBox(),
      styleSource: () => element.renderRoot.querySelector('.list') ?? element,
      installments: () => (this.store.state.status === 'shown' ? installmentsOf(this.store.state.installments) : 1),
      reportError: (error, phase) => this.reportError(error, phase),
    });
    this.attempt = new TokenAttempt({
      element,
      state: () => (this.store.state.status === 'shown' ? this.store.state.token : undefined),
      dispatch: (action) => this.store.dispatch(action),
      until: (isWanted) => this.store.until(isWanted),
      start: () => this.#startAttempt(),
      make: (isWanted) => this.payment.createToken(isWanted),
      askAgain: () => this.#askAgain(),
      report: (error) => this.reportError(error, 'token'),
    });
    this.form = new FormPart({
      element,
      internals,
      value: () => formPart(this.store.state, element.required, host.locale().messages, new Date()),
      name: () => element.name,
      isActive: () => host.isReachable() && !host.isDisabled() && !this.isManaging,
      anchor: () => this.#anchor(),
      attempted: () => host.attempted(),
      prepare: () => this.#prepareSubmit(),
      failed: (error) => this.#submitFailed(error),
      submitted: () => void this.store.dispatch({ type: 'submitted' }),
      heldBack: () => void this.store.dispatch({ type: 'held-back' }),
      refused: () => this.outcomes.refused(),
      restored: () => this.#restored(),
    });
    this.other = new OtherCard({
      element,
      store: this.store,
      settings: () => element,
      cardAdded: (card) => void this.#added(card),
      showOutcome: (outcome, token) => this.outcomes.show(outcome, token),
      refused: () => this.outcomes.refused(),
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
    this.form.sync();
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
    this.store.dispatch({ type: 'another-payment' });
    const { card, isOther = false } = this.list.first;
    if (isOther) this.choose({ card: null, isOther }, false);
    else this.chooseCard(card?.id ?? null, false);
    this.startOver();
    this.store.dispatch({ type: 'installments', event: { type: 'forget' } });
  }

  /** After a payment that is made the fields come back. */
  #unlock(): void {
    this.other.form?.reset();
    void this.element.updateComplete.then(() => this.openChosen(false));
  }

  /** The card stays chosen; code and token go. */
  startOver(): void {
    this.form.gate.reopen();
    this.store.dispatch({ type: 'start-over' });
    this.payment.clear();
    if (this.isOther) this.other.form?.reset();
  }

  dropToken(reason: InvalidationReason): void {
    this.store.dispatch({ type: 'drop-token', reason });
    if (this.isOther) this.other.form?.dropToken(reason);
  }

  /** The token of whatever is chosen; the form for another card makes its own. */
  tokenize(): Promise<TokenDetail> {
    this.#tokenizing ??= this.#tokenize().finally(() => {
      this.#tokenizing = undefined;
    });
    return this.#tokenizing;
  }

  async #tokenize(): Promise<TokenDetail> {
    const listed = this.#listed();
    if (listed) await listed;
    const { form } = this.other;
    return this.isOther && form ? form.tokenize() : this.attempt.token();
  }

  /** The payment is made, and the shopper wants to make another one. */
  payAgain(): void {
    this.rows.keepInside();
    this.store.dispatch({ type: 'another-payment' });
    void this.openChosen(true).then(() => {
      const form = this.isOther ? this.other.form : undefined;
      // Its frames are only on their way.
      if (form) void form.correct('cardNumber');
      else this.element.focus();
    });
  }

  /** A card may have no code to ask for again: then a button says how to go on. */
  #askAgain(): boolean {
    this.startOver();
    const hasCode = this.chosen?.securityCode.mode === 'mandatory';
    if (!hasCode) this.store.dispatch({ type: 'held-back' });
    return hasCode;
  }

  /** The page sets properties and submits in the same turn; a list may still be on its way. */
  #listed(): Promise<void> | undefined {
    const isThere = !this.element.isUpdatePending && this.store.state.status !== 'loading';
    const pending = isThere
      ? undefined
      : this.element.updateComplete.then(() => this.store.until(({ status }) => status !== 'loading'));
    if (!pending) this.installments.sync();
    return pending?.then(() => this.installments.sync());
  }

  #startAttempt(): Promise<void> | undefined {
    const { state } = this.store;
    const fault = listFault(state);
    if (fault) throw fault;
    if (state.status === 'shown' && state.isPaid) {
      this.store.dispatch({ type: 'held-back' });
      throw new MpError('aborted', 'The payment is made. reset() begins another one.');
    }
    if (!this.chosen) {
      this.store.dispatch({ type: 'check' });
      const error = new MpError('code-incomplete', 'No card is chosen.');
      this.reportError(error, 'token');
      throw error;
    }
    return this.#hasToken ? undefined : this.payment.takeBack();
  }

  get #hasToken(): boolean {
    const { state } = this.store;
    return state.status === 'shown' && state.token.status === 'held';
  }

  async #prepareSubmit(): Promise<void> {
    await this.#listed();
    const { isOther, other, chosen, element } = this;
    // What a shop puts under "use another card" by itself is its own concern.
    if (isOther ? !other.form : !chosen && !element.required) return;
    await this.tokenize();
  }

  async #submitFailed(error: MpError): Promise<void> {
    const { state } = this.store;
    const isUnsaid = error.code === 'configuration' && state.status === 'shown' && state.field.status !== 'failed';
    if (isUnsaid) this.store.dispatch({ type: 'submit-refused', error });
    await this.element.updateComplete;
    if (error.code !== 'aborted') this.focusMend();
  }

  /** The page came back from the back/forward cache. What was paid stays paid. */
  #restored(): void {
    const { state } = this.store;
    if (state.status !== 'shown' || !state.isPaid) this.startOver();
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
    const isChosen = !this.isManaging && !isPaid(this.store.state);
    if (isChosen) element.cardId = card.id;
    this.removal.keep(card);
    if (!this.store.dispatch({ type: 'added', card, isChosen })) return this.list.reload();
    if (this.isManaging) return this.rows.focus(card);
    if (!isChosen) return; // after a payment the shopper is elsewhere
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
    const lost = invalidated(tokenOf(before), tokenOf(after));
    // Another amount ends the attempt, but a form that is on its way to the shop is not to be sent again for it.
    if ((lost && !isAutomatic(lost.reason)) || isByShopper(action)) this.form.gate.reopen();
    if (isPaid(before) && !isPaid(after)) this.#unlock();
    this.form.syncEntries();
    if (lost) element.dispatchEvent(new TokenInvalidatedEvent(lost.cardId, lost.reason));

    const state = publicState(after);
    const complete = isComplete(after);
    if (state === publicState(before) && complete === isComplete(before)) return;
    if (state === 'tokenized') this.outcomes.forget();
    markState(this.#host.internals, publicState(before), state);
    element.dispatchEvent(new StateChangeEvent(state, complete));
  }

  reportError(error: MpError, phase: ErrorPhase): void {
    reportError(this.element, error, phase);
  }
}

const isAutomatic = (reason: InvalidationReason): boolean => reason === 'amount' || reason === 'expired';

const isPaid = (state: State): boolean => state.status === 'shown' && state.isPaid;

const tokenOf = (state: State) => (state.status === 'shown' ? state.token : undefined);

/** The shopper changed what is paid with, so that a form that was paid may be paid again. */
const isByShopper = (action: Action): boolean =>
  action.type === 'field'
    ? action.event.type === 'change' && action.event.byShopper
    : action.type === 'installments' && action.event.type === 'choose';
