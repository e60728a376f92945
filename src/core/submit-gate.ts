import { controlsOf, eventRootOf, methodOf, requestSubmit } from './native-form.js';
import { isCollecting, join, leave, lookFor, send, stateOf, type FormMember, type Passing } from './form-sends.js';
import { watchScriptSubmits } from './script-submits.js';

/** What the gate needs of its element beside what all who send the form know of it. */
export interface GatedElement extends FormMember {
  /**
   * Something in the page was pressed: its own handler may hide the element, and send the form in this turn.
   *
   * @param isSubmit it was a button that submits the form; the browser's check of the form follows
   */
  pressed(isSubmit: boolean): void;
  /** Takes the entries out of the form for a while, and back: what is read now is no payment. */
  withhold(isWithheld: boolean): void;
  /** Makes form data contain the entries exactly once, or none of them. */
  supply(formData: FormData, isWanted: boolean): void;
  /** The shopper did something in the page: from now on a hidden element takes no part again. */
  acted(): void;
  /** The page came back from the back/forward cache. */
  restored(): void;
}

/** Events by which page libraries announce that they keep the page as markup. */
const SNAPSHOTS = ['turbo:before-cache', 'htmx:beforeHistorySave'];

const submitButton = (event: Event): HTMLButtonElement | undefined => {
  const button = (event.composedPath()[0] as Element).closest?.<HTMLButtonElement>('button, input');
  return button && /^(submit|image)$/.test(button.type) ? button : undefined;
};

/**
 * Lets every other listener of the page see exactly one submit event, with the tokens of all our elements in the form. A
 * submit is caught in the capture phase on `window` (on the form's root when that is a shadow root, which `submit` does not
 * leave), stopped until the tokens are there, and then submitted again with the same button. A listener on the form itself
 * would come too late: earlier ones would see a submit without a token.
 */
export class SubmitGate {
  readonly #element: GatedElement;
  #connection: AbortController | undefined;

  constructor(element: GatedElement) {
    this.#element = element;
  }

  connect(): void {
    this.disconnect();
    const { signal } = (this.#connection = new AbortController());
    const root = eventRootOf(this.#element.element);
    const on = (target: EventTarget, type: string, handle: (event: never) => void, capture = true) =>
      target.addEventListener(type, handle as (event: Event) => void, { capture, signal });
    join(this.#element);
    watchScriptSubmits();
    on(root, 'submit', (event: SubmitEvent) => this.#handleSubmit(event));
    on(root, 'invalid', ({ target }: Event) => this.#handleInvalid(target as Element));
    on(root, 'formdata', (event: FormDataEvent) => this.#handleFormData(event));
    on(root, 'click', (event: Event) => this.#handlePress(event));
    on(root, 'keydown', (event: KeyboardEvent) => {
      if (event.key === 'Enter') this.#handlePress(event);
    });
    on(root, 'input', () => this.#element.acted());
    on(window, 'load', watchScriptSubmits);
    on(document, 'DOMContentLoaded', watchScriptSubmits);
    for (const type of SNAPSHOTS) on(document, type, () => this.#withholdForNow());
    on(window, 'pagehide', () => this.#element.withhold(true));
    on(window, 'pageshow', (event: PageTransitionEvent) => this.#handlePageShow(event));
  }

  disconnect(): void {
    leave(this.#element);
    this.#connection?.abort();
  }

  /** After an outcome, a change by the shopper or a reset the form may be submitted again. */
  reopen(): void {
    const form = this.#element.form();
    if (form) stateOf(form).isSent = false;
  }

  #handlePress(event: Event): void {
    watchScriptSubmits();
    this.#element.acted();
    const form = this.#element.form();
    if (form && event.type === 'click') this.#element.pressed(submitButton(event)?.form === form);
    const button = submitButton(event);
    const isInForm = (event.composedPath()[0] as HTMLInputElement).form === form;
    if (!form || (event.type === 'click' ? button?.form !== form : !isInForm)) return;
    stateOf(form).isPressed = true;
    setTimeout(() => (stateOf(form).isPressed = false));
    if (event.type !== 'click') this.#element.checking();
  }

  #handleInvalid(control: Element): void {
    const form = this.#element.form();
    if (form && [...controlsOf(form)].includes(control)) stateOf(form).firstInvalid ??= control;
  }

  #handlePageShow(event: PageTransitionEvent): void {
    this.#element.withhold(false);
    // A page that is shown for the first time may already be on its way to the shop.
    if (!event.persisted) return;
    this.reopen();
    const form = this.#element.form();
    if (form) stateOf(form).pending = undefined;
    this.#element.restored();
  }

  /** The first gate of the form that gets a submit acts for all of them. */
  #handleSubmit(event: SubmitEvent): void {
    const form = this.#element.form();
    if (!form || event.target !== form) return;
    watchScriptSubmits();
    const state = stateOf(form);
    const submitter = event.submitter as HTMLButtonElement | null;
    if (state.passing) return void (state.passing.event ??= event);
    // "Save for later", "apply coupon": such a button pays nothing.
    if (submitter?.formNoValidate) {
      state.pending = undefined; // the shopper does not want to pay now
      return this.#withholdForNow();
    }
    if (event.defaultPrevented) return;
    const isPayment = lookFor(form, 'token', 'stop').length > 0;
    const isDialog = methodOf(form, submitter) === 'dialog';
    const paid = state.isPressed && !isPayment && !isDialog ? lookFor(form, 'paid') : [];
    if (!isPayment && paid.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const member of paid) member.blocked();
    if (isPayment) send(form, event.isTrusted ? () => submitAgain(form, submitter) : dispatchAgain(form, event), event);
  }

  #handleFormData({ target, formData }: FormDataEvent): void {
    const form = this.#element.form();
    if (!form || target !== form) return;
    const { passing } = stateOf(form);
    const isSending = passing !== undefined && isCollecting(passing);
    const method = isSending ? methodOf(form, passing.event?.submitter ?? null) : '';
    if (isSending) {
      passing.isRefused = method === 'get';
      // Also for an event that a script made: Firefox sends the form for it.
      passing.isSent = method === 'post';
    }
    this.#element.supply(formData, method !== 'get');
  }

  /** The browser, and the page's listeners, collect the entries before this turn ends. */
  #withholdForNow(): void {
    this.#element.withhold(true);
    setTimeout(() => this.#element.withhold(false));
  }
}

/** An event that a script made sends nothing: the page's listeners are all it is for. */
const dispatchAgain = (form: HTMLFormElement, event: SubmitEvent) => (passing: Passing) => {
  const Constructor = event.constructor as typeof SubmitEvent;
  passing.isHandled = true;
  EventTarget.prototype.dispatchEvent.call(form, new Constructor(event.type, event));
  passing.event = undefined;
};

function submitAgain(form: HTMLFormElement, submitter: HTMLButtonElement | null): void {
  // What shows progress may have disabled the button meanwhile: the browser leaves out its entry.
  const addButton = ({ target, formData }: Event & { formData?: FormData }) => {
    const isLeftOut = submitter?.name && submitter.form === form && submitter.matches(':disabled');
    if (target === form && isLeftOut) formData?.append(submitter.name, submitter.value);
  };
  const root = eventRootOf(form);
  root.addEventListener('formdata', addButton, { capture: true });
  try {
    requestSubmit(form, submitter);
  } catch {
    requestSubmit(form, null); // the button has left the form, or is no submit button any more
  }
  root.removeEventListener('formdata', addButton, { capture: true });
}
