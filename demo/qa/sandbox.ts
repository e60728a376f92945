import { bankSwitches } from './banks.js';
import { faultRecipe } from './faults.js';
import type { Settings } from './settings.js';

/** The switches of the sandbox (`demo/sandbox/control/`). They act on everyone who uses it. */
export class Sandbox {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  get sdkUrl(): string {
    return `${this.origin}/js/v2`;
  }

  /** Sets the fault, the outcome and the bank that the page's settings ask for, and clears earlier ones. */
  async prepare({ fault, outcome, bank }: Pick<Settings, 'fault' | 'outcome' | 'bank'>): Promise<void> {
    const { sandbox = [], cardLimit = null } = faultRecipe(fault);
    await this.#post('/sandbox/faults', {
      faults: sandbox,
      card_limit: cardLimit,
      next_payment: outcome === 'card' ? null : outcome,
      challenge: bankSwitches(bank),
    });
  }

  /** Everything as it was in the beginning: customers, cards, payments; no faults. */
  async reset(): Promise<void> {
    await this.#post('/sandbox/reset', {});
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
