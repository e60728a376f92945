import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bankLabels, bankSwitches, type BankName } from '../../../demo/qa/banks.js';
import { choices } from '../../../demo/qa/choices.js';
import { faultLabels, faultRecipe, type FaultName } from '../../../demo/qa/faults.js';
import { integrationFor, isPaying } from '../../../demo/qa/integration.js';
import { settingsFrom } from '../../../demo/qa/settings.js';
import { snippet } from '../../../demo/qa/snippets.js';
import { webhookLabels, webhookSwitches, type WebhookName } from '../../../demo/qa/webhooks.js';
import { Control } from '../../../demo/sandbox/control/control.js';
import { settingsPatch } from '../../../demo/sandbox/control/settings.js';
import { shop as checkout } from './checkout-settings.js';

const shop = { ...checkout, sandbox: { origin: 'http://127.0.0.1:5174' } };
const html = (query: string, payLabel: string | null = 'Pay') =>
  snippet('html', integrationFor(settingsFrom(query), shop), payLabel);

describe('the HTML of the QA page', () => {
  it('is a whole integration: a form, the list, the new card inside it', () => {
    assert.equal(
      html(''),
      `<form action="/checkout" method="post">
  <mp-saved-cards
    public-key="TEST-MLA-demo"
    endpoint="/api/cards"
    amount="12990.00"
    required
  >
    <mp-add-card slot="add-card"></mp-add-card>
  </mp-saved-cards>
  <button>Pay</button>
</form>`,
    );
  });

  it('is the new card alone, without a form when there is nothing to pay', () => {
    assert.equal(
      html('?show=save&amount=false', null),
      `<mp-add-card
  intent="save"
  open
  public-key="TEST-MLA-demo"
  endpoint="/api/cards"
></mp-add-card>`,
    );
  });

  it('says what differs from the usual, and escapes it', () => {
    const page = html(
      '?show=list&mode=manage&removable=true&preselect=false&card=42&codeFocus=true&prefix=true&fault=amount-comma',
    );
    assert.match(
      page,
      /amount="129,90"\s+name="card"\s+mode="manage"\s+removable\s+no-preselect\s+card-id="42"\s+code-focus="pointer"\s+required\s+></,
    );
    assert.doesNotMatch(html('?card=other'), /card-id/);
    const quoted = integrationFor(settingsFrom(''), { ...shop, publicKey: '"&' });
    assert.match(snippet('html', quoted, null), /public-key="&quot;&amp;"/);
  });

  it('pays with a list in pay mode and with a new card that is to pay, and with nothing else', () => {
    const paying = ['', '?show=list', '?show=pay', '?mode=manage', '?show=save'].filter((query) =>
      isPaying(settingsFrom(query)),
    );
    assert.deepEqual(paying, ['', '?show=list', '?show=pay']);
  });
});

describe('the next payments of the QA page', () => {
  it('are known to the sandbox', () => {
    const ordered = Object.keys(choices.outcome).filter((name) => name !== 'card');
    for (const next_payment of ordered) settingsPatch.parse({ next_payment });
  });
});

describe('the banks of the QA page', () => {
  it('are taken by the sandbox', () => {
    for (const name of Object.keys(bankLabels) as BankName[]) settingsPatch.parse({ challenge: bankSwitches(name) });
  });
});

describe('the webhooks of the QA page', () => {
  it('are taken by the sandbox', () => {
    for (const name of Object.keys(webhookLabels) as WebhookName[])
      settingsPatch.parse({ webhooks: webhookSwitches(name) });
  });
});

describe('the faults of the QA page', () => {
  it('are taken by the sandbox', () => {
    for (const name of Object.keys(faultLabels) as FaultName[]) {
      const { sandbox = [], cardLimit = null } = faultRecipe(name);
      const patch = settingsPatch.parse({ faults: sandbox, card_limit: cardLimit });
      new Control({ cardLimit: null }).change(null, patch);
    }
  });

  it('have names of their own', () => {
    const labels = Object.values(faultLabels);
    assert.equal(new Set(labels).size, labels.length);
  });
});
