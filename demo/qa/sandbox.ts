import { bankSwitches } from './banks.js';
import { faultRecipe } from './faults.js';
import type { Settings } from './settings.js';
import { webhookSwitches } from './webhooks.js';

/** The switches of the sandbox (`demo/sandbox/control/`). They act on everyone who uses it. */
export class Sandbox {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  get sdkUrl(): string {
    return `${this.origin}/js/v2`;
  }

  /** Sets what the page's settings ask for, and clears what was set before. */
  async prepare({ fault, bank, webhook }: Settings, outcome: Settings['outcome']): Promise<void> {
    const { sandbox = [], cardLimit = null } = faultRecipe(fault);
    await this.#post('/sandbox/faults', {
      faults: sandbox,
      card_limit: cardLimit,
      next_payment: outcome === 'card' ? null : outcome,
      challenge: bankSwitches(bank),
      webhooks: webhookSwitches(webhook),
    });
  }

  /** Everything as it was in the beginning: customers, cards, payments; no faults. */
  async reset(): Promise<void> {
    await this.#post('/sandbox/reset', {});
  }

  /** Decides a payment that waits, as a review at Mercado Pago does; a webhook notifies the shop. */
  async decide(paymentId: string, outcome: 'APRO' | 'OTHE', account: string): Promise<void> {
    await this.#post(`/sandbox/payments/${paymentId}?account=${encodeURIComponent(account)}`, { outcome });
  }

  async #post(path: string, body: object): Promise<void> {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${path}`);
  }
}
