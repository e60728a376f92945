import { tokenFormEntries } from '../card/token-detail.js';
import type { Messages } from '../i18n/messages.js';
import { FormEntries, type FormEntry } from '../core/form-entries.js';
import { SubmitGate } from '../core/submit-gate.js';
import { isComplete, problemOf, wrongFields } from './fields.js';
import type { Settings } from './settings.js';
import type { Open, State } from './state.js';
import { problemMessage } from './words.js';

/** What the form needs to know of the element. */
export interface FormLinkHost {
  readonly element: HTMLElement;
  readonly internals: ElementInternals;
  state(): State;
  settings(): Settings;
  messages(): Messages;
  /** False while the element takes no part: disabled, or in a hidden part of the page. */
  isActive(): boolean;
  /** Something was typed that would be lost with the page. */
  hasTyped(): boolean;
  /** The shopper tries to send the form. */
  attempted(): void;
  /** The element in the shadow tree at which the browser shows its message. */
  anchor(): HTMLElement | undefined;
  /** A token for the payment; false when there is none. */
  prepareSubmit(): Promise<boolean>;
  /** Says that the card is to be saved first. */
  refuseSubmit(): void;
  dropToken(reason: 'submitted'): void;
  restored(): void;
}

/** The element's part in the form around it: entries, validity, and one submit with a token. A closed one takes none. */
export class FormLink {
  readonly #host: FormLinkHost;
  readonly gate: SubmitGate;
  readonly entries: FormEntries;

  constructor(host: FormLinkHost) {
    this.#host = host;
    const { element, internals } = host;
    this.entries = new FormEntries({
      element,
      internals,
      name: () => host.settings().name,
      isPaying: () => host.settings().intent === 'pay' && host.isActive(),
    });
    this.gate = new SubmitGate({
      element,
      form: () => internals.form,
      isConcerned: (isUnchecked) =>
        isUnchecked
          ? this.#isPaying !== undefined && (this.#isHeld || isComplete(host.state()))
          : this.#isPaying !== undefined || this.#isUnsaved,
      isStop: () => this.#isUnsaved,
      isPrepared: () => this.#isHeld,
      pressed: () => this.#pressed(),
      prepareSubmit: () => this.#prepareSubmit(),
      entries: () => this.entries.named(this.#entries),
      tokenLeft: () => host.dropToken('submitted'),
      restored: () => host.restored(),
    });
  }

  /** A held token is in the form; without one there are no entries, and nothing is kept for back and forward. */
  syncEntries(): void {
    this.entries.set(this.#isPaying ? this.#entries : [], '');
  }

  /** The page may have hidden the element in a way that nobody is told of. */
  #pressed(): void {
    this.syncEntries();
    this.syncValidity();
    this.#host.attempted();
  }

  /** Blocks a submit only on what is known; `createCardToken` judges the rest. */
  syncValidity(): void {
    const { internals } = this.#host;
    const messages = this.#host.messages();
    const open = this.#isPaying;
    const field = open && wrongFields(open)[0];
    if (this.#isUnsaved) internals.setValidity({ customError: true }, messages.saveFirst, this.#host.anchor());
    else if (!open || !field) internals.setValidity({});
    else {
      const flags = problemOf(open, field) === 'missing' ? { valueMissing: true } : { badInput: true };
      internals.setValidity(flags, problemMessage(messages, open, field), this.#host.anchor());
    }
  }

  /** The open form, when the page pays with it. */
  get #isPaying(): Open | undefined {
    return this.#host.isActive() ? this.#open : undefined;
  }

  get #open(): Open | undefined {
    const state = this.#host.state();
    return state.status === 'open' && this.#host.settings().intent === 'pay' ? state : undefined;
  }

  get #entries(): FormEntry[] {
    const open = this.#open;
    if (open?.work.status !== 'held') return [];
    const { detail, saveToken } = open.work;
    const { saveCard } = open.typed; // the box may have been ticked since
    const entries: FormEntry[] = tokenFormEntries({ ...detail, saveCard });
    return saveCard && saveToken ? [...entries, ['save_token', saveToken]] : entries;
  }

  get #isHeld(): boolean {
    return this.#open?.work.status === 'held';
  }

  /** A card was typed that is to be saved, and is not yet. */
  get #isUnsaved(): boolean {
    return this.#host.settings().intent === 'save' && this.#host.isActive() && this.#host.hasTyped();
  }

  async #prepareSubmit(): Promise<boolean> {
    if (!this.#isUnsaved) return this.#host.prepareSubmit();
    this.#host.refuseSubmit();
    return false;
  }
}
