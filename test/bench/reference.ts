import type { RawCard } from '../../demo/gallery/cards.js';
import type { RowMarkup } from './markup.js';

/**
 * The same rows with the same looks and equal nodes, cloned from a template by hand: without a library, a state or a
 * language, the least that such a list can cost. Ours is measured against it, in the same run on the same machine.
 */
export class ReferenceList {
  readonly root = document.createElement('div');
  readonly #markup: RowMarkup;
  readonly #rows: HTMLElement[];
  #chosen = 0;

  constructor(markup: RowMarkup, cards: readonly RawCard[]) {
    this.#markup = markup;
    const shadow = this.root.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = markup.styles;
    const list = document.createElement('div');
    list.className = 'list';
    list.setAttribute('role', 'radiogroup');
    this.#rows = cards.map((card) => rowOf(markup, card));
    list.append(...this.#rows);
    list.addEventListener('keydown', (event) => this.#handleKey(event));
    shadow.append(list);
    this.choose(0);
  }

  choose(index: number): void {
    const before = this.#rows[this.#chosen];
    before?.classList.remove('chosen');
    before?.querySelector('.body')?.remove();
    this.#chosen = index;
    const row = this.#rows[index];
    row?.classList.add('chosen');
    row?.append(this.#markup.body.content.cloneNode(true));
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

/** Everything that differs from card to card is written into the clone. */
function rowOf({ row: template }: RowMarkup, card: RawCard): HTMLElement {
  const row = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const digits = String(card['last_four_digits']);
  const text = (selector: string) => row.querySelector(selector)?.lastChild as Text;
  row.dataset['card'] = card.id;
  (row.querySelector('input') as HTMLInputElement).value = card.id;
  (row.querySelector('.name')?.firstChild as Text).data = card.payment_method.name;
  text('.digits').data = ` ${digits}`;
  text('.spoken').data = `terminada en ${digits}`;
  text('.details span').data = `Vence ${String(card['expiration_month'])}/${String(card['expiration_year']).slice(-2)}`;
  return row;
}
