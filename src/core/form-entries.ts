import { tokenFormEntries } from '../card/token-detail.js';
import { EntryControls, type FormEntry } from './entry-controls.js';
import type { FormPartValue } from './form-part-value.js';
import { entryName } from './name-clash.js';

const READ_EARLY =
  'The form was read while a card is chosen and no token is made. If that was a payment, call tokenize() first.';

/** The entries of the open attempt: what the element's form, and every reader of the form, gets. */
export class FormEntries {
  readonly #controls: EntryControls;
  readonly #prefix: () => string;
  /** The form is read for something else than a payment: a draft, or a snapshot of the page. */
  isWithheld = false;
  /** They are on their way to the shop: they are written again only for another submit. */
  areSpent = false;
  /** The form was read while a token was missing; a check of `diagnose()`. */
  wasReadEarly = false;

  constructor(element: HTMLElement, prefix: () => string) {
    this.#controls = new EntryControls(element);
    this.#prefix = prefix;
  }

  /** Removes what a copy of the element brought along. */
  removeCopies(): void {
    this.#controls.removeCopies();
  }

  /** Without a value there are none. */
  write(value: FormPartValue | undefined): void {
    this.#controls.write(this.#of(value));
  }

  /** Makes form data contain the entries exactly once, or none of them. */
  supply(formData: FormData, isWanted: boolean, value: FormPartValue | undefined): void {
    for (const [name, text] of this.#of(value)) {
      if (!isWanted) formData.delete(name);
      else if (formData.getAll(name).length !== 1 || formData.get(name) !== text) formData.set(name, text);
    }
    const isOpen = value?.demand === 'token' && value.isChosen && !value.token;
    if (!isWanted || !isOpen || this.isWithheld || this.areSpent || this.wasReadEarly) return;
    this.wasReadEarly = true;
    console.warn(`mp-saved-cards: ${READ_EARLY}`);
  }

  #of(value: FormPartValue | undefined): FormEntry[] {
    const { token, saveCard = false } = value ?? {};
    if (!token || this.isWithheld || this.areSpent) return [];
    const more = { save_token: saveCard && token.saveToken, device_id: token.deviceId };
    const entries = [...tokenFormEntries({ ...token.detail, saveCard }), ...Object.entries(more)];
    return entries
      .filter((entry): entry is [string, string] => Boolean(entry[1]))
      .map(([key, text]) => [entryName(this.#prefix(), key), text]);
  }
}
