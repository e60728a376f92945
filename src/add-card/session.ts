import type { SavedCard, SecurityCodeRule } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import { asMpError, type MpError } from '../errors.js';
import type { Locale } from '../i18n/locale.js';
import { markState } from '../core/card-element.js';
import type { CardListLink, NewCardLink } from '../core/card-list-link.js';
import { StateChangeEvent, TokenInvalidatedEvent, type ErrorPhase, type InvalidationReason } from '../core/events.js';
import { InstallmentsController, type InstallmentsCard } from '../installments/installments-controller.js';
import { reportError } from '../core/report-error.js';
import { CardEntry } from './card-entry.js';
import type { MpAddCardElement } from './element.js';
import { CardAddedEvent, PaymentMethodChangeEvent } from './events.js';
import { holdsCard, isComplete, isOpening, issuerId, methodOf, publicState, type FieldName } from './fields.js';
import { FormLink } from './form-link.js';
import { invalidation } from './invalidation.js';
import { ListConnection } from './list-connection.js';
import { isGiven, type Settings } from './settings.js';
import { NOTHING_TYPED, type Action, type Open, type State, type Typed } from './state.js';
import { Store } from './store.js';
import { CardWork } from './work.js';

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
  readonly form: FormLink;
  readonly connection: ListConnection;
  readonly work: CardWork;
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
    this.work = new CardWork({
      element,
      store: this.store,
      entry: this.entry,
      settings: () => host.settings(),
      saved: (card, attempt) => this.#saved(card, attempt),
      reportError: (error, phase) => this.#reportError(error, phase),
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
    this.form = new FormLink({
      element,
      internals,
      state: () => this.store.state,
      settings: () => host.settings(),
      messages: () => host.locale().messages,
      attempted: () => host.attempted(),
      isActive: () => host.isReachable() && !host.isDisabled(),
      hasTyped: () => this.#hasTyped,
      anchor: () => element.anchor,
      prepareSubmit: () => this.#prepareSubmit(),
      refuseSubmit: () => this.#refuseSubmit(),
      dropToken: (reason) => this.dropToken(reason),
      restored: () => this.reset(),
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
    this.form.syncEntries();
    this.form.syncValidity();
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
    return this.work.tokenize();
  }

  dropToken(reason: InvalidationReason): void {
    this.store.dispatch({ type: 'drop-token', reason });
  }

  get codeRule(): SecurityCodeRule | undefined {
    return methodOf(this.store.state)?.securityCode;
  }

  async askCode(): Promise<void> {
    if (this.#paying && holdsCard(this.#paying)) this.entry.clearCode();
    await this.store.until((state) => !isOpening(state));
    await this.element.updateComplete;
    this.entry.focusEmpty();
  }

  /** Nothing typed, no word about mistakes, no token. */
  reset(): void {
    this.form.gate.reopen();
    this.work.abort();
    this.store.dispatch({ type: 'reset', typed: this.#prefilled });
    this.entry.clear();
  }

  focus(): void {
    this.element.focus();
  }

  /** The element left the page for good. */
  teardown(): void {
    this.work.abort();
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
    return state.status === 'open' && state.work.status === 'saving';
  }

  /** A card that is on its way to the shop needs its fields; what becomes of it is told first. */
  #closeOnceSaved(byShopper: boolean): void {
    void this.store
      .until(() => !this.#isSaving)
      .then(() => {
        if (!this.element.open) this.show(false, byShopper);
      });
  }

  #saved(card: SavedCard, attempt: Open['work'] | undefined): void {
    if (this.store.dispatch({ type: 'saved', attempt, typed: this.#prefilled, card })) {
      this.element.open = false;
      this.entry.close();
    }
    this.element.dispatchEvent(new CardAddedEvent(card));
    this.list?.cardAdded(card);
  }

  async #prepareSubmit(): Promise<boolean> {
    try {
      await this.element.updateComplete; // the page may have changed the amount just now
      return await this.work.prepareSubmit();
    } catch (error) {
      if (asMpError(error)?.code !== 'aborted') await this.element.focusMend();
      return false;
    }
  }

  #refuseSubmit(): void {
    this.store.dispatch({ type: 'save-first' });
    void this.element.focusMend();
  }

  #handleChange(before: State, after: State, action: Action): void {
    const element = this.element;
    element.requestUpdate();
    const isTyped = action.type === 'type' || (action.type === 'frames' && isShopperChange(action.event));
    if (isTyped) this.form.gate.reopen();
    if (isTyped || isEmptying(action)) this.work.saving.changed();
    if (action.type === 'save-first') this.canCancel = true;
    if (action.type === 'installments' && action.event.type === 'choose') this.form.gate.reopen();
    this.form.syncEntries();
    this.entry.follow(before, after);
    const reason = invalidation(before, after, action);
    if (reason) element.dispatchEvent(new TokenInvalidatedEvent(null, reason));
    const method = methodOf(after) ?? null;
    if (method !== (methodOf(before) ?? null)) element.dispatchEvent(new PaymentMethodChangeEvent(method));

    const state = publicState(after);
    const complete = isComplete(after);
    if (this.isSlotted) this.list?.formChanged();
    if (state === publicState(before) && complete === isComplete(before)) return;
    markState(this.#host.internals, publicState(before), state);
    const bubbles = !this.#host.settings().isDriven;
    element.dispatchEvent(new StateChangeEvent(state, complete, { bubbles, composed: bubbles }));
  }

  #reportError(error: MpError, phase: ErrorPhase): void {
    reportError(this.element, error, phase);
  }
}

/** What stood in the fields does not any more. */
const isEmptying = (action: Action): boolean =>
  action.type === 'frames'
    ? ['opening', 'evicted'].includes(action.event.type)
    : action.type === 'close' || action.type === 'reset';

const isShopperChange = (event: { readonly type: string; readonly byShopper?: boolean }): boolean =>
  event.type === 'change' && event.byShopper === true;
