import type { Choice } from './choice.js';

/** A place in the list that the focus can go to. */
export type FocusTarget =
  /** The row of the card with this id; without it, what is there instead of rows. */
  | { readonly row: string | undefined }
  /** Where the shopper types or retries: the code, the form for another card, or the way forward. */
  | 'correction'
  /** A card that can be paid with, other than the chosen one. */
  | 'another-card'
  | 'installments'
  | 'notice'
  /** In the form for another card, which has moved it there. */
  | 'form'
  /** The element itself: a button that was pressed is gone, and the focus must not be lost with it. */
  | 'widget';

const CORRECTION = '.chosen .body button, .frame, .notice button';

/** Finds the places of a rendered list and moves the focus there. */
export class Places {
  readonly #root: () => ParentNode;

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** @param isForCard another card is needed, so that there is nothing to correct in this one */
  focus(target: FocusTarget, isForCard: boolean): void {
    if (typeof target === 'object') return this.#focusRow(target.row);
    switch (target) {
      case 'correction':
        return this.#focusCorrection(isForCard);
      case 'another-card':
        return (this.#anotherCard ?? this.#notice)?.focus();
      case 'installments':
        return (this.#find('#installments, #installments-retry') ?? this.#notice)?.focus();
      case 'notice':
        return this.#notice?.focus();
      case 'form':
        return;
      case 'widget':
        return this.focusWidget();
    }
  }

  focusWidget(): void {
    const widget = this.#find('.widget');
    widget?.setAttribute('tabindex', '-1');
    widget?.focus();
  }

  /** The row of a card, or of "use another card". */
  rowOfChoice({ card, isOther }: Choice): HTMLElement | undefined {
    return card ? this.rowOf(card.id) : (isOther && this.#find('.other')) || undefined;
  }

  rowOf(id: string): HTMLElement | undefined {
    return this.rows.find(({ dataset }) => dataset['card'] === id);
  }

  /** Of all cards that are shown. */
  get rows(): HTMLElement[] {
    return [...this.#root().querySelectorAll<HTMLElement>('[data-card]')];
  }

  /** Of all cards that are shown, and of "use another card". */
  get radios(): HTMLInputElement[] {
    return [...this.#root().querySelectorAll<HTMLInputElement>('input[type=radio]')];
  }

  /** Checks the radio of the chosen row: the shopper's click checks one by itself, and a listener may choose another. */
  check({ card, isOther }: Choice): void {
    const value = card?.id ?? (isOther ? '' : undefined);
    const checked = this.#root().querySelector<HTMLInputElement>('input[type=radio]:checked');
    if (checked?.value === value) return;
    const wanted = this.radios.find((radio) => radio.value === value);
    if (wanted) wanted.checked = true;
    else if (checked) checked.checked = false;
  }

  /** Where the browser shows what is missing: at the code, else the first card, else what is there instead of a list. */
  get anchor(): HTMLElement | undefined {
    return this.#find('.frame') ?? this.#find('input, button, .message') ?? undefined;
  }

  /** The code of the chosen card, with its label and its hint. */
  get code(): HTMLElement | null {
    return this.#find('.code');
  }

  /** The nearest one that can be paid with, below the chosen one if there is any: what is said there stays in sight. */
  get #anotherCard(): HTMLElement | undefined {
    const { radios } = this;
    const chosen = radios.findIndex(({ checked }) => checked);
    const isUsable = ({ ariaDisabled }: HTMLInputElement) => ariaDisabled === 'false';
    return radios.slice(chosen + 1).find(isUsable) ?? radios.slice(0, Math.max(chosen, 0)).findLast(isUsable);
  }

  get #notice(): HTMLElement | null {
    return this.#find('#notice, #paid');
  }

  #focusCorrection(isForCard: boolean): void {
    const { radios } = this;
    const place =
      (isForCard ? null : this.#find(CORRECTION)) ??
      radios.find(({ checked }) => checked) ??
      radios[0] ??
      this.#find('button, .message');
    place?.focus();
  }

  /** A row is used by its radio, its "Undo" or its retry; one without any of them is read. */
  #focusRow(id: string | undefined): void {
    const row = id === undefined ? this.#find('.message') : this.rowOf(id);
    (row?.querySelector<HTMLElement>('input, .link, .notice button') ?? row)?.focus();
    if (!row) this.focusWidget();
  }

  #find(selector: string): HTMLElement | null {
    return this.#root().querySelector<HTMLElement>(selector);
  }
}
