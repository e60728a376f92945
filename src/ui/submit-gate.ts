/** What the gate asks of its element. */
export interface SubmitGateHost {
  readonly element: HTMLElement;
  form(): HTMLFormElement | null;
  /** True when a submit of the form must wait for a token. */
  isConcerned(): boolean;
  /** Puts the token into the form value; false when the submit must stop (the shopper has been told why). */
  prepareSubmit(): Promise<boolean>;
  /** The token left with a submit event and must not leave with another. */
  tokenLeft(): void;
  /** The page came back from the back/forward cache. */
  restored(): void;
}

/** Forms that a gate is just submitting, each with the event that this caused, once it came. */
const passing = new Map<HTMLFormElement, SubmitEvent | undefined>();

/**
 * Lets every other listener of the page see exactly one submit event, with a token. A submit is caught in the capture phase
 * on `window` (on the form's root when that is a shadow root, which `submit` does not leave), held until the token is there,
 * and then submitted again with the same button. A listener on the form itself would come too late: earlier ones would see
 * a submit without a token.
 */
export class SubmitGate {
  readonly #host: SubmitGateHost;
  #connection: AbortController | undefined;
  /** The submit that waits for its token. */
  #pending: SubmitEvent | undefined;
  #isPaid = false;

  constructor(host: SubmitGateHost) {
    this.#host = host;
  }

  connect(): void {
    const connection = (this.#connection = new AbortController());
    const { signal } = connection;
    const root = this.#host.element.getRootNode();
    const target: EventTarget = root instanceof ShadowRoot ? root : window;
    target.addEventListener('submit', (event) => this.#handleSubmit(event as SubmitEvent), { capture: true, signal });
    target.addEventListener('input', (event) => this.#handleInput(event), { capture: true, signal });
    window.addEventListener('pageshow', (event) => this.#handlePageShow(event), { signal });
  }

  disconnect(): void {
    this.#connection?.abort();
  }

  /** After a payment that failed, or a change by the shopper, the form may be submitted again. */
  reopen(): void {
    this.#isPaid = false;
  }

  #handleInput({ target }: Event): void {
    const control = target as HTMLInputElement;
    if ((control.form ?? control.closest?.('form')) === this.#host.form()) this.reopen();
  }

  #handlePageShow(event: PageTransitionEvent): void {
    // A page that is shown for the first time may already be on its way to the shop.
    if (!event.persisted) return;
    this.reopen();
    this.#pending = undefined;
    this.#host.restored();
  }

  #handleSubmit(event: SubmitEvent): void {
    const form = this.#host.form();
    if (!form || event.target !== form) return;
    if (passing.has(form)) return void passing.set(form, event);
    if (event.defaultPrevented || !this.#host.isConcerned()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A second click while the token is made, or while the browser is still on its way to the shop, must not pay twice.
    if (!this.#pending && !this.#isPaid) void this.#prepare(form, event);
  }

  async #prepare(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
    this.#pending = event;
    try {
      const isPrepared = await this.#host.prepareSubmit();
      const isAwaited = this.#pending === event; // not when the shopper left the page and came back
      if (isPrepared && isAwaited && this.#host.form() === form) this.#pass(form, event.submitter as HTMLButtonElement);
    } finally {
      if (this.#pending === event) this.#pending = undefined;
    }
  }

  #pass(form: HTMLFormElement, button: HTMLButtonElement | null): void {
    // The browser leaves out the entry of a button that was disabled meanwhile.
    const addEntry = ({ formData }: FormDataEvent) => {
      if (button?.name && button.form === form && button.matches(':disabled'))
        formData.append(button.name, button.value);
    };
    form.addEventListener('formdata', addEntry);
    passing.set(form, undefined);
    try {
      form.requestSubmit(button);
    } catch {
      form.requestSubmit(); // the button has left the form, or is no submit button any more
    }
    form.removeEventListener('formdata', addEntry);
    const submit = passing.get(form);
    passing.delete(form);

    if (!submit) return; // another field of the form is not valid: the token waits
    const { submitter } = submit;
    const method = (submitter as HTMLButtonElement | null)?.formMethod || form.method;
    this.#isPaid = !submit.defaultPrevented && method !== 'dialog';
    this.#host.tokenLeft();
  }
}
