import { h } from '../dom.js';
import { maskedJson } from '../masking.js';

const EVENTS = [
  'cards-ready',
  'card-selected',
  'state-change',
  'installments-change',
  'before-tokenize',
  'token-ready',
  'token-invalidated',
  'before-remove',
  'card-removed',
  'default-card-changed',
  'payment-method-change',
  'card-added',
  'card-error',
  'challenge-done',
  'submit',
  'reset',
] as const;

/** What happened on the page, newest first. Tokens are masked. */
export class EventLog {
  readonly #list = h('ol', { className: 'log' });
  readonly element = h(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: 'Events, newest first' },
    this.#list,
  );

  /** What is shown, oldest first. */
  get lines(): readonly string[] {
    return [...this.#list.children].map(({ textContent }) => textContent).reverse();
  }

  constructor() {
    for (const name of EVENTS) {
      document.addEventListener(name, (event) =>
        this.add(name, event instanceof CustomEvent ? event.detail : undefined),
      );
    }
  }

  add(name: string, detail?: unknown): void {
    const seconds = (performance.now() / 1000).toFixed(2);
    const entry = h('li', {}, h('span', { className: 'time' }, `${seconds} s`), ' ', h('strong', {}, name));
    if (detail !== undefined) entry.append(' ', h('code', {}, maskedJson(detail)));
    this.#list.prepend(entry);
  }

  clear(): void {
    this.#list.replaceChildren();
  }
}
