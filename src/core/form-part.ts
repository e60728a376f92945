import { MpError, toMpError } from '../errors.js';
import { versionClash } from '../page-record.js';
import { CardErrorEvent } from './events.js';
import type { Feature, FeatureContext } from './feature.js';
import { FormEntries } from './form-entries.js';
import { methodOf } from './native-form.js';
import { stateOf, type Demand } from './form-sends.js';
import { FormValidity } from './form-validity.js';
import type { FormAction, FormPartValue } from './form-part-value.js';
import { clashMessage } from './name-clash.js';
import { isReported, reportCount } from './report-error.js';
import type { Change } from './store.js';
import { SubmitGate, type GatedElement } from './submit-gate.js';
import { ValidityCheck } from './validity-check.js';
import { whileInPage } from './while-in-page.js';

/** Where the focus goes when a submit failed. */
export type CorrectionTarget = 'correction';

/** What differs between the elements. */
export interface FormPartSource<State, Action> {
  value(state: State): FormPartValue;
  /** Prefix of the entries: `name[token]`. */
  name(): string;
  /** The element in the shadow tree at which the browser shows its message. */
  anchor(): HTMLElement | undefined;
  /** The form could not be sent for what is missing here. */
  showMissing(): void;
  /** The change makes it possible to submit again a form that was submitted: the shopper pays with something else. */
  reopens(change: Change<State, Action>): boolean;
  /**
   * Makes a token where one is needed.
   *
   * @param since how many errors had been reported when the form was sent
   * @throws MpError
   */
  prepare(since: number): Promise<void>;
  /**
   * The shop's page says that the payment failed, and not why.
   *
   * @param isAnswered false where the shop's server did not answer: then nothing is known
   */
  refused(isAnswered: boolean): void;
}

/**
 * An element's part in the form around it: whether it takes part, and submits with a token. The same for both elements; what
 * differs is in the value.
 */
export class FormPart<State, Action> implements Feature<State, Action>, GatedElement {
  readonly #gate = new SubmitGate(this);
  readonly #context: FeatureContext<State, Action | FormAction, CorrectionTarget>;
  readonly #source: FormPartSource<State, Action>;
  readonly #entries: FormEntries;
  readonly #validity: FormValidity;
  readonly #check: ValidityCheck;
  #isVisible = false;
  #wasActive = false;
  /** From the start of a submit until the shopper acts: it takes part although the page hides or disables it to show progress. */
  #isKept = false;
  /** In this turn a submit button was pressed while the element took part: the page's own handler may hide it. */
  #isPressed = false;
  #isPreparing = false;
  #restore: string | undefined;
  #hasWarned = false;
  /** Why the last submit was refused: its method cannot carry a token. */
  refusal: MpError | undefined;

  constructor(
    context: FeatureContext<State, Action | FormAction, CorrectionTarget>,
    source: FormPartSource<State, Action>,
  ) {
    this.#context = context;
    this.#source = source;
    this.#entries = new FormEntries(context.host, () => source.name());
    this.#validity = new FormValidity(context.internals, () => source.anchor());
    this.#check = new ValidityCheck(
      context.host,
      () => source.showMissing(),
      () => this.#focusIfFirst(),
    );
    this.#entries.removeCopies();
  }

  get element(): HTMLElement {
    return this.#context.host;
  }

  form(): HTMLFormElement | null {
    return this.#context.internals.form;
  }

  hostConnected(): void {
    this.#entries.removeCopies();
    this.#gate.connect();
    // The first time it is not rendered: a look would make the browser lay out the page twice.
    if (this.#context.host.hasUpdated) this.#readVisibility();
    this.writeEntries();
  }

  /** The attempt continues only where the element is: its entries leave with it. */
  hostDisconnected(): void {
    this.#gate.disconnect();
    this.#isKept = false;
    this.#entries.write(undefined);
  }

  hostUpdated(): void {
    if (this.#context.host.hasUpdated) this.writeEntries();
    else this.#readVisibility();
    this.#validate();
    this.#warn();
  }

  changed(change: Change<State, Action>): void {
    if (this.#source.reopens(change)) this.#gate.reopen();
    this.writeEntries();
    this.#validate();
  }

  resized(): void {
    this.#readVisibility();
  }

  look(): void {
    this.#readVisibility();
    this.writeEntries(); // the page may have closed the element in this turn
  }

  demand(): Demand {
    return this.#takesPart ? this.#value.demand : 'none';
  }

  isPrepared(): boolean {
    const { demand, token, saveCard } = this.#value;
    if (demand === 'stop') return false;
    if (demand !== 'token') return true;
    const isFresh = token !== undefined && Date.parse(token.detail.expiresAt) > Date.now();
    return isFresh && !(saveCard && token.saveToken === null);
  }

  /** False while the page has just set properties: what is prepared may be of the ones before. */
  isSettled(): boolean {
    return !this.#context.host.isUpdatePending;
  }

  async prepare(): Promise<boolean> {
    this.#isKept = this.#isPreparing = true;
    const since = reportCount();
    try {
      const message = versionClash() ?? (this.#value.demand === 'token' ? this.#clash(true) : '');
      if (message) throw new MpError('configuration', message);
      await whileInPage(this.#context, () => this.#source.prepare(since));
      if (this.isPrepared()) return true;
      throw new MpError('aborted', 'The token was given up before the form could be sent.');
    } catch (cause) {
      this.#isKept = false;
      this.refuse(toMpError(cause, 'token-refused', 'No token was made.'), since);
      return false;
    } finally {
      this.#isPreparing = false;
    }
  }

  /**
   * A page that waits behind an overlay learns that nothing was sent.
   *
   * @param since how many errors had been reported when the form was sent: what was reported since is not reported again
   */
  refuse(error: MpError, since = 0): void {
    if (error.code === 'configuration' && !isReported(error)) {
      this.refusal = error;
      console.error(`mp-saved-cards: ${error.message}`);
    }
    const { host, store, focus } = this.#context;
    // No listener of the page would get the event of an element that was replaced meanwhile.
    const target = host.isConnected ? host : document;
    if (!isReported(error, since)) target.dispatchEvent(new CardErrorEvent(error, 'token'));
    store.dispatch({ type: 'submit-refused', error });
    if (error.code !== 'aborted' || this.#value.demand === 'stop') focus('correction');
  }

  give(): void {
    this.#isKept = true;
    this.#entries.areSpent = this.#entries.isWithheld = false;
    this.writeEntries();
  }

  submitted(isSent: boolean): void {
    this.#context.store.dispatch({ type: 'submitted' });
    // What left with the page must not be kept with it.
    this.#entries.areSpent = isSent;
    this.writeEntries();
  }

  blocked(): void {
    this.#context.store.dispatch({ type: 'submit-blocked' });
  }

  refused(isAnswered: boolean): void {
    this.#source.refused(isAnswered);
  }

  /** The page may have hidden the element in a way that causes no event. */
  pressed(isSubmit: boolean): void {
    this.#isPressed = this.#readVisibility();
    setTimeout(() => (this.#isPressed = false));
    if (!isSubmit) return;
    this.#warn();
    this.checking();
  }

  /** The form is to be sent, or to report what is missing: the browser's check of it follows in this turn. */
  checking(): void {
    const form = this.form();
    if (form) stateOf(form).firstInvalid = undefined;
    this.#check.begin();
  }

  /** As the browser does: the first control that is not valid gets the focus. */
  #focusIfFirst(): void {
    const form = this.form();
    if (!form || stateOf(form).firstInvalid === this.element) this.#validity.focus();
  }

  acted(): void {
    // A shopper who acts while the page shows progress has not chosen another way to pay.
    if (!this.#isKept || this.#isPreparing || !this.#readVisibility()) return;
    this.#isKept = false;
    this.writeEntries();
  }

  withhold(isWithheld: boolean): void {
    this.#entries.isWithheld = isWithheld;
    this.writeEntries();
  }

  supply(formData: FormData, isWanted: boolean): void {
    this.#readVisibility();
    this.#entries.supply(formData, isWanted, this.#given);
  }

  restored(): void {
    this.#context.store.dispatch({ type: 'page-restored' });
  }

  /** The entries are controls of the form, which every reader sees; the element itself posts nothing. */
  writeEntries(): void {
    const { host, internals } = this.#context;
    const { restore, token } = this.#value;
    if (!token && !this.#isPreparing) this.#isKept = false;
    if (host.isConnected) this.#entries.write(this.#given);
    if (restore !== this.#restore) internals.setFormValue?.(null, (this.#restore = restore));
  }

  get wasReadEarly(): boolean {
    return this.#entries.wasReadEarly;
  }

  /** The form says that it is sent by GET: the token would be in the address, unless a script prevents the submit. */
  get saysGet(): boolean {
    const form = this.form();
    return form !== null && Element.prototype.hasAttribute.call(form, 'method') && methodOf(form, null) === 'get';
  }

  /** A name that the form has already, or a second element of ours that pays in it, as a message for developers. */
  get clash(): string {
    return this.#isActive && this.#value.demand !== 'none' ? this.#clash(false) : '';
  }

  get #value(): FormPartValue {
    return this.#source.value(this.#context.store.state);
  }

  /** What the form gets of the value. */
  get #given(): FormPartValue | undefined {
    return this.#takesPart ? this.#value : undefined;
  }

  get #takesPart(): boolean {
    return this.#isKept || this.#isPressed || this.#isActive;
  }

  get #isActive(): boolean {
    return this.#isVisible && !this.#context.isDisabled();
  }

  #clash(isBlocking: boolean): string {
    return clashMessage(this.#context.host, this.form(), this.#source.name(), isBlocking);
  }

  /** Reads whether the element takes part, which may change without an event; entries and validity follow. */
  #readVisibility(): boolean {
    const wasActive = this.#wasActive;
    const { isReachable, isInert } = this.#context;
    // A dialog that makes the page inert may ask whether to pay with what is complete.
    this.#isVisible = isReachable() || (this.#isVisible && !this.#value.problem && isInert());
    this.#wasActive = this.#isActive;
    if (this.#wasActive !== wasActive) {
      this.writeEntries();
      this.#validate();
    }
    return this.#wasActive;
  }

  #validate(): void {
    this.#validity.set(this.#isActive ? this.#value.problem : undefined);
  }

  #warn(): void {
    const clash = this.#hasWarned ? '' : this.clash;
    if (!clash) return;
    this.#hasWarned = true;
    console.warn(`mp-saved-cards: ${clash}`);
  }
}
