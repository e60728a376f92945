import type { SavedCard, SecurityCodeRule } from '../card/saved-card.js';
import type { Outcome } from '../card/outcome.js';
import type { TokenDetail } from '../card/token-detail.js';
import { MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import { markState } from '../core/card-element.js';
import type { CardListLink, NewCardLink } from '../core/card-list-link.js';
import { StateChangeEvent, TokenInvalidatedEvent, type ErrorPhase, type InvalidationReason } from '../core/events.js';
import { FormPart } from '../core/form-part.js';
import { TokenAttempt, askPage } from '../core/token-attempt.js';
import { invalidated } from '../core/token-state.js';
import { InstallmentsController, type InstallmentsCard } from '../installments/installments-controller.js';
import { reportError } from '../core/report-error.js';
import { CardEntry } from './card-entry.js';
import type { MpAddCardElement } from './element.js';
import { CardAddedEvent, PaymentMethodChangeEvent } from './events.js';
import { holdsCard, isAway, isComplete, isOpening, issuerId, methodOf, publicState, type FieldName } from './fields.js';
import { formPart } from './form-part.js';
import { ListConnection } from './list-connection.js';
import { OutcomeReport } from './outcome-report.js';
import { SaveCard } from './save-card.js';
import { isGiven, type Settings } from './settings.js';
import { NOTHING_TYPED, type Action, type Open, type State, type Typed } from './state.js';
import { Store } from './store.js';
import { tokenDetail } from './token-detail.js';

/** What only the element itself can tell or do. */
export interface SessionHost {
  readonly element: MpAddCardElement;
  readonly internals: ElementInternals;
  locale(): Locale;
  settings(): Settings;
  /** Disabled, by itself or by a fieldset. */
  isDisabled(): boolean;
  /** False while the element is in a hidden part of the page. */
  hasBox(): boolean;
  /** False also where the box is kept and nobody can use it. */
  isReachable(): boolean;
  /** The shopper tries to send the form. */
  attempted(): void;
}

/** The work behind one `<mp-add-card>`: the card that is typed, its token, saving it, the form, and the list it is for. */
export class Session implements NewCardLink {
  readonly store = new Store((before, after, action) => this.#handleChange(before, after, action));
  readonly entry: CardEntry;
  readonly form: FormPart;
  readonly attempt: TokenAttempt;
  readonly outcomes: OutcomeReport;
  readonly connection: ListConnection;
  readonly saver: SaveCard;
  readonly installments: InstallmentsController;
  readonly #host: SessionHost;
  readonly element: MpAddCardElement;
  /** The shopper opened the form, or it is in the way. */
  canCancel = false;

  constructor(host: SessionHost) {
    const { element, internals } = host;
    this.#host = host;
    this.element = element;
    this.connection = new ListConnection(element, this);
    this.entry = new CardEntry({
      element,
      store: this.store,
      publicKey: () => host.settings().publicKey,
      locale: () => host.locale(),
      hasBox: () => host.hasBox(),
      styleSource: (field) => element.renderRoot.querySelector(`.frame[data-field=${field}]`) ?? element,
      left: (field) => this.leave(field),
      reportError: (error, phase) => this.#reportError(error, phase),
    });
    this.outcomes = new OutcomeReport(this);
    this.saver = new SaveCard({
      store: this.store,
      settings: () => host.settings(),
      createToken: () => this.#createToken(),
      tokenized: () => this.attempt.pending?.catch(() => {}),
      requireComplete: () => this.entry.requireWhole(),
      saved: (card, attempt) => this.#saved(card, attempt),
      reportError: (error, phase) => this.#reportError(error, phase),
    });
    this.attempt = new TokenAttempt({
      element,
      state: () => (this.store.state.status === 'open' ? this.store.state.token : undefined),
      dispatch: (action) => this.store.dispatch(action),
      until: (isWanted) => this.store.until(isWanted),
      start: () => this.#startAttempt(),
      make: async () => {
        const token = await this.#createToken();
        return tokenDetail(this.store.state, token);
      },
      askAgain: () => {
        this.entry.clearCode();
        return true;
      },
      report: (error) => this.#reportError(error, 'token'),
    });
    this.installments = new InstallmentsController({
      element,
      state: () => this.#paying?.installments,
      dispatch: (event) => this.store.dispatch({ type: 'installments', event }),
      settings: () => host.settings(),
      card: () => this.#card,
      locale: () => host.locale(),
      hasBox: () => host.hasBox(),
      connect: () => this.entry.connect(),
      reportError: (error, phase) => {
        // A list tells of its own amount.
        if (error.code !== 'configuration' || isGiven(element.amount)) this.#reportError(error, phase);
      },
    });
    this.form = new FormPart({
      element,
      internals,
      value: () => formPart(this.store.state, host.settings(), host.locale().messages, this.#hasTyped),
      name: () => host.settings().name,
      isActive: () => host.isReachable() && !host.isDisabled(),
      anchor: () => element.anchor,
      attempted: () => host.attempted(),
      prepare: () => this.#prepareSubmit(),
      failed: (error) => this.#submitFailed(error),
      submitted: () => void this.store.dispatch({ type: 'submitted' }),
      heldBack: () => void this.store.dispatch({ type: 'held-back' }),
      refused: () => this.outcomes.refused(),
      restored: () => {
        if (!this.store.state.isPaid) this.reset();
      },
    });
    markState(internals, '', publicState(this.store.state));
  }

  get list(): CardListLink | undefined {
    return this.connection.list;
  }

  get isSlotted(): boolean {
    return this.connection.isSlotted;
  }

  get settings(): Settings {
    return this.#host.settings();
  }

  get complete(): boolean {
    return isComplete(this.store.state);
  }

  get state() {
    return publicState(this.store.state);
  }

  settingsChanged(): void {
    this.element.requestUpdate();
  }

  /** Opens or closes the form. `byShopper`: the Secure Fields may be taken from another element. */
  show(isOpen: boolean, byShopper: boolean): void {
    this.element.open = isOpen;
    if (!isOpen && this.#isSaving) return this.#closeOnceSaved(byShopper);
    const isNew = this.store.dispatch({ type: isOpen ? 'open' : 'close' });
    if (!isOpen) this.entry.close();
    else if (isNew || byShopper) void this.element.updateComplete.then(() => this.entry.show(byShopper));
  }

  /** The element came out of a hidden part of the page, or back into the page. */
  appeared(): void {
    this.entry.restyle(); // while it was hidden no transition told of another theme
    this.form.sync();
    // A turn later: who watches sizes must not change them.
    setTimeout(() => {
      this.installments.sync();
      if (isOpening(this.store.state) && !this.entry.hasFrames) void this.entry.show(false);
    });
  }

  /** The shopper typed into a plain field, or chose. */
  type(typed: Partial<Typed>): void {
    this.store.dispatch({ type: 'type', typed });
    void this.entry.takeBack();
  }

  /** The shopper left a field. */
  leave(field: FieldName): void {
    this.store.dispatch({ type: 'leave', field });
  }

  tokenize(): Promise<TokenDetail> {
    return this.attempt.token();
  }

  dropToken(reason: InvalidationReason): void {
    this.store.dispatch({ type: 'drop-token', reason });
  }

  get codeRule(): SecurityCodeRule | undefined {
    return methodOf(this.store.state)?.securityCode;
  }

  clearCode(): void {
    if (this.#paying && holdsCard(this.#paying)) this.entry.clearCode();
  }

  /** After a refusal: moves focus to what helps. */
  async correct(field: Outcome['field'], remedy: Outcome['remedy'] = 'code'): Promise<void> {
    await this.store.until((state) => !isOpening(state));
    await this.element.updateComplete;
    if (field && field !== 'securityCode') this.element.focusField(field);
    else if (field || remedy === 'code') this.entry.focusEmpty();
    else this.element.focusNotice();
  }

  /** The payment is made. What was typed goes, unless the card is still to be saved. */
  paid(): void {
    this.store.dispatch({ type: 'paid', typed: this.#prefilled });
    const { state } = this.store;
    if (state.status === 'open' && !state.typed.saveCard && !state.saving) this.entry.clear();
  }

  /** Nothing typed, no word about mistakes, no token. */
  reset(): void {
    this.form.gate.reopen();
    this.saver.abort();
    this.store.dispatch({ type: 'reset', typed: this.#prefilled });
    this.entry.clear();
  }

  focus(): void {
    this.element.focus();
  }

  /** The element left the page for good. */
  teardown(): void {
    this.saver.abort();
    this.installments.stop();
    this.entry.close();
    this.store.dispatch({ type: 'frames', event: { type: 'opening' }, field: undefined });
  }

  /** The open form, when the page pays with it. */
  get #paying(): Open | undefined {
    const { state } = this.store;
    return state.status === 'open' && this.#host.settings().intent === 'pay' ? state : undefined;
  }

  /** The card that is typed, once its first digits tell what it is. */
  get #card(): InstallmentsCard | null {
    const open = this.#paying;
    if (open?.method.status !== 'known') return null;
    const { bin, method: paymentMethod } = open.method;
    const id = issuerId(open);
    return { id: bin, firstSixDigits: bin, paymentMethod, issuer: id ? { id } : null };
  }

  get #prefilled(): Typed {
    const { cardholderName, identificationType, identificationNumber } = this.element;
    return {
      ...NOTHING_TYPED,
      cardholderName: cardholderName ?? '',
      identificationType: identificationType ?? '',
      identificationNumber: identificationNumber ?? '',
    };
  }

  get #hasTyped(): boolean {
    const { state } = this.store;
    if (state.status !== 'open') return false;
    const { cardholderName, identificationNumber } = this.#prefilled;
    return (
      holdsCard(state) ||
      state.typed.cardholderName !== cardholderName ||
      state.typed.identificationNumber !== identificationNumber
    );
  }

  get #isSaving(): boolean {
    const { state } = this.store;
    return state.status === 'open' && state.saving !== null;
  }

  /** A card that is on its way to the shop needs its fields; what becomes of it is told first. */
  #closeOnceSaved(byShopper: boolean): void {
    void this.store
      .until(() => !this.#isSaving)
      .then(() => {
        if (!this.element.open) this.show(false, byShopper);
      });
  }

  #saved(card: SavedCard, attempt: object | null): void {
    if (this.store.dispatch({ type: 'saved', attempt, typed: this.#prefilled, card })) {
      this.element.open = false;
      this.entry.close();
    }
    this.element.dispatchEvent(new CardAddedEvent(card));
    this.list?.cardAdded(card);
  }

  async #createToken() {
    await askPage(this.element, null);
    return this.entry.createToken();
  }

  #startAttempt(): Promise<void> | undefined {
    const { isUpdatePending, updateComplete } = this.element;
    const { pending } = this.saver;
    // The page may have opened the form, or changed the amount, just now.
    const settled = isUpdatePending || pending ? Promise.allSettled([updateComplete, pending]) : undefined;
    return settled?.then(() => this.#checkStart()) ?? this.#checkStart();
  }

  #checkStart(): Promise<void> | undefined {
    const { state } = this.store;
    if (state.isPaid) {
      this.store.dispatch({ type: 'held-back' });
      throw new MpError('aborted', 'The payment is made. reset() begins another one.');
    }
    if (state.status === 'open' && state.token.status === 'held') return undefined;
    if (isAway(state)) return this.entry.takeBack().then(() => this.#requireComplete());
    this.#requireComplete();
    return undefined;
  }

  #requireComplete(): void {
    const { state } = this.store;
    try {
      if (state.status === 'closed') throw new MpError('field-lost', 'The form of the new card is closed.');
      this.entry.requireWhole();
    } catch (error) {
      this.#reportError(error as MpError, 'token');
      throw error;
    }
  }

  async #prepareSubmit(): Promise<void> {
    if (this.form.demand() === 'stop') {
      this.store.dispatch({ type: 'save-first' });
      throw new MpError('aborted', 'The new card is to be saved first.');
    }
    const { token } = await this.attempt.token();
    await this.#addSaveToken(token);
  }

  /** A page without JavaScript saves the card after the payment, with a token of its own. Without it, it is only paid. */
  async #addSaveToken(token: string): Promise<void> {
    const open = this.#paying;
    if (!open?.typed.saveCard || open.token.status !== 'held' || open.token.saveToken !== null) return;
    const made = await this.entry.createToken().catch(() => undefined);
    this.store.dispatch({ type: 'save-token', token, saveToken: made?.id ?? '' });
  }

  async #submitFailed(error: MpError): Promise<void> {
    const { state } = this.store;
    const isSaveDue = state.status === 'open' && state.isSaveDue;
    if (error.code === 'configuration') this.store.dispatch({ type: 'submit-refused', error });
    if (error.code !== 'aborted' || isSaveDue) await this.element.focusMend();
  }

  #handleChange(before: State, after: State, action: Action): void {
    const element = this.element;
    element.requestUpdate();
    const isTyped = action.type === 'type' || (action.type === 'frames' && isShopperChange(action.event));
    // Saving the card does a token no harm.
    const lost = action.type === 'saved' ? undefined : invalidated(tokenOf(before), tokenOf(after));
    const isChosen = action.type === 'installments' && action.event.type === 'choose';
    // Another amount ends the attempt, but a form that is on its way to the shop is not to be sent again for it.
    const isAutomatic = lost?.reason === 'amount' || lost?.reason === 'expired';
    if ((lost && !isAutomatic) || (isTyped && !isWish(action)) || isChosen) this.form.gate.reopen();
    if (isTyped || isEmptying(action)) this.saver.saving.changed();
    if (action.type === 'save-first') this.canCancel = true;
    this.form.syncEntries();
    this.entry.follow(before, after);
    if (lost) element.dispatchEvent(new TokenInvalidatedEvent(lost.cardId, lost.reason));
    const method = methodOf(after) ?? null;
    if (method !== (methodOf(before) ?? null)) element.dispatchEvent(new PaymentMethodChangeEvent(method));

    const state = publicState(after);
    const complete = isComplete(after);
    if (this.isSlotted) this.list?.formChanged();
    if (state === publicState(before) && complete === isComplete(before)) return;
    // What was said of the token before is over.
    if (state === 'tokenized') {
      element.removeAttribute('status-detail');
      element.statusDetail = '';
    }
    markState(this.#host.internals, publicState(before), state);
    const bubbles = !this.#host.settings().isDriven;
    element.dispatchEvent(new StateChangeEvent(state, complete, { bubbles, composed: bubbles }));
  }

  #reportError(error: MpError, phase: ErrorPhase): void {
    reportError(this.element, error, phase);
  }
}

const tokenOf = (state: State) => (state.status === 'open' ? state.token : undefined);

/** The wish to keep the card is no part of what is paid with. */
const isWish = (action: Action): boolean => action.type === 'type' && Object.keys(action.typed).join() === 'saveCard';

/** What was in the fields is gone. */
const isEmptying = (action: Action): boolean =>
  action.type === 'frames'
    ? ['opening', 'unavailable'].includes(action.event.type)
    : action.type === 'close' || action.type === 'reset';

const isShopperChange = (event: { readonly type: string; readonly byShopper?: boolean }): boolean =>
  event.type === 'change' && event.byShopper === true;
