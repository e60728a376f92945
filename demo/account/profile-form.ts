import { render } from 'lit';
import { byId, h } from '../qa/dom.js';
import type { AccountServer } from './account-server.js';
import type { DocumentType } from './document-types.js';
import { changesOf, fieldNames, fieldsOf, type FieldName, type Profile, type ProfileFields } from './profile.js';
import { ShopFault } from './shop-fault.js';
import { TaskRunner } from './task-runner.js';
import type { AccountWords } from './words/words.js';

/** The input that an error code of Mercado Pago's customers is about. */
const FIELD_OF_CODE: Readonly<Record<string, FieldName>> = {
  '107': 'first_name',
  '108': 'last_name',
  '109': 'area_code',
  '110': 'phone_number',
  '111': 'document_type',
  '112': 'document_number',
  '113': 'zip_code',
  '114': 'street_name',
};

const ADDRESS = ['street_name', 'street_number', 'zip_code'] as const;

interface ProfileParts {
  readonly form: HTMLFormElement;
  readonly server: AccountServer;
  readonly words: AccountWords;
  readonly documentTypes: readonly DocumentType[];
}

/** The form with the customer's own data. */
export class ProfileForm {
  readonly #parts: ProfileParts;
  readonly #tasks: TaskRunner;
  #saved: ProfileFields | undefined;

  constructor(parts: ProfileParts) {
    this.#parts = parts;
    this.#tasks = new TaskRunner(parts.words, () => this.#render());
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
    parts.form.addEventListener('input', (event) => {
      if (event.target instanceof HTMLElement) event.target.removeAttribute('aria-invalid');
      this.#requireWholeAddress();
    });
  }

  load(): Promise<void> {
    const read = async () => {
      this.#show(await this.#parts.server.profile());
      return undefined;
    };
    return this.#tasks.run(read, () => void this.load());
  }

  async #save(): Promise<void> {
    const { server, words } = this.#parts;
    const before = this.#saved;
    if (!before) return;
    await this.#tasks.run(async () => {
      const change = changesOf(before, this.#typed());
      if (Object.keys(change).length === 0) return { tone: 'good', title: words.unchanged, text: '' };
      try {
        this.#show(await server.changeProfile(change));
      } catch (error) {
        if (error instanceof ShopFault) this.#point(FIELD_OF_CODE[error.code]);
        throw error;
      }
      return { tone: 'good', title: words.saved, text: '' };
    });
  }

  #show(profile: Profile): void {
    this.#saved = fieldsOf(profile);
    this.#offerDocumentTypes(this.#saved.document_type);
    for (const name of fieldNames) this.#input(name).value = this.#saved[name];
    byId('email', HTMLElement).textContent = profile.email ?? '';
    this.#requireWholeAddress();
  }

  #offerDocumentTypes(current: string): void {
    const { form, documentTypes } = this.#parts;
    const names = new Map([['', ''], [current, current], ...documentTypes.map(({ id, name }) => [id, name] as const)]);
    const options = [...names].map(([value, name]) => h('option', { value }, name));
    byId('document_type', HTMLSelectElement).replaceChildren(...options);
    // Mexico has no document types.
    byId('document', HTMLFieldSetElement).hidden = options.length === 1;
    form.hidden = false;
  }

  /** Mercado Pago takes an address with street, number and postal code, or none; and one that is there stays. */
  #requireWholeAddress(): void {
    const isGiven = ADDRESS.some((name) => this.#input(name).value !== '' || this.#saved?.[name]);
    for (const name of ADDRESS) this.#input(name).required = isGiven;
  }

  #point(name: FieldName | undefined): void {
    if (!name) return;
    this.#input(name).ariaInvalid = 'true';
    this.#input(name).focus();
  }

  #typed(): ProfileFields {
    const values = fieldNames.map((name) => [name, this.#input(name).value.trim()]);
    return Object.fromEntries(values) as ProfileFields;
  }

  #input(name: FieldName): HTMLInputElement | HTMLSelectElement {
    return name === 'document_type' ? byId(name, HTMLSelectElement) : byId(name, HTMLInputElement);
  }

  #render(): void {
    byId('save', HTMLButtonElement).ariaDisabled = String(this.#tasks.isBusy);
    render(this.#tasks.template, byId('profile-outcome', HTMLElement));
  }
}
