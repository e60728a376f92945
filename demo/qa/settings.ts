import { z } from 'zod';
import { choices } from './choices.js';
import { themeFrom, themeText } from './theme.js';

const keysOf = <Key extends string>(labels: Readonly<Record<Key, string>>) => Object.keys(labels) as Key[];

const choice = <Key extends string>(labels: Readonly<Record<Key, string>>, usual: NoInfer<Key>) =>
  z.enum(keysOf(labels)).default(usual).catch(usual);

const toggle = (usual: boolean) => z.stringbool().default(usual).catch(usual);

/** Custom properties, written out again so that the address contains nothing else. */
const css = z
  .string()
  .transform((text) => themeText(themeFrom(text)))
  .default('');

const schema = z.object({
  show: choice(choices.show, 'both'),
  mode: choice(choices.mode, 'pay'),
  site: choice(choices.site, 'MLA'),
  customer: choice(choices.customer, 'ana'),
  api: choice(choices.api, 'shop'),
  locale: choice(choices.locale, 'auto'),
  theme: choice(choices.theme, 'auto'),
  text: choice(choices.text, '100'),
  density: choice(choices.density, 'usual'),
  fault: choice(choices.fault, 'none'),
  outcome: choice(choices.outcome, 'card'),
  bank: choice(choices.bank, 'usual'),
  webhook: choice(choices.webhook, 'usual'),
  /** Id of the card that the shopper chose, or `other`; empty while the list chooses. */
  card: z
    .string()
    .regex(/^\w{0,40}$/)
    .default('')
    .catch(''),
  /** How many the shopper chose of a saved card's installments; empty for one. */
  installments: z
    .string()
    .regex(/^\d{0,2}$/)
    .default('')
    .catch(''),
  amount: toggle(true),
  removable: toggle(false),
  preselect: toggle(true),
  codeFocus: toggle(false),
  required: toggle(true),
  disabled: toggle(false),
  prefix: toggle(false),
  native: toggle(false),
  rtl: toggle(false),
  width: choice(choices.width, 'window'),
  css,
});

/** Every setting of the QA page. They are in the address, so a bug report is a link. */
export type Settings = z.output<typeof schema>;

const usualSettings: Settings = schema.parse({});

/** The settings of an address; unknown names and values are ignored. */
export const settingsFrom = (search: string): Settings => schema.parse(Object.fromEntries(new URLSearchParams(search)));

/** The shortest query for `settings`. */
export function queryOf(settings: Settings): string {
  const changed = Object.entries(settings).filter(([name, value]) => value !== usualSettings[name as keyof Settings]);
  const query = new URLSearchParams(changed.map(([name, value]) => [name, String(value)])).toString();
  return query && `?${query}`;
}

/** The settings of this page and their address. */
export class SettingsLink {
  #current = settingsFrom(location.search);
  #isOutcomeUsed = false;

  get current(): Settings {
    return this.#current;
  }

  /** The outcome of the payment to come. The address keeps the one that was ordered: a link shows again what was seen. */
  get nextOutcome(): Settings['outcome'] {
    return this.#isOutcomeUsed ? usualSettings.outcome : this.#current.outcome;
  }

  /** A payment was made with it. */
  useOutcome(): void {
    this.#isOutcomeUsed = true;
  }

  /** For what takes effect at once. */
  change(changes: Partial<Settings>): void {
    this.#current = { ...this.#current, ...changes };
    if (changes.outcome) this.#isOutcomeUsed = false;
    history.replaceState(null, '', this.#address());
  }

  /** For what needs another session, another script or a new field. */
  visit(changes: Partial<Settings>): void {
    const others = changes.site || changes.customer ? { card: '', installments: '' } : {}; // the cards are others
    this.#current = { ...this.#current, ...others, ...changes };
    location.assign(this.#address());
  }

  #address(): string {
    return location.pathname + queryOf(this.#current);
  }
}
