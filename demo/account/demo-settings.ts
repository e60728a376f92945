import { choices } from '../qa/choices.js';
import { byId, h } from '../qa/dom.js';
import type { SettingsLink } from '../qa/settings.js';

const LABELS = {
  site: 'Country',
  customer: 'Customer',
  locale: 'Locale',
  theme: 'Theme',
  text: 'Text size',
} as const;

type Name = keyof typeof LABELS;

const OF_THE_SANDBOX: readonly Name[] = ['site', 'customer'];

/** The demo's tool beside the page: another customer's account, in another country. Each choice reloads the page. */
export function showDemoSettings(settings: SettingsLink, hasSandbox: boolean): void {
  const fields = (Object.keys(LABELS) as Name[]).map((name) => {
    const disabled = !hasSandbox && OF_THE_SANDBOX.includes(name);
    const select = h('select', { id: `set-${name}`, autocomplete: 'off', disabled });
    select.append(...Object.entries(choices[name]).map(([value, text]) => h('option', { value }, text)));
    select.value = settings.current[name];
    select.addEventListener('change', () => settings.visit({ [name]: select.value }));
    return h('div', { className: 'setting' }, h('label', { htmlFor: select.id }, LABELS[name]), select);
  });
  const drawer = h('details', { className: 'drawer', open: matchMedia('(min-width: 64rem)').matches });
  const heading = h('h2', { id: 'panel-heading' }, 'Demo settings');
  const section = h('div', { className: 'section' }, h('div', { className: 'settings' }, ...fields));
  drawer.append(h('summary', {}, heading), section);
  byId('demo-settings', HTMLElement).append(drawer);
}
