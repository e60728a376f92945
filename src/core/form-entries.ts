/** Every name under which our elements post something. */
const NAMES = /^(token|card_id|payment_method_id|payment_type_id|issuer_id|installments|save_card|save_token)$/;

export const clashMessage = (name: string): string =>
  `The form has a control "${name}" already. Give the element a name, name="card" for instance.`;

/** A control of the form: of the page, or an element of ours. */
type Control = Element & { readonly name?: string; readonly mode?: string; readonly intent?: string };

/** An element of ours that posts a token of its own; a form in a list's slot posts in the list's place. */
const pays = ({ mode, intent, slot }: Control): boolean => mode === 'pay' || (intent === 'pay' && !slot);

/** A name and a value, as they are posted. */
export type FormEntry = readonly [name: string, value: string];

export interface FormEntriesHost {
  readonly element: HTMLElement;
  readonly internals: ElementInternals;
  /** False while the element posts nothing: hidden, disabled, or for something else than paying. */
  isPaying(): boolean;
  /** Prefix of the entries: `name[token]`. */
  name(): string;
}

/** What one element puts into its form. */
export class FormEntries {
  readonly #host: FormEntriesHost;
  #hasWarned = false;

  constructor(host: FormEntriesHost) {
    this.#host = host;
  }

  /** A name that the form has already, in a control of the page or in a second element of ours. */
  get clash(): string | undefined {
    const { element, internals } = this.#host;
    const name = this.#host.name();
    if (!internals.form || !this.#host.isPaying()) return undefined;
    for (const control of internals.form.elements as Iterable<Control>) {
      if (!name && NAMES.test(control.name ?? '')) return control.name;
      const isTwin = pays(control) && control.name === name && !control.contains(element);
      if (isTwin && control.checkVisibility?.() !== false) return name || 'token';
    }
    return undefined;
  }

  /** Under the names that they have in this form. */
  named(entries: readonly FormEntry[]): FormEntry[] {
    const name = this.#host.name();
    return entries.map(([key, value]) => [name ? `${name}[${key}]` : key, value]);
  }

  /** Without entries the element posts nothing. `kept` is what the browser may keep for back and forward. */
  set(entries: readonly FormEntry[], kept: string): void {
    const data = new FormData();
    for (const [key, value] of this.named(entries)) data.append(key, value);
    this.#host.internals.setFormValue(entries.length ? data : null, kept);
    this.#warn();
  }

  #warn(): void {
    const clash = this.#hasWarned ? undefined : this.clash;
    if (!clash) return;
    this.#hasWarned = true;
    console.warn(`mp-saved-cards: ${clashMessage(clash)}`);
  }
}
