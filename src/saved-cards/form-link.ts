import { tokenFormEntries, type TokenDetail } from '../card/token-detail.js';
import { FormEntries, type FormEntry } from '../core/form-entries.js';
import { SubmitGate } from '../core/submit-gate.js';
import type { Messages } from '../i18n/messages.js';
import { codeProblem, isComplete, isUsable, missingChoice } from './derived.js';
import { type State } from './state.js';

/** What the form needs to know of the element. */
export interface FormLinkHost {
  /** `name` is the prefix of the form entries, `name[token]`. */
  readonly element: HTMLElement & { readonly name: string; readonly required: boolean };
  readonly internals: ElementInternals;
  state(): State;
  messages(): Messages;
  /** False while the element takes no part: disabled, or in a hidden part of the page. */
  isActive(): boolean;
  /** The shopper tries to send the form. */
  attempted(): void;
  /** The element in the shadow tree at which the browser shows its message. */
  anchor(): HTMLElement | undefined;
  prepareSubmit(): Promise<boolean>;
  dropToken(reason: 'submitted'): void;
  restored(): void;
}

/** The element's part in the form around it: entries, validity, and one submit with a token. */
export class FormLink {
  readonly #host: FormLinkHost;
  readonly gate: SubmitGate;
  readonly entries: FormEntries;

  constructor(host: FormLinkHost) {
    this.#host = host;
    this.gate = new SubmitGate({
      element: host.element,
      form: () => host.internals.form,
      isConcerned: (isUnchecked) =>
        host.isActive() && this.#needsToken() && (!isUnchecked || this.#held !== undefined || isComplete(host.state())),
      isPrepared: () => this.#held !== undefined || !this.#needsToken(),
      pressed: () => this.#pressed(),
      prepareSubmit: () => host.prepareSubmit(),
      entries: () => this.entries.named(this.#entries),
      tokenLeft: () => host.dropToken('submitted'),
      restored: () => host.restored(),
    });
    const { element, internals } = host;
    this.entries = new FormEntries({
      element,
      internals,
      name: () => element.name,
      isPaying: () => host.isActive(),
    });
  }

  /** A held token is in the form; without one there are no entries. Only the card's id is kept for back and forward. */
  syncEntries(): void {
    const state = this.#host.state();
    const entries = this.#host.isActive() ? this.#entries : [];
    this.entries.set(entries, state.status === 'shown' ? (state.chosen?.id ?? '') : '');
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
    const state = this.#host.state();
    const problem = this.#host.isActive() ? this.#problem() : undefined;
    if (!problem) return internals.setValidity({});
    const length = (state.status === 'shown' && state.chosen?.securityCode.length) || 3;
    const message = problem === 'no-card' ? messages[missingChoice(state, new Date())] : messages.enterCode(length);
    const flags = problem === 'incomplete' ? { tooShort: true } : { valueMissing: true };
    internals.setValidity(flags, message, this.#host.anchor());
  }

  get #entries(): FormEntry[] {
    return this.#held ? tokenFormEntries(this.#held) : [];
  }

  get #held(): TokenDetail | undefined {
    const state = this.#host.state();
    return state.status === 'shown' && state.token.status === 'held' ? state.token.detail : undefined;
  }

  #needsToken(): boolean {
    const state = this.#host.state();
    if (state.status === 'shown' && state.isOther) return false; // the form in the row has its own part in the form
    return (
      state.status === 'loading' || this.#host.element.required || (state.status === 'shown' && state.chosen !== null)
    );
  }

  #problem(): 'no-card' | 'missing' | 'incomplete' | undefined {
    const state = this.#host.state();
    if (state.status === 'shown' && state.isOther) return undefined;
    if (state.status === 'shown' && state.chosen) {
      return isUsable(state, state.chosen, new Date()) ? codeProblem(state) : 'no-card';
    }
    return this.#host.element.required && state.status !== 'loading' ? 'no-card' : undefined;
  }
}
