import type { FormEntry } from './form-entries.js';

/** What the gate asks of its element. */
export interface SubmitGateHost {
  readonly element: HTMLElement;
  form(): HTMLFormElement | null;
  /**
   * True when a submit of the form must wait for a token. `isUnchecked`: a button with `formnovalidate` was pressed, which
   * takes the form as it is and asks nothing of the shopper.
   */
  isConcerned(isUnchecked: boolean): boolean;
  /** A button that submits the form was pressed; the browser's check of the form follows. */
  pressed?(): void;
  /** True when the element has no token to give and only stops the submit: it is asked before any token is made. */
  isStop?(): boolean;
  /** Puts the token into the form value; false when the submit must stop (the shopper has been told why). */
  prepareSubmit(): Promise<boolean>;
  /** False when what was prepared is gone, because the shopper changed it while another element of the form was asked. */
  isPrepared?(): boolean;
  /** What was prepared, under the names that it has in the form. */
  entries?(): readonly FormEntry[];
  /** The token left with a submit event and must not leave with another. */
  tokenLeft(): void;
  /** The page came back from the back/forward cache. */
  restored(): void;
}

/** What all gates of one form know together. */
interface FormState {
  /** The submit that waits for its tokens. */
  pending?: SubmitEvent | undefined;
  /** A submit went on to the shop. */
  isPaid?: boolean;
  isPassing?: boolean;
  /** The event that passing caused, once it came. */
  passed?: SubmitEvent | undefined;
}

interface Page {
  readonly hosts: Set<SubmitGateHost>;
  readonly forms: WeakMap<HTMLFormElement, FormState>;
}

/** Under one symbol, so that the elements of two copies of this package hold one submit together. */
const KEY = Symbol.for('mp-saved-cards.submit-gates');

const page = (): Page => ((globalThis as { [KEY]?: Page })[KEY] ??= { hosts: new Set(), forms: new WeakMap() });

function stateOf(form: HTMLFormElement): FormState {
  const { forms } = page();
  const state = forms.get(form) ?? {};
  forms.set(form, state);
  return state;
}

/**
 * Lets every other listener of the page see exactly one submit event, with the tokens of all our elements in the form. A
 * submit is caught in the capture phase on `window` (on the form's root when that is a shadow root, which `submit` does not
 * leave), held until the tokens are there, and then submitted again with the same button. A listener on the form itself
 * would come too late: earlier ones would see a submit without a token.
 */
export class SubmitGate {
  readonly #host: SubmitGateHost;
  #connection: AbortController | undefined;

  constructor(host: SubmitGateHost) {
    this.#host = host;
  }

  connect(): void {
    const connection = (this.#connection = new AbortController());
    const { signal } = connection;
    const root = this.#host.element.getRootNode();
    const target: EventTarget = root instanceof ShadowRoot ? root : window;
    page().hosts.add(this.#host);
    target.addEventListener('submit', (event) => this.#handleSubmit(event as SubmitEvent), { capture: true, signal });
    target.addEventListener('click', (event) => this.#handleClick(event), { capture: true, signal });
    target.addEventListener('input', (event) => this.#handleInput(event), { capture: true, signal });
    window.addEventListener('pageshow', (event) => this.#handlePageShow(event), { signal });
  }

  disconnect(): void {
    page().hosts.delete(this.#host);
    this.#connection?.abort();
  }

  /** After a payment that failed, or a change by the shopper, the form may be submitted again. */
  reopen(): void {
    const form = this.#host.form();
    if (form) stateOf(form).isPaid = false;
  }

  #handleInput({ target }: Event): void {
    const control = target as HTMLInputElement;
    if ((control.form ?? control.closest?.('form')) === this.#host.form()) this.reopen();
  }

  #handleClick(event: Event): void {
    const button = (event.composedPath()[0] as Element).closest?.<HTMLButtonElement>('button, input');
    const form = this.#host.form();
    if (form && button?.form === form && /^(submit|image)$/.test(button.type)) this.#host.pressed?.();
  }

  #handlePageShow(event: PageTransitionEvent): void {
    // A page that is shown for the first time may already be on its way to the shop.
    if (!event.persisted) return;
    this.reopen();
    const form = this.#host.form();
    if (form) stateOf(form).pending = undefined;
    this.#host.restored();
  }

  /** The first gate of the form that hears a submit acts for all of them. */
  #handleSubmit(event: SubmitEvent): void {
    const form = this.#host.form();
    if (!form || event.target !== form) return;
    const state = stateOf(form);
    if (state.isPassing) return void (state.passed = event);
    const isUnchecked = (event.submitter as HTMLButtonElement | null)?.formNoValidate ?? false;
    const isConcerned = hostsOf(form).some((host) => host.isConcerned(isUnchecked));
    if (event.defaultPrevented || !isConcerned) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A second click while the tokens are made, or while the browser is still on its way to the shop, must not pay twice.
    if (!state.pending && !state.isPaid) void hold(form, state, event, isUnchecked);
  }
}

const hostsOf = (form: HTMLFormElement): SubmitGateHost[] => [...page().hosts].filter((host) => host.form() === form);

async function hold(form: HTMLFormElement, state: FormState, event: SubmitEvent, isUnchecked: boolean): Promise<void> {
  state.pending = event;
  try {
    const prepared = await prepareAll(form, isUnchecked);
    const isAwaited = state.pending === event; // not when the shopper left the page and came back
    if (prepared && isAwaited) pass(form, state, event.submitter as HTMLButtonElement | null, prepared);
  } finally {
    if (state.pending === event) state.pending = undefined;
  }
}

/** Asks one element after the other, also one that comes into the form meanwhile: they share the fields of Mercado Pago. */
async function prepareAll(form: HTMLFormElement, isUnchecked: boolean): Promise<Set<SubmitGateHost> | undefined> {
  const prepared = new Set<SubmitGateHost>();
  for (;;) {
    const open = hostsOf(form).filter((host) => !prepared.has(host) && host.isConcerned(isUnchecked));
    const host = open.find((each) => each.isStop?.()) ?? open[0];
    if (!host) break;
    if (!(await host.prepareSubmit())) return undefined;
    prepared.add(host);
  }
  return [...prepared].every((host) => host.form() === form && (host.isPrepared?.() ?? true)) ? prepared : undefined;
}

function pass(
  form: HTMLFormElement,
  state: FormState,
  button: HTMLButtonElement | null,
  prepared: ReadonlySet<SubmitGateHost>,
): void {
  // What shows progress may have disabled the button meanwhile, or hidden our element: the browser leaves out both.
  const addEntries = ({ formData }: FormDataEvent) => {
    if (button?.name && button.form === form && button.matches(':disabled')) formData.append(button.name, button.value);
    for (const host of prepared) {
      const isLeftOut = ([name]: FormEntry) => !formData.has(name);
      for (const [name, value] of host.entries?.().filter(isLeftOut) ?? []) formData.append(name, value);
    }
  };
  form.addEventListener('formdata', addEntries);
  state.isPassing = true;
  try {
    form.requestSubmit(button);
  } catch {
    form.requestSubmit(); // the button has left the form, or is no submit button any more
  }
  form.removeEventListener('formdata', addEntries);
  const { passed } = state;
  state.isPassing = false;
  state.passed = undefined;

  if (!passed) return; // another field of the form is not valid: the tokens wait
  const { submitter } = passed;
  const method = (submitter as HTMLButtonElement | null)?.formMethod || form.method;
  state.isPaid = !passed.defaultPrevented && method !== 'dialog';
  for (const host of hostsOf(form)) host.tokenLeft();
}
