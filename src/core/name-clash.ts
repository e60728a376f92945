import { isEntryControl } from './entry-controls.js';
import { controlsOf } from './form-members.js';

/** Every name under which our elements post something. */
const KEYS =
  'token card_id payment_method_id payment_type_id issuer_id installments save_card save_token device_id'.split(' ');

/** A control of the form: of the page, or an element of ours. */
type Control = Element & { readonly name?: string; readonly mode?: string; readonly intent?: string };

export const entryName = (prefix: string, key: string): string => (prefix ? `${prefix}[${key}]` : key);

export const clashMessage = (name: string): string =>
  `The form has a control "${name}" already. Give the element a name, name="card" for instance.`;

/** Names of an element's entries that its form has already. */
export class NameClashes {
  readonly #element: HTMLElement;
  readonly #prefix: string;
  readonly #controls: readonly Control[];

  constructor(element: HTMLElement, form: HTMLFormElement | null, prefix: string) {
    this.#element = element;
    this.#prefix = prefix;
    this.#controls = form ? [...controlsOf(form)] : [];
  }

  /** In a control of the page, or in a second element of ours. */
  any(): string | undefined {
    return this.#ofPage() ?? this.#ofTwin(() => true);
  }

  /**
   * One with which nothing can be paid: a control of the page, or a list beside a form for a new card, where the card of one
   * would be posted with the token of the other.
   */
  blocking(): string | undefined {
    return this.#ofPage() ?? this.#ofTwin(({ localName }) => localName !== this.#element.localName);
  }

  #ofPage(): string | undefined {
    const names = KEYS.map((key) => entryName(this.#prefix, key));
    return this.#controls.find(
      (control) => names.includes(control.name ?? '') && !isEntryControl(control) && !isOurs(control),
    )?.name;
  }

  #ofTwin(isMeant: (twin: Element) => boolean): string | undefined {
    const hasTwin = this.#controls.some(
      (control) =>
        pays(control) &&
        isMeant(control) &&
        control.name === this.#prefix &&
        !control.contains(this.#element) &&
        control.checkVisibility?.() !== false,
    );
    return hasTwin ? this.#prefix || 'token' : undefined;
  }
}

/** An element of ours that posts a token of its own; a form in a list's slot posts in the list's place. */
const pays = ({ mode, intent, slot }: Control): boolean => mode === 'pay' || (intent === 'pay' && !slot);

const isOurs = (control: Element): boolean => 'publicKey' in control;
