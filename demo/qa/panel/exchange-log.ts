import { h } from '../dom.js';
import { maskedJson } from '../masking.js';
import type { Exchange, Recorder } from '../recorder.js';

/** Requests to the shop's server and their answers, newest first. */
export class ExchangeLog {
  readonly #list = h('ol', { className: 'log' }, h('li', { className: 'none' }, 'Nothing yet.'));
  readonly element = h(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: 'Requests to the merchant, newest first' },
    this.#list,
  );

  /** What is shown, oldest first. */
  get lines(): readonly string[] {
    return [...this.#list.querySelectorAll('li:not(.none)')].map(({ textContent }) => textContent).reverse();
  }

  constructor(recorder: Recorder) {
    recorder.onExchange = (exchange) => this.#add(exchange);
  }

  #add({ method, path, request, status, answer }: Exchange): void {
    this.#list.querySelector('.none')?.remove();
    const bodies = [request, answer].filter((body) => body !== undefined);
    this.#list.prepend(
      h(
        'li',
        {},
        h('strong', {}, `${method} ${path}`),
        ` → ${status ?? 'no answer'} `,
        ...bodies.flatMap((body) => [' ', h('code', {}, maskedJson(body))]),
      ),
    );
  }
}
