import { choices } from '../choices.js';
import { h } from '../dom.js';
import { faultRecipe, needsSandbox, type FaultName } from '../faults.js';
import type { Settings, SettingsLink } from '../settings.js';

type ChoiceName = keyof typeof choices;
/** Settings that are on or off. */
type ToggleName = { [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never }[keyof Settings];
/** `visit`: it takes effect with a reload of the page. */
type Effect = 'visit' | 'at once';

interface SettingsFormParts {
  readonly settings: SettingsLink;
  readonly hasSandbox: boolean;
  /** A setting changed that takes effect at once. */
  applied(): void;
}

/** What the panel calls each choice. */
const CHOICES: Record<ChoiceName, { label: string; takesEffect: Effect; isSandboxOnly?: true }> = {
  show: { label: 'Elements', takesEffect: 'visit' },
  mode: { label: 'List’s mode', takesEffect: 'at once' },
  site: { label: 'Country', takesEffect: 'visit', isSandboxOnly: true },
  customer: { label: 'Customer', takesEffect: 'visit', isSandboxOnly: true },
  api: { label: 'API', takesEffect: 'visit', isSandboxOnly: true },
  locale: { label: 'Locale', takesEffect: 'visit' },
  theme: { label: 'Theme', takesEffect: 'visit' },
  density: { label: 'Density', takesEffect: 'visit' },
  text: { label: 'Text size', takesEffect: 'visit' },
  width: { label: 'Shop’s width', takesEffect: 'at once' },
  fault: { label: 'Fault', takesEffect: 'visit' },
  outcome: { label: 'Next payment', takesEffect: 'at once', isSandboxOnly: true },
  bank: { label: 'Bank’s page', takesEffect: 'at once', isSandboxOnly: true },
  webhook: { label: 'Webhooks come', takesEffect: 'at once', isSandboxOnly: true },
};

const TOGGLES: Record<ToggleName, { label: string; takesEffect: Effect }> = {
  amount: { label: 'amount: offers installments', takesEffect: 'at once' },
  removable: { label: 'removable: cards can be removed while paying', takesEffect: 'at once' },
  preselect: { label: 'a card is chosen from the start', takesEffect: 'visit' },
  codeFocus: { label: 'code-focus="pointer": a card that is pressed leads to its code', takesEffect: 'at once' },
  required: { label: 'required', takesEffect: 'at once' },
  disabled: { label: 'disabled', takesEffect: 'at once' },
  prefix: { label: 'name="card": entries are card[token] …', takesEffect: 'at once' },
  native: { label: 'page without JavaScript handling: the form posts to /checkout', takesEffect: 'at once' },
  rtl: { label: 'right to left', takesEffect: 'visit' },
};

/** The controls for all that the address of the page says. */
export class SettingsForm {
  readonly element = h('div', { className: 'settings' });
  readonly #parts: SettingsFormParts;
  readonly #selects = new Map<ChoiceName, HTMLSelectElement>();
  /** What is said below a choice. */
  readonly #hints = {
    fault: h('p', { className: 'hint', id: 'fault-hint' }),
    outcome: h('p', { className: 'hint', id: 'outcome-hint' }),
  };

  constructor(parts: SettingsFormParts) {
    this.#parts = parts;
    for (const name of Object.keys(CHOICES) as ChoiceName[]) this.element.append(this.#choice(name));
    this.element.append(this.#toggles());
    this.update();
  }

  /** Shows the settings as they are now. */
  update(): void {
    const { current, nextOutcome } = this.#parts.settings;
    for (const [name, select] of this.#selects) select.value = name === 'outcome' ? nextOutcome : current[name];
    const { expect } = faultRecipe(current.fault);
    this.#hints.fault.textContent = expect && `Expected: ${expect}.`;
    this.#hints.outcome.textContent =
      nextOutcome === current.outcome ? '' : `The link begins with “${choices.outcome[current.outcome]}”.`;
  }

  #choice(name: ChoiceName): HTMLElement {
    const { label, takesEffect, isSandboxOnly = false } = CHOICES[name];
    const select = h('select', {
      id: `set-${name}`,
      autocomplete: 'off',
      disabled: isSandboxOnly && !this.#parts.hasSandbox,
    });
    select.append(...grouped(this.#options(name)));
    select.addEventListener('change', () => this.#set({ [name]: select.value }, takesEffect));
    this.#selects.set(name, select);
    const field = h('div', { className: 'setting' }, h('label', { htmlFor: select.id }, label), select);
    if (name === 'fault' || name === 'outcome') {
      const hint = this.#hints[name];
      field.append(hint);
      select.setAttribute('aria-describedby', hint.id);
    }
    return field;
  }

  #options(name: ChoiceName): HTMLOptionElement[] {
    const texts: [value: string, text: string][] = Object.entries(choices[name]);
    // An object lists keys that are numbers, here codes of errors, before all others.
    texts.sort(([one], [other]) => Number(isNumber(one)) - Number(isNumber(other)));
    return texts.map(([value, text]) => {
      const isOutOfReach = name === 'fault' && !this.#parts.hasSandbox && needsSandbox(value as FaultName);
      return h('option', { value, disabled: isOutOfReach }, text);
    });
  }

  #toggles(): HTMLElement {
    const { current } = this.#parts.settings;
    const rows = (Object.keys(TOGGLES) as ToggleName[]).map((name) => {
      const { label, takesEffect } = TOGGLES[name];
      const box = h('input', { type: 'checkbox', autocomplete: 'off', checked: current[name] });
      box.addEventListener('change', () => this.#set({ [name]: box.checked }, takesEffect));
      return h('label', {}, box, ` ${label}`);
    });
    return h('fieldset', {}, h('legend', {}, 'Attributes and page'), ...rows);
  }

  #set(change: Partial<Settings>, takesEffect: Effect): void {
    const { settings, applied } = this.#parts;
    if (takesEffect === 'visit') return settings.visit(change);
    settings.change(change);
    applied();
  }
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** Groups options whose texts have the same beginning, as in `token: too slow`, under that beginning. */
function grouped(options: readonly HTMLOptionElement[]): HTMLElement[] {
  const groups = new Map<string, HTMLOptGroupElement>();
  return options.flatMap((option) => {
    const [, name] = /^([^:]+): [^:]/.exec(option.text) ?? [];
    if (!name || !options.some((other) => other !== option && other.text.startsWith(`${name}: `))) return [option];
    const known = groups.get(name);
    const group = known ?? h('optgroup', { label: name });
    group.append(option);
    groups.set(name, group);
    return known ? [] : [group];
  });
}
