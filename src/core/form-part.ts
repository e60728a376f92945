import { tokenFormEntries } from '../card/token-detail.js';
import { MpError, asMpError } from '../errors.js';
import { versionClash } from '../page-record.js';
import { EntryControls, type FormEntry } from './entry-controls.js';
import { CardErrorEvent } from './events.js';
import { methodOf } from './form-members.js';
import type { Demand } from './form-sends.js';
import type { Feature, FeatureContext } from './feature.js';
import { NameClashes, clashMessage, entryName } from './name-clash.js';
import { isReported } from './report-error.js';
import type { Change } from './store.js';
import { SubmitGate, type GatedElement } from './submit-gate.js';
import type { MadeToken } from './token-state.js';

/** An element's part in its form: one selector of each element makes it from the state. */
export interface FormPartValue {
  /** What a submit means to the element, if it takes part. */
  readonly demand: Demand;
  /** The token of the open attempt. */
  readonly token?: MadeToken | undefined;
  /** A card is chosen, or typed, to pay with. */
  readonly isChosen?: boolean;
  /** The card is to be saved: a new one, after the payment. */
  readonly saveCard?: boolean;
  /** What is known to be missing, for the browser's check of the form. */
  readonly problem?: { readonly flags: ValidityStateFlags; readonly message: string } | undefined;
  /** What the browser may keep for back and forward. */
  readonly restore: string;
}

/** What the form has to say to an element, as actions. */
export type FormAction =
  /** The form was submitted with the token. */
  | { readonly type: 'submitted' }
  /** A submit was stopped: it would have paid again. */
  | { readonly type: 'submit-blocked' }
  /** The form cannot be sent in this way. */
  | { readonly type: 'submit-refused'; readonly error: MpError }
  /** The page came back from the back/forward cache. */
  | { readonly type: 'page-restored' };

/** Where the focus goes when a submit failed. */
export type CorrectionTarget = 'correction';

/** What differs between the elements. */
export interface FormPartSource<State, Action> {
  value(state: State): FormPartValue;
  /** Prefix of the entries: `name[token]`. */
  name(): string;
  /** The element in the shadow tree at which the browser shows its message. */
  anchor(): HTMLElement | undefined;
  /** The change makes it possible to submit again a form that was submitted: the shopper pays with something else. */
  reopens(change: Change<State, Action>): boolean;
  /**
   * Makes a token where one is needed.
   *
   * @throws MpError
   */
  prepare(): Promise<void>;
  /** The shop's page says that the payment was refused, and not why. */
  refused(): void;
}

const READ_EARLY =
  'The form was read while a card is chosen and no token is made. If that was a payment, call tokenize() first.';

/**
 * An element's part in the form around it: the entries of the open attempt, validity, and submits with a token. The same
 * for both elements; what differs is in the value.
 */
export class FormPart<State, Action> implements Feature<State, Action>, GatedElement {
  readonly #gate = new SubmitGate(this);
  readonly #context: FeatureContext<State, Action | FormAction, CorrectionTarget>;
  readonly #source: FormPartSource<State, Action>;
  readonly #controls: EntryControls;
  #isVisible = false;
  #wasActive = false;
  #isWithheld = false;
  /** The page may hide or disable the element meanwhile, to show progress: it takes part all the same. */
  #isKept = false;
  /** In this turn a submit button was pressed while the element took part: the page's own handler may hide it. */
  #isPressed = false;
  #isPreparing = false;
  /** The entries are on their way to the shop: they are written again only for another submit. */
  #isSent = false;
  #restore: string | undefined;
  /** What `setValidity` was called with last. */
  #problem: FormPartValue['problem'];
  #anchor: HTMLElement | undefined;
  #hasWarned = false;
  /** The form was read while a token was missing; a check of `diagnose()`. */
  wasReadEarly = false;
  /** Why the form could not be sent last, for want of a way that carries a token. */
  refusal: MpError | undefined;

  constructor(
    context: FeatureContext<State, Action | FormAction, CorrectionTarget>,
    source: FormPartSource<State, Action>,
  ) {
    this.#context = context;
    this.#source = source;
    this.#controls = new EntryControls(context.host);
    this.#controls.removeCopies();
  }

  get element(): HTMLElement {
    return this.#context.host;
  }

  form(): HTMLFormElement | null {
    return this.#context.internals.form;
  }

  hostConnected(): void {
    this.#controls.removeCopies();
    this.#gate.connect();
    this.#look();
    this.writeEntries();
  }

  /** The attempt goes on only where the element is: its entries leave with it. */
  hostDisconnected(): void {
    this.#gate.disconnect();
    this.#isKept = false;
    this.#controls.write([]);
  }

  hostUpdated(): void {
    this.writeEntries();
    this.#validate();
    this.#warn();
  }

  changed(change: Change<State, Action>): void {
    if (this.#source.reopens(change)) this.#gate.reopen();
    this.writeEntries();
    this.#validate();
  }

  resized(): void {
    this.#look();
  }

  demand(): Demand {
    const isActive = this.#look();
    return isActive || this.#isKept || this.#isPressed ? this.#value.demand : 'none';
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
    try {
      const clash = this.#value.demand === 'token' ? this.#clashes.blocking() : undefined;
      const message = versionClash() ?? (clash && clashMessage(clash));
      if (message) throw new MpError('configuration', message);
      await this.#source.prepare();
      if (this.isPrepared()) return true;
      throw new MpError('aborted', 'The token was given up before the form could be sent.');
    } catch (cause) {
      this.#isKept = false;
      this.refuse(asMpError(cause) ?? new MpError('token-refused', 'No token was made.', { cause }));
      return false;
    } finally {
      this.#isPreparing = false;
    }
  }

  /** A page that waits behind an overlay learns that nothing was sent. */
  refuse(error: MpError): void {
    if (error.code === 'configuration' && !isReported(error)) {
      this.refusal = error;
      console.error(`mp-saved-cards: ${error.message}`);
    }
    const { host, store, focus } = this.#context;
    // No listener of the page would get the event of an element that was replaced meanwhile.
    const target = host.isConnected ? host : document;
    if (!isReported(error)) target.dispatchEvent(new CardErrorEvent(error, 'token'));
    store.dispatch({ type: 'submit-refused', error });
    if (error.code !== 'aborted' || this.#value.demand === 'stop') focus('correction');
  }

  give(): void {
    this.#isKept = true;
    this.#isSent = this.#isWithheld = false;
    this.writeEntries();
  }

  submitted(isSent: boolean): void {
    this.#context.store.dispatch({ type: 'submitted' });
    // What left with the page must not be kept with it.
    this.#isSent = isSent;
    this.writeEntries();
  }

  blocked(): void {
    this.#context.store.dispatch({ type: 'submit-blocked' });
  }

  refused(): void {
    this.#source.refused();
  }

  /** The page may have hidden the element in a way that causes no event. */
  pressed(): void {
    this.#isPressed = this.#look();
    setTimeout(() => (this.#isPressed = false));
    this.#warn();
    this.#context.submitPressed();
  }

  acted(): void {
    // Whoever acts while the page shows progress has not chosen another way to pay.
    if (!this.#isKept || this.#isPreparing || !this.#look()) return;
    this.#isKept = false;
    this.writeEntries();
  }

  withhold(isWithheld: boolean): void {
    this.#isWithheld = isWithheld;
    this.writeEntries();
  }

  supply(formData: FormData, isWanted: boolean): void {
    const demand = this.demand();
    for (const [name, value] of this.#entries()) {
      if (!isWanted) formData.delete(name);
      else if (formData.getAll(name).length !== 1 || formData.get(name) !== value) formData.set(name, value);
    }
    const { token, isChosen } = this.#value;
    const isEarly = !this.#isWithheld && !this.#isSent && !token && isChosen && demand === 'token';
    if (!isWanted || !isEarly || this.wasReadEarly) return;
    this.wasReadEarly = true;
    console.warn(`mp-saved-cards: ${READ_EARLY}`);
  }

  restored(): void {
    this.#context.store.dispatch({ type: 'page-restored' });
  }

  /** The form may be submitted again: the page reported an outcome, or reset the element. */
  reopen(): void {
    this.#gate.reopen();
  }

  /** The entries are controls of the form, which every reader sees; the element itself posts nothing. */
  writeEntries(): void {
    const { host, internals } = this.#context;
    const { restore, token } = this.#value;
    if (!token && !this.#isPreparing) this.#isKept = false;
    if (host.isConnected) this.#controls.write(this.#entries());
    if (restore !== this.#restore) internals.setFormValue?.(null, (this.#restore = restore));
  }

  /** The form says that it is sent by GET: the token would be in the address, unless a script prevents the submit. */
  get saysGet(): boolean {
    const form = this.form();
    return form !== null && Element.prototype.hasAttribute.call(form, 'method') && methodOf(form, null) === 'get';
  }

  /** A name that the form has already, in a control of the page or in a second element of ours. */
  get clash(): string | undefined {
    return this.#isActive && this.#value.demand !== 'none' ? this.#clashes.any() : undefined;
  }

  get #value(): FormPartValue {
    return this.#source.value(this.#context.store.state);
  }

  get #isActive(): boolean {
    return this.#isVisible && !this.#context.isDisabled();
  }

  get #clashes(): NameClashes {
    return new NameClashes(this.#context.host, this.form(), this.#source.name());
  }

  /** Reads whether the element takes part, which may change without an event; entries and validity follow. */
  #look(): boolean {
    const wasActive = this.#wasActive;
    this.#isVisible = this.#context.isReachable();
    this.#wasActive = this.#isActive;
    if (this.#wasActive !== wasActive) {
      this.writeEntries();
      this.#validate();
    }
    return this.#wasActive;
  }

  #validate(): void {
    const { internals } = this.#context;
    const problem = this.#isActive ? this.#value.problem : undefined;
    const anchor = problem && this.#source.anchor();
    if (isSameProblem(problem, this.#problem) && anchor === this.#anchor) return;
    this.#problem = problem;
    this.#anchor = anchor;
    if (problem) internals.setValidity(problem.flags, problem.message, anchor);
    else internals.setValidity({});
  }

  #entries(): FormEntry[] {
    const { token, saveCard = false } = this.#value;
    const takesPart = this.#isKept || this.#isPressed || this.#isActive;
    if (!token || this.#isWithheld || this.#isSent || !takesPart) return [];
    const more = { save_token: saveCard && token.saveToken, device_id: token.deviceId };
    const entries = [...tokenFormEntries({ ...token.detail, saveCard }), ...Object.entries(more)];
    return entries
      .filter((entry): entry is [string, string] => Boolean(entry[1]))
      .map(([key, value]) => [entryName(this.#source.name(), key), value]);
  }

  #warn(): void {
    const clash = this.#hasWarned ? undefined : this.clash;
    if (!clash) return;
    this.#hasWarned = true;
    console.warn(`mp-saved-cards: ${clashMessage(clash)}`);
  }
}

type Problem = FormPartValue['problem'];

/** Compares by value. */
const isSameProblem = (one: Problem, other: Problem): boolean =>
  one?.message === other?.message && JSON.stringify(one?.flags) === JSON.stringify(other?.flags);
