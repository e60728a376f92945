/** What the gate asks of its element. */
export interface SubmitGateHost {
  readonly element: HTMLElement;
  form(): HTMLFormElement | null;
  /** True when a submit of the form must wait for a token. */
  isConcerned(): boolean;
  /** Puts the token into the form value; false when the submit must stop (the shopper has been told why). */
  prepareSubmit(): Promise<boolean>;
  /** Adds the entry of a button that was disabled meanwhile and would not be sent. */
  addEntry(name: string, value: string): void;
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
  #isPreparing = false;
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
    target.addEventListener('input', (event) => this.#handleInput(event), { signal });
    window.addEventListener('pageshow', (event) => this.#handlePageShow(event), { signal });
  }

  disconnect(): void {
    this.#connection?.abort();
  }

  /** After a payment that failed, or a change by the shopper, the form may be submitted again. */
  reopen(): void {
    this.#isPaid = false;
  }

  #handleInput(event: Event): void {
    if ((event.target as Element).closest?.('form') === this.#host.form()) this.reopen();
  }

  #handlePageShow(event: PageTransitionEvent): void {
    this.reopen();
    if (event.persisted) this.#host.restored();
  }

  #handleSubmit(event: SubmitEvent): void {
    const form = this.#host.form();
    if (!form || event.target !== form) return;
    if (passing.has(form)) return void passing.set(form, event);
    if (event.defaultPrevented || !this.#host.isConcerned()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A second click while the token is made, or while the browser is still on its way to the shop, must not pay twice.
    if (!this.#isPreparing && !this.#isPaid) void this.#prepare(form, event.submitter);
  }

  async #prepare(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    this.#isPreparing = true;
    const isPrepared = await this.#host.prepareSubmit();
    this.#isPreparing = false;
    if (isPrepared && this.#host.form() === form) this.#pass(form, submitter);
  }

  #pass(form: HTMLFormElement, submitter: HTMLElement | null): void {
    const button = submitter as HTMLButtonElement | null;
    const isUsable = button?.isConnected && button.form === form;
    if (isUsable && button.matches(':disabled') && button.name) this.#host.addEntry(button.name, button.value);

    passing.set(form, undefined);
    form.requestSubmit(isUsable ? button : null);
    const submit = passing.get(form);
    passing.delete(form);

    if (!submit) return; // another field of the form is not valid: the token waits
    const method = (isUsable && button.formMethod) || form.method;
    this.#isPaid = !submit.defaultPrevented && method !== 'dialog';
    this.#host.tokenLeft();
  }
}
