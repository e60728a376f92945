import { byId, h } from '../dom.js';
import { faultRecipe } from '../faults.js';
import { applyMarkup, integrationFor, isPaying, OTHER } from '../integration.js';
import type { Recorder } from '../recorder.js';
import type { Sandbox } from '../sandbox.js';
import type { SettingsLink } from '../settings.js';
import { dress } from '../shop-page.js';
import type { CheckoutSettings, ShopServer } from '../shop-server.js';
import type { Widgets } from '../widgets.js';
import { actions } from './actions.js';
import { CodeOfPage } from './code-of-page.js';
import { copyButton } from './copy-button.js';
import { diagnosis } from './diagnosis.js';
import { EventLog } from './event-log.js';
import { ExchangeLog } from './exchange-log.js';
import { FormEntries } from './form-entries.js';
import { help } from './help.js';
import { report } from './report.js';
import { SettingsForm } from './settings-form.js';
import { ThemeEditor } from './theme-editor.js';

interface PanelParts {
  readonly settings: SettingsLink;
  readonly shop: CheckoutSettings;
  readonly sandbox: Sandbox | null;
  readonly server: ShopServer;
  readonly recorder: Recorder;
  readonly form: HTMLFormElement;
  readonly widgets: Widgets;
  /** Pays; hidden while there is nothing to pay with. */
  readonly button: HTMLButtonElement;
  readonly payLabel: string;
  prepareFaults(): Promise<void>;
}

/** What the panel gets from the page. */
export interface Panel {
  /** A payment was made with the outcome that was ordered. */
  outcomeUsed(): void;
  elementShown(): void;
}

/** The panel beside the shop: everything that can be set, and everything that happens. */
export function showPanel(parts: PanelParts): Panel {
  const { settings, shop, sandbox, server, recorder, form, widgets, button, payLabel, prepareFaults } = parts;
  const log = new EventLog();
  const exchanges = new ExchangeLog(recorder);
  const code = new CodeOfPage();
  const theme = new ThemeEditor(settings, widgets);
  const settingsForm = new SettingsForm({ settings, hasSandbox: sandbox !== null, applied: () => void apply() });

  // The choice is the shopper's: the link and the code say it, the element's attribute stays as it was.
  const { card: cardAtFirst } = settings.current;
  widgets.list?.addEventListener('card-selected', ({ detail: { card } }) => {
    settings.change({ card: card?.id ?? OTHER });
    showCode();
  });
  widgets.list?.addEventListener('installments-change', ({ target, detail: { installments } }) => {
    // Of a new card the number is not in the link, so its installments cannot be either.
    if (target === widgets.list) settings.change({ installments: installments > 1 ? String(installments) : '' });
  });

  async function apply(): Promise<void> {
    await prepareFaults();
    update();
  }

  async function endFault(): Promise<void> {
    const { isSignedOut } = faultRecipe(settings.current.fault);
    settings.change({ fault: 'none' });
    if (isSignedOut && sandbox) await server.signIn(settings.current, settings.current.customer);
    await apply();
  }

  function update(): void {
    const { current } = settings;
    dress(current);
    applyMarkup(widgets.outer, integrationFor({ ...current, card: cardAtFirst }, shop));
    byId('pay-note', HTMLElement).hidden = current.show !== 'save';
    button.hidden = !isPaying(current) && current.show !== 'save';
    showCode();
    settingsForm.update();
  }

  function showCode(): void {
    const { current } = settings;
    code.show(integrationFor(current, shop), isPaying(current) ? payLabel : null);
  }

  update();
  const copied = report({ widgets, events: log, exchanges });
  const tools = h(
    'div',
    { className: 'tools' },
    copied.button,
    copyButton('copy link', () => location.href),
    h('a', { href: '/demo/gallery/' }, 'gallery'),
  );
  const sections = h(
    'div',
    { className: 'sections' },
    section('Settings', true, settingsForm.element),
    section('Actions', true, actions({ widgets, sandbox, account: shop.publicKey, log, endFault })),
    section('What is wrong?', true, ...diagnosis(widgets)),
    section('Form entries', true, new FormEntries(form).element),
    section('Merchant’s requests and answers', false, exchanges.element),
    section('Code of this page', false, ...code.elements),
    section('Theme editor', settings.current.css !== '', ...theme.elements),
    copied.section,
    section('Test data', false, ...help(settings.current.site)),
    h('p', { className: 'section hint' }, backendNote(sandbox)),
  );
  const panel = h('details', { className: 'drawer', open: matchMedia('(min-width: 64rem)').matches });
  const heading = h('h2', { id: 'panel-heading' }, 'QA panel');
  const events = h('div', { className: 'events' }, h('h3', {}, 'Events'), log.element);
  panel.append(h('summary', {}, heading), h('div', { className: 'drawer-body' }, tools, events, sections));
  byId('qa-panel', HTMLElement).append(panel);

  return {
    outcomeUsed() {
      settings.useOutcome();
      settingsForm.update();
    },
    elementShown: () => theme.showDefaults(),
  };
}

const section = (title: string, open: boolean, ...content: Node[]) =>
  h('details', { className: 'section', open }, h('summary', {}, h('h3', {}, title)), ...content);

const backendNote = (sandbox: Sandbox | null): string =>
  sandbox
    ? `Offline: the sandbox on ${sandbox.origin} stands in for Mercado Pago. Faults act on everyone who uses it.`
    : 'Real credentials: country and customer are the shop’s own, and faults and outcomes of the sandbox are not available.';
