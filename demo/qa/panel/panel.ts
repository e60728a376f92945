import { byId, h } from '../dom.js';
import { faultRecipe } from '../faults.js';
import { applyMarkup, htmlOf, integrationFor, isPaying } from '../integration.js';
import type { Recorder } from '../recorder.js';
import type { Sandbox } from '../sandbox.js';
import type { SettingsLink } from '../settings.js';
import type { CheckoutSettings, ShopServer } from '../shop-server.js';
import type { Widgets } from '../widgets.js';
import { actions } from './actions.js';
import { copyButton } from './copy-button.js';
import { diagnosis } from './diagnosis.js';
import { EventLog } from './event-log.js';
import { ExchangeLog } from './exchange-log.js';
import { FormEntries } from './form-entries.js';
import { SettingsForm } from './settings-form.js';
import { help } from './help.js';

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

/** The panel beside the shop: everything that can be set, and everything that happens. */
export function showPanel(parts: PanelParts): { outcomeUsed(): void } {
  const { settings, shop, sandbox, server, recorder, form, widgets, button, payLabel, prepareFaults } = parts;
  const log = new EventLog();
  const snippet = h('code');
  const settingsForm = new SettingsForm({ settings, hasSandbox: sandbox !== null, applied: () => void apply() });

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
    const markup = integrationFor(settings.current, shop);
    applyMarkup(widgets.outer, markup);
    button.hidden = !isPaying(settings.current) && settings.current.show !== 'save';
    snippet.textContent = htmlOf(markup, button.hidden ? null : payLabel);
    settingsForm.update();
  }

  update();
  const sections = [
    section('Settings', true, settingsForm.element),
    section('Actions', true, actions({ widgets, sandbox, log, endFault })),
    section('What is wrong?', true, ...diagnosis(widgets)),
    section('Events', true, log.element),
    section('Form entries', true, new FormEntries(form).element),
    section('Merchant’s requests and answers', false, new ExchangeLog(recorder).element),
    section(
      'HTML of this page',
      false,
      h('pre', {}, snippet),
      copyButton('copy', () => snippet.textContent),
    ),
    section('Test data', false, ...help(settings.current.site)),
  ];
  const panel = h('details', { className: 'drawer', open: matchMedia('(min-width: 64rem)').matches });
  const heading = h('h2', { id: 'panel-heading' }, 'QA panel');
  const tools = h(
    'p',
    { className: 'tools' },
    copyButton('copy the link to this state', () => location.href),
    h('a', { href: '/demo/gallery/' }, 'gallery of all states'),
  );
  panel.append(h('summary', {}, heading), h('p', { className: 'hint' }, backendNote(sandbox)), tools, ...sections);
  byId('qa-panel', HTMLElement).append(panel);

  return {
    outcomeUsed() {
      settings.change({ outcome: 'card' });
      update();
    },
  };
}

const section = (title: string, open: boolean, ...content: Node[]) =>
  h('details', { className: 'section', open }, h('summary', {}, h('h3', {}, title)), ...content);

const backendNote = (sandbox: Sandbox | null): string =>
  sandbox
    ? `Offline: the sandbox on ${sandbox.origin} stands in for Mercado Pago. Faults act on everyone who uses it.`
    : 'Real credentials: country and customer are the shop’s own, and faults and outcomes of the sandbox are not available.';
