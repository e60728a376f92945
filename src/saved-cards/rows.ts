import type { LitElement } from 'lit';
import type { SavedCard } from '../card/saved-card.js';

/** Finds the rows of cards and brings the focus to them, also when the place where it was goes away. */
export class Rows {
  readonly #element: LitElement;

  constructor(element: LitElement) {
    this.#element = element;
  }

  of({ id }: SavedCard): HTMLElement | undefined {
    return this.#all.find(({ dataset }) => dataset['card'] === id);
  }

  /** Focus is in the row of this card. */
  hasFocus(card: SavedCard): boolean {
    return this.of(card)?.contains(this.#focused) ?? false;
  }

  /** Focuses what the row of this card is used by, once it is shown. */
  async focus(card: SavedCard): Promise<void> {
    await this.#element.updateComplete;
    focusRow(this.of(card));
  }

  /** If the button with the focus goes with the change, the focus stays in the row. */
  async keepFocus(card: SavedCard, change: () => void): Promise<void> {
    const hadFocus = this.hasFocus(card);
    change();
    await this.#element.updateComplete;
    if (hadFocus && !this.#focused) focusRow(this.of(card));
  }

  /** If the row with the focus goes with the change, the focus moves to the next one; from the last to the one before. */
  async passFocus(card: SavedCard, change: () => void): Promise<void> {
    const row = this.hasFocus(card) ? this.of(card) : undefined;
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    change();
    await this.#element.updateComplete;
    if (!row || this.#focused) return;
    focusRow(next?.isConnected ? next : this.#root.querySelector('.message'));
    if (!this.#focused) this.keepInside();
  }

  /** Focuses the first of the rows that were not there before; the result of `shown`. */
  async focusNew(shown: readonly Element[]): Promise<void> {
    await this.#element.updateComplete;
    focusRow(this.#all.find((row) => !shown.includes(row)));
  }

  get shown(): readonly Element[] {
    return this.#all;
  }

  /** The button that was pressed goes away, and a keyboard's place in the page must not go with it. */
  keepInside(): void {
    const widget = this.#root.querySelector<HTMLElement>('.widget');
    widget?.setAttribute('tabindex', '-1');
    widget?.focus();
  }

  /** Of all cards that are shown, and of "use another card". */
  get radios(): HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  }

  get #root(): ShadowRoot {
    return this.#element.renderRoot as ShadowRoot;
  }

  get #focused(): Element | null {
    return this.#root.activeElement;
  }

  get #all(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-card]')];
  }
}

/** A row is used by its radio, its "Undo" or its retry; one without any of them is read. */
function focusRow(row: Element | null | undefined): void {
  (row?.querySelector<HTMLElement>('input, .link, .notice button') ?? (row as HTMLElement | null | undefined))?.focus();
}
