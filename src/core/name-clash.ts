import { isEntryControl } from './entry-controls.js';
import { controlsOf } from './native-form.js';

/** Every name under which our elements post something. */
const KEYS =
  'token card_id payment_method_id payment_type_id issuer_id installments save_card save_token device_id'.split(' ');

/** A control of the form: of the page, or an element of ours. */
type Control = Element & { readonly name?: string; readonly mode?: string; readonly intent?: string };

export const entryName = (prefix: string, key: string): string => (prefix ? `${prefix}[${key}]` : key);

const IN_TURN = 'Two elements pay in this form: Pay asks for one security code after the other. Show one at a time.';

/**
 * What is wrong between an element's entries and the rest of its form, as a message for developers; empty when nothing is.
 *
 * @param isBlocking only what makes a payment impossible: a control of the page, or a list beside a form for a new card, where
 * the card of one would be posted with the token of the other
 */
export function clashMessage(
  element: HTMLElement,
  form: HTMLFormElement | null,
  prefix: string,
  isBlocking: boolean,
): string {
  const controls: Control[] = form ? [...controlsOf(form)] : [];
  const names = KEYS.map((key) => entryName(prefix, key));
  const isAlike = ({ localName }: Element) => localName === element.localName;
  const twins = controls.filter(
    (control) =>
      pays(control) &&
      !(isBlocking && isAlike(control)) &&
      !control.contains(element) &&
      control.checkVisibility?.() !== false,
  );
  const name =
    controls.find((control) => names.includes(control.name ?? '') && !isEntryControl(control) && !isOurs(control))
      ?.name ?? (twins.some((twin) => twin.name === prefix) ? prefix || 'token' : '');
  const sentences = [
    name && `The form has a control "${name}" already. Give the element a name, name="card" for instance.`,
    twins.some(isAlike) && IN_TURN,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** An element of ours that posts a token of its own; a form in a list's slot posts in the list's place. */
const pays = ({ mode, intent, slot }: Control): boolean => mode === 'pay' || (intent === 'pay' && !slot);

const isOurs = (control: Element): boolean => 'publicKey' in control;
