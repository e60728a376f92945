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
    for (const name of OCCASIONS) document.addEventListener(name, () => this.#show(this.#now));
    // After the element has put the token in, before it takes the token back.
    form.addEventListener('submit', () => this.#show(this.#last));
    this.#show(this.#now);
  }

  #show(place: HTMLElement): void {
    const lines = [...new FormData(this.#form)].map(([name, value]) => `${name}=${String(maskedEntry(name, value))}`);
    place.textContent = lines.join('\n');
  }
}
