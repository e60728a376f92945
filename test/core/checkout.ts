import { SubmitGate, type SubmitGateHost } from '../../src/core/submit-gate.js';

/** A form with one gate, whose token is a hidden field that is filled while a submit waits. */
export class Checkout implements SubmitGateHost {
  readonly root: HTMLElement | ShadowRoot;
  readonly element: HTMLElement;
  readonly pay: HTMLButtonElement;
  readonly gate = new SubmitGate(this);
  readonly #form: HTMLFormElement;
  readonly #tokenInput: HTMLInputElement;
  concerned = true;
  prepared = 0;
  tokensLeft = 0;
  restorations = 0;
  /** The work before a submit goes on; by default there is none, and a token is made. */
  prepare: () => boolean | Promise<boolean> = () => true;

  /** `attributes` are put on the form, `more` into it. */
  constructor(root: HTMLElement | ShadowRoot, attributes = '', more = '') {
    this.root = root;
    root.innerHTML = `
      <iframe name="shop" hidden></iframe>
      <form id="checkout" action="about:blank" target="shop" ${attributes}>
        <input name="token" type="hidden">
        <input name="email">
        ${more}
        <button name="act" value="pay">Pay</button>
        <div class="cards"></div>
      </form>
      <input name="note" form="checkout">
      <input name="search">`;
    this.#form = this.find('form');
    this.#tokenInput = this.find('[name=token]');
    this.pay = this.find('button[name=act]');
    this.element = this.find('.cards');
    this.gate.connect();
  }

  find<Found extends HTMLElement = HTMLInputElement>(selector: string): Found {
    const found = this.root.querySelector<Found>(selector);
    if (!found) throw new Error(`The checkout has no ${selector}`);
    return found;
  }

  form(): HTMLFormElement {
    return this.#form;
  }

  isConcerned(): boolean {
    return this.concerned;
  }

  async prepareSubmit(): Promise<boolean> {
    this.prepared++;
    if (!(await this.prepare())) return false;
    this.#tokenInput.value = `token-${this.prepared}`;
    return true;
  }

  tokenLeft(): void {
    this.tokensLeft++;
    this.#tokenInput.value = '';
  }

  restored(): void {
    this.restorations++;
  }
}

/** What a listener of the page saw of one submit. */
export interface SeenSubmit {
  readonly token: FormDataEntryValue | null;
  readonly submitter: HTMLElement | null;
  readonly entries: [string, FormDataEntryValue][];
}

/** Records each submit at `target`; `prevent` as a single-page app does. */
export function watchSubmits(
  target: EventTarget,
  { capture = false, prevent = false }: { capture?: boolean; prevent?: boolean } = {},
): SeenSubmit[] {
  const seen: SeenSubmit[] = [];
  target.addEventListener(
    'submit',
    (event) => {
      const data = new FormData(event.target as HTMLFormElement);
      seen.push({ token: data.get('token'), submitter: (event as SubmitEvent).submitter, entries: [...data] });
      if (prevent) event.preventDefault();
    },
    { capture },
  );
  return seen;
}

/** Settles when everything that was under way without waiting for anything outside has happened. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A promise and the handle that settles it. */
export function held<T>(): { promise: Promise<T>; release: (value: T) => void } {
  let release!: (value: T) => void;
  const promise = new Promise<T>((resolve) => (release = resolve));
  return { promise, release };
}
