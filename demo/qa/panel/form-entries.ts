import { h } from '../dom.js';
import { maskedEntry } from '../masking.js';

const OCCASIONS = [
  'state-change',
  'card-selected',
  'token-ready',
  'token-invalidated',
  'installments-change',
  'payment-method-change',
  'card-added',
  'input',
];

/** The form's entries as they would be posted now, and as they were posted last. */
export class FormEntries {
  readonly #form: HTMLFormElement;
  readonly #now = h('code');
  readonly #last = h('code', {}, 'Nothing yet.');
  readonly element = h('dl', { className: 'entries' });

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.element.append(h('dt', {}, 'Now'), h('dd', {}, this.#now));
    this.element.append(h('dt', {}, 'Last submit'), h('dd', {}, this.#last));
    for (const name of OCCASIONS) document.addEventListener(name, () => this.#showNow());
    // After the element has put the token in, before it takes the token back.
    form.addEventListener('submit', () => show(this.#last, [...new FormData(form)]));
    this.#showNow();
  }

  /** Without `FormData`: read while a card is chosen and no token is made, it is what the element warns of. */
  #showNow(): void {
    const controls = [...this.#form.elements].filter(
      (control) => control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement,
    );
    show(
      this.#now,
      controls.filter(({ name }) => name).map(({ name, value }) => [name, value]),
    );
  }
}

function show(place: HTMLElement, entries: readonly (readonly [name: string, value: FormDataEntryValue])[]): void {
  place.textContent = entries.map(([name, value]) => `${name}=${String(maskedEntry(name, value))}`).join('\n');
}
