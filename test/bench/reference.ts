import { adoptStyles } from 'lit';
import type { RawCard } from '../../demo/gallery/cards.js';
import { MpSavedCardsElement } from '../../src/elements.js';

/**
 * What a careful hand would write for the same rows and the same looks, without a library, a state or a language: the least
 * that such a list can cost. Everything is measured against it, in the same run on the same machine.
 */
export class ReferenceList {
  readonly root = document.createElement('div');
  readonly #rows: HTMLElement[];
  #chosen = 0;

  constructor(cards: readonly RawCard[]) {
    const shadow = this.root.attachShadow({ mode: 'open' });
    adoptStyles(shadow, MpSavedCardsElement.elementStyles);
    const list = make('div', 'list');
    list.setAttribute('role', 'radiogroup');
    this.#rows = cards.map((card, index) => rowOf(card, index === 0));
    list.append(...this.#rows);
    list.addEventListener('keydown', (event) => this.#handleKey(event));
    shadow.append(list);
  }

  choose(index: number): void {
    this.#rows[this.#chosen]?.classList.remove('chosen');
    this.#rows[this.#chosen]?.querySelector('.body')?.remove();
    this.#chosen = index;
    const row = this.#rows[index];
    row?.classList.add('chosen');
    row?.append(bodyOf());
    const radio = row?.querySelector('input');
    if (radio) radio.checked = true;
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.choose((this.#chosen + 1) % this.#rows.length);
    this.#rows[this.#chosen]?.querySelector('input')?.focus();
  }
}

function rowOf(card: RawCard, isChosen: boolean): HTMLElement {
  const row = make('div', isChosen ? 'row chosen' : 'row');
  const label = make('label', 'summary');
  const radio = document.createElement('input');
  Object.assign(radio, { type: 'radio', name: 'card', value: card.id, checked: isChosen });
  const text = make('span', 'text');
  text.append(
    make('span', 'name', `${card.payment_method.name} •••• ${String(card['last_four_digits'])}`),
    make('span', 'details', `Vence ${String(card['expiration_month'])}/${String(card['expiration_year'])}`),
  );
  label.append(radio, make('span', 'brand', card.payment_method.id), text);
  row.append(label);
  if (isChosen) row.append(bodyOf());
  return row;
}

function bodyOf(): HTMLElement {
  const body = make('div', 'body');
  body.append(
    make('span', 'field-label', 'Código de seguridad'),
    make('div', 'frame'),
    make('span', 'hint', '3 dígitos'),
  );
  return body;
}

function make(tag: string, className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
