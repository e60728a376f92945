import { choices } from '../choices.js';
import { h } from '../dom.js';
import { faultRecipe, needsSandbox, type FaultName } from '../faults.js';
import type { Settings, SettingsLink } from '../settings.js';

type ChoiceName = keyof typeof choices;
type ToggleName = 'required' | 'disabled' | 'native';

interface SettingsFormParts {
  readonly settings: SettingsLink;
  readonly hasSandbox: boolean;
  /** A setting changed that takes effect at once. */
  applied(): void;
}

/** What the panel calls each choice; `visit`: the page is loaded anew with it. */
const CHOICES: Record<ChoiceName, { label: string; takesEffect: 'visit' | 'at once'; isSandboxOnly?: true }> = {
  site: { label: 'Country', takesEffect: 'visit', isSandboxOnly: true },
  customer: { label: 'Customer', takesEffect: 'visit', isSandboxOnly: true },
  locale: { label: 'Locale', takesEffect: 'visit' },
  theme: { label: 'Theme', takesEffect: 'visit' },
  text: { label: 'Text size', takesEffect: 'visit' },
  fault: { label: 'Fault', takesEffect: 'visit' },
  outcome: { label: 'Next payment', takesEffect: 'at once', isSandboxOnly: true },
};

const TOGGLES: Record<ToggleName, string> = {
  required: 'required',
  disabled: 'disabled',
  native: 'page without JavaScript handling: the form posts to /checkout',
};

/** The controls for all that the address of the page says. */
export class SettingsForm {
  readonly element = h('div', { className: 'settings' });
  readonly #parts: SettingsFormParts;
  readonly #selects = new Map<ChoiceName, HTMLSelectElement>();
  readonly #expected = h('p', { className: 'hint', id: 'fault-expected' });

  constructor(parts: SettingsFormParts) {
    this.#parts = parts;
    for (const name of Object.keys(CHOICES) as ChoiceName[]) this.element.append(this.#choice(name));
    this.element.append(this.#toggles());
    this.update();
  }

  /** Shows the settings as they are now. */
  update(): void {
    const settings = this.#parts.settings.current;
    for (const [name, select] of this.#selects) select.value = settings[name];
    const { expect } = faultRecipe(settings.fault);
    this.#expected.textContent = expect && `Expected: ${expect}.`;
  }

  #choice(name: ChoiceName): HTMLElement {
    const { label, takesEffect, isSandboxOnly = false } = CHOICES[name];
    const { settings, hasSandbox, applied } = this.#parts;
    const select = h('select', { id: `set-${name}`, autocomplete: 'off', disabled: isSandboxOnly && !hasSandbox });
    for (const [value, text] of Object.entries(choices[name])) {
      const isOutOfReach = name === 'fault' && !hasSandbox && needsSandbox(value as FaultName);
      select.append(h('option', { value, disabled: isOutOfReach }, text));
    }
    select.addEventListener('change', () => {
      const change = { [name]: select.value } as Partial<Settings>;
      if (takesEffect === 'visit') return settings.visit(change);
      settings.change(change);
      applied();
    });
    this.#selects.set(name, select);
    const field = h('div', { className: 'setting' }, h('label', { htmlFor: select.id }, label), select);
    if (name === 'fault') {
      field.append(this.#expected);
      select.setAttribute('aria-describedby', this.#expected.id);
    }
    return field;
  }

  #toggles(): HTMLElement {
    const { settings, applied } = this.#parts;
    const rows = (Object.keys(TOGGLES) as ToggleName[]).map((name) => {
      const box = h('input', { type: 'checkbox', autocomplete: 'off', checked: settings.current[name] });
      box.addEventListener('change', () => {
        settings.change({ [name]: box.checked });
        applied();
      });
      return h('label', {}, box, ` ${TOGGLES[name]}`);
    });
    return h('fieldset', {}, h('legend', {}, 'Attributes and page'), ...rows);
  }
}
