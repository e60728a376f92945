import { tokenFormEntries } from '../card/token-detail.js';
import { MpError, asMpError } from '../errors.js';
import { versionClash } from '../page-record.js';
import { EntryControls, isEntryControl, type FormEntry } from './entry-controls.js';
import { CardErrorEvent } from './events.js';
import { controlsOf, methodOf } from './form-members.js';
import type { Demand } from './form-sends.js';
import { isReported } from './report-error.js';
import { SubmitGate, type GatedElement } from './submit-gate.js';
import type { HeldToken } from './token-state.js';

/** An element's part in its form, a value of its state. */
export interface FormPartValue {
  /** What a submit means to the element, if it is active. */
  readonly demand: Demand;
  /** The token of the open attempt. */
  readonly held?: HeldToken | undefined;
  /** A card is chosen, or typed, to pay with. */
  readonly isChosen?: boolean;
  /** The card is to be kept: a new one, after the payment. */
  readonly saveCard?: boolean;
  /** What is known to be missing, for the browser's check of the form. */
  readonly problem?: { readonly flags: ValidityStateFlags; readonly message: string } | undefined;
  /** What the browser may keep for back and forward. */
  readonly restore: string;
}

export interface FormPartHost {
  readonly element: HTMLElement & { readonly isUpdatePending: boolean };
  readonly internals: ElementInternals;
  value(): FormPartValue;
  /** Prefix of the entries: `name[token]`. */
  name(): string;
  /** False while the element takes no part: disabled, or in a hidden part of the page. */
  isActive(): boolean;
  /** The element in the shadow tree at which the browser shows its message. */
  anchor(): HTMLElement | undefined;
  /** The shopper tries to send the form. */
  attempted(): void;
  /**
   * Sees to it that there is a token, where one is needed.
   *
   * @throws MpError
   */
  prepare(): Promise<void>;
  /** No token was made, or the form cannot be sent in this way. */
  failed(error: MpError): void | Promise<void>;
  submitted(): void;
  heldBack(): void;
  /** The shop says that the payment was refused, and not why. */
  refused(): void;
  restored(): void;
}

/** Every name under which our elements post something. */
const NAMES =
  'token card_id payment_method_id payment_type_id issuer_id installments save_card save_token device_id'.split(' ');

const READ_EARLY =
  'The form was read while a card is chosen and no token is made. If that was a payment, call tokenize() first.';

export const clashMessage = (name: string): string =>
  `The form has a control "${name}" already. Give the element a name, name="card" for instance.`;

/** A control of the form: of the page, or an element of ours. */
type Control = Element & { readonly name?: string; readonly mode?: string; readonly intent?: string };

/** An element of ours that posts a token of its own; a form in a list's slot posts in the list's place. */
const pays = ({ mode, intent, slot }: Control): boolean => mode === 'pay' || (intent === 'pay' && !slot);

/**
 * An element's part in the form around it: the entries of the open attempt, validity, and submits with a token. The same
 * for both elements; what differs is in the value.
 */
export class FormPart implements GatedElement {
  readonly gate = new SubmitGate(this);
  readonly #host: FormPartHost;
  readonly #controls: EntryControls;
  #isWithheld = false;
  /** The page may hide or disable the element meanwhile, to show progress: it takes part all the same. */
  #isKept = false;
  /** In this turn a submit button was pressed while the element took part: the page's own handler may hide it. */
  #isPressed = false;
  #isPreparing = false;
  /** The entries are on their way to the shop: they are written again only for another submit. */
  #isSent = false;
  #restore: string | undefined;
  #hasWarned = false;
  /** The form was read while a token was missing; a check of `diagnose()`. */
  wasReadEarly = false;
  /** Why the form could not be sent last, for want of a way that carries a token. */
  refusal: MpError | undefined;

  constructor(host: FormPartHost) {
    this.#host = host;
    this.#controls = new EntryControls(host.element);
    this.#controls.removeCopies();
  }

  get element(): HTMLElement {
    return this.#host.element;
  }

  form(): HTMLFormElement | null {
    return this.#host.internals.form;
  }

  connect(): void {
    this.#controls.removeCopies();
    this.gate.connect();
    this.syncEntries();
  }

  /** The attempt goes on only where the element is: its entries leave with it. */
  disconnect(): void {
    this.gate.disconnect();
    this.#isKept = false;
    this.#controls.write([]);
  }

  demand(): Demand {
    return this.#takesPart ? this.#host.value().demand : 'none';
  }

  isPrepared(): boolean {
    const { demand, held, saveCard } = this.#host.value();
    if (demand === 'stop') return false;
    if (demand !== 'token') return true;
    return (
      held !== undefined && Date.parse(held.detail.expiresAt) > Date.now() && !(saveCard && held.saveToken === null)
    );
  }

  /** False while the page has just set properties: what is prepared may be of the ones before. */
  isSettled(): boolean {
    return !this.#host.element.isUpdatePending;
  }

  async prepare(): Promise<boolean> {
    this.#isKept = this.#isPreparing = true;
    try {
      const isPaying = this.#host.value().demand === 'token';
      const clash = isPaying ? (this.#pageClash() ?? this.#mixedClash()) : undefined;
      const message = versionClash() ?? (clash && clashMessage(clash));
      if (message) throw new MpError('configuration', message);
      await this.#host.prepare();
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
    // An element that was replaced meanwhile is heard by nobody.
    const { element } = this.#host;
    if (!isReported(error))
      (element.isConnected ? element : document).dispatchEvent(new CardErrorEvent(error, 'token'));
    void this.#host.failed(error);
  }

  give(): void {
    this.#isKept = true;
    this.#isSent = this.#isWithheld = false;
    this.syncEntries();
  }

  submitted(isSent: boolean): void {
    this.#host.submitted();
    // What left with the page must not be kept with it.
    this.#isSent = isSent;
    this.syncEntries();
  }

  heldBack(): void {
    this.#host.heldBack();
  }

  refused(): void {
    this.#host.refused();
  }

  /** The page may have hidden the element in a way that causes no event. */
  pressed(): void {
    this.#isPressed = this.#host.isActive();
    setTimeout(() => (this.#isPressed = false));
    this.sync();
    this.#host.attempted();
  }

  acted(): void {
    // Whoever acts while the page shows progress has not chosen another way to pay.
    if (!this.#isKept || this.#isPreparing || !this.#host.isActive()) return;
    this.#isKept = false;
    this.syncEntries();
  }

  withhold(isWithheld: boolean): void {
    this.#isWithheld = isWithheld;
    this.syncEntries();
  }

  supply(formData: FormData, isWanted: boolean): void {
    for (const [name, value] of this.#entries()) {
      if (!isWanted) formData.delete(name);
      else if (formData.getAll(name).length !== 1 || formData.get(name) !== value) formData.set(name, value);
    }
    const { held, isChosen } = this.#host.value();
    const isEarly = !this.#isWithheld && !this.#isSent && !held && isChosen && this.demand() === 'token';
    if (!isWanted || !isEarly || this.wasReadEarly) return;
    this.wasReadEarly = true;
    console.warn(`mp-saved-cards: ${READ_EARLY}`);
  }

  restored(): void {
    this.#host.restored();
  }

  sync(): void {
    this.syncEntries();
    this.#warn();
    const { internals } = this.#host;
    const problem = this.#host.isActive() ? this.#host.value().problem : undefined;
    if (problem) internals.setValidity(problem.flags, problem.message, this.#host.anchor());
    else internals.setValidity({});
  }

  /** The entries are controls of the form, which every reader sees; the element itself posts nothing. */
  syncEntries(): void {
    const { element, internals } = this.#host;
    const { restore, held } = this.#host.value();
    if (!held && !this.#isPreparing) this.#isKept = false;
    const entries = this.#entries();
    if (element.isConnected) this.#controls.write(entries);
    if (restore !== this.#restore) internals.setFormValue?.(null, (this.#restore = restore));
  }

  /** The form says that it is sent by GET: the token would be in the address, unless a script prevents the submit. */
  get saysGet(): boolean {
    const form = this.form();
    return form !== null && Element.prototype.hasAttribute.call(form, 'method') && methodOf(form, null) === 'get';
  }

  /** A name that the form has already, in a control of the page or in a second element of ours. */
  get clash(): string | undefined {
    return this.#host.isActive() && this.#host.value().demand !== 'none'
      ? (this.#pageClash() ?? this.#twinClash())
      : undefined;
  }

  get #takesPart(): boolean {
    return this.#isKept || this.#isPressed || this.#host.isActive();
  }

  #entries(): FormEntry[] {
    const { held, saveCard = false } = this.#host.value();
    if (!held || this.#isWithheld || this.#isSent || !this.#takesPart) return [];
    const more = { save_token: saveCard && held.saveToken, device_id: held.deviceId };
    const entries = [...tokenFormEntries({ ...held.detail, saveCard }), ...Object.entries(more)];
    return entries
      .filter((entry): entry is [string, string] => Boolean(entry[1]))
      .map(([key, value]) => [this.#named(key), value]);
  }

  #named(key: string): string {
    const name = this.#host.name();
    return name ? `${name}[${key}]` : key;
  }

  #pageClash(): string | undefined {
    const form = this.form();
    const names = NAMES.map((key) => this.#named(key));
    const controls = form ? ([...controlsOf(form)] as Control[]) : [];
    return controls.find(
      (control) => names.includes(control.name ?? '') && !isEntryControl(control) && !isOurs(control),
    )?.name;
  }

  /** A list and a form for a new card under the same names: the card of one would be posted with the token of the other. */
  #mixedClash(): string | undefined {
    return this.#twinClash(({ localName }) => localName !== this.#host.element.localName);
  }

  #twinClash(isMeant: (twin: Element) => boolean = () => true): string | undefined {
    const { element } = this.#host;
    const form = this.form();
    const name = this.#host.name();
    const controls = form ? ([...controlsOf(form)] as Control[]) : [];
    const hasTwin = controls.some(
      (control) =>
        pays(control) &&
        isMeant(control) &&
        control.name === name &&
        !control.contains(element) &&
        control.checkVisibility?.() !== false,
    );
    return hasTwin ? name || 'token' : undefined;
  }

  #warn(): void {
    const clash = this.#hasWarned ? undefined : this.clash;
    if (!clash) return;
    this.#hasWarned = true;
    console.warn(`mp-saved-cards: ${clashMessage(clash)}`);
  }
}

const isOurs = (control: Element): boolean => 'publicKey' in control;
