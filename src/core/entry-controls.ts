import { prependOwn } from '../own-children.js';

/** A name and a value, as they are posted. */
export type FormEntry = readonly [name: string, value: string];

/** Marks our controls, so that a copy of the element (a clone, stored HTML) can be distinguished from the element that wrote them. */
const MARK = 'data-mp-entry';

/** A control of ours, which is no control of the page. */
export const isEntryControl = (control: Element): boolean => control.hasAttribute(MARK);

/**
 * The entries of an open attempt as light-DOM controls of the form, which every reader sees: the browser, `FormData` and
 * what reads `form.elements` (jQuery's `serialize()` and its kind). A hidden `<textarea>`: an `<input type=hidden>` would
 * write the token into an attribute, and a second text input would keep Enter from submitting a form without a button.
 */
export class EntryControls {
  readonly #element: HTMLElement;
  #controls: readonly HTMLTextAreaElement[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Makes the form contain exactly these entries of ours, also when the page removed or changed a control. */
  write(entries: readonly FormEntry[]): void {
    const isKept = ({ name, isConnected }: HTMLTextAreaElement, index: number) =>
      isConnected && entries[index]?.[0] === name;
    if (this.#controls.length !== entries.length || !this.#controls.every(isKept)) {
      this.#remove();
      this.#controls = entries.map(([name]) => createControl(name));
      prependOwn(this.#element, ...this.#controls);
    }
    const form = this.#element.getAttribute('form');
    entries.forEach(([, value], index) => {
      const control = this.#controls[index];
      if (!control) return;
      if (control.value !== value) control.value = value;
      if (form === null) control.removeAttribute('form');
      else if (control.getAttribute('form') !== form) control.setAttribute('form', form);
    });
  }

  /** Removes controls that a copy of the element brought along: they contain the token of another element. */
  removeCopies(): void {
    for (const control of this.#element.querySelectorAll?.(`:scope > [${MARK}]`) ?? []) {
      if (!this.#controls.includes(control as HTMLTextAreaElement)) control.remove();
    }
  }

  #remove(): void {
    for (const control of this.#controls) control.remove();
    this.#controls = [];
  }
}

function createControl(name: string): HTMLTextAreaElement {
  const control = document.createElement('textarea');
  control.name = name;
  control.hidden = true;
  control.autocomplete = 'off';
  control.setAttribute(MARK, '');
  return control;
}
