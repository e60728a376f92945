import { h } from '../dom.js';
import type { Markup } from '../integration.js';
import { LANGUAGES, snippet, type Language } from '../snippets.js';
import { copyButton } from './copy-button.js';

/** What a shop writes to have what the page shows. */
export class CodeOfPage {
  readonly #code = h('code');
  readonly #language = h('select', { id: 'snippet-language', autocomplete: 'off' });
  readonly elements: readonly HTMLElement[];
  #shown: readonly [markup: Markup, payLabel: string | null] | undefined;

  constructor() {
    this.#language.append(...Object.entries(LANGUAGES).map(([value, text]) => h('option', { value }, text)));
    this.#language.addEventListener('change', () => this.#write());
    this.elements = [
      h('div', { className: 'setting' }, h('label', { htmlFor: this.#language.id }, 'Written in'), this.#language),
      h('pre', { tabIndex: 0, role: 'region', ariaLabel: 'Code' }, this.#code),
      copyButton('copy', () => this.#code.textContent),
    ];
  }

  show(markup: Markup, payLabel: string | null): void {
    this.#shown = [markup, payLabel];
    this.#write();
  }

  #write(): void {
    if (this.#shown) this.#code.textContent = snippet(this.#language.value as Language, ...this.#shown);
  }
}
