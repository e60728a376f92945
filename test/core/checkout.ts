import { SubmitGate, type GatedElement } from '../../src/core/submit-gate.js';
import type { Demand } from '../../src/core/form-sends.js';
import type { MpError } from '../../src/errors.js';

/** An element of a form that needs a token: what a test lets it do, and what it was asked. */
export abstract class Gated implements GatedElement {
  abstract readonly element: HTMLElement;
  readonly gate: SubmitGate;
  demanded: Demand = 'token';
  prepared = 0;
  submits = 0;
  blocks = 0;
  restorations = 0;
  withheld = false;
  readonly refusals: MpError[] = [];
  /** The token of the attempt. */
  token: string | undefined;
  /** The work before a submit goes on; by default there is none, and a token is made. */
  prepare: () => Promise<boolean> = () => this.makeToken(() => true);

  constructor(Gate = SubmitGate) {
    this.gate = new Gate(this);
  }

  abstract form(): HTMLFormElement | null;

  /** `isMade`: true, once the token may be there. */
  async makeToken(isMade: () => boolean | Promise<boolean>): Promise<boolean> {
    this.prepared++;
    if (!(await isMade())) return false;
    this.token ??= `token-${this.prepared}`;
    return true;
  }

  look(): void {}

  demand(): Demand {
    return this.demanded;
  }

  isPrepared(): boolean {
    return this.demanded !== 'token' || this.token !== undefined;
  }

  isSettled(): boolean {
    return true;
  }

  checking(): void {}

  give(): void {}

  submitted(isSent: boolean): void {
    this.submits++;
    if (isSent) this.withhold(true);
  }

  blocked(): void {
    this.blocks++;
  }

  refuse(error: MpError): void {
    this.refusals.push(error);
  }

  refused(): void {
    this.token = undefined;
  }

  pressed(): void {}

  acted(): void {}

  withhold(isWithheld: boolean): void {
    this.withheld = isWithheld;
  }

  supply(formData: FormData, isWanted: boolean): void {
    if (!isWanted) formData.delete('token');
  }

  restored(): void {
    this.restorations++;
  }
}

/** A form with one such element, whose token is in a hidden field. */
export class Checkout extends Gated {
  readonly root: HTMLElement | ShadowRoot;
  readonly element: HTMLElement;
  readonly pay: HTMLButtonElement;
  readonly #form: HTMLFormElement;
  readonly #tokenInput: HTMLInputElement;

  /** `attributes` are put on the form, `more` into it. */
  constructor(root: HTMLElement | ShadowRoot, attributes = '', more = '') {
    super();
    this.root = root;
    root.innerHTML = `
      <iframe name="shop" hidden></iframe>
      <form id="checkout" action="about:blank" target="shop" ${attributes} method="post">
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

  override give(): void {
    this.withhold(false);
  }

  override withhold(isWithheld: boolean): void {
    super.withhold(isWithheld);
    this.#tokenInput.value = isWithheld ? '' : (this.token ?? '');
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
