import { type ChallengeSwitches, USUAL_CHALLENGE } from '../challenges/settings.js';
import { type OrderSwitches, switchesOf } from '../orders/switches.js';
import { NO_SWITCHES, type WebhookSwitches } from '../webhooks/settings.js';
import { NO_SETTINGS, type Fault, type Settings, type SettingsPatch } from './settings.js';

/** Settings are kept per account; `null` means all accounts. */
type Scope = string | null;

/** The sandbox's switches: faults, one-shot outcomes, limits. An account's own settings come before everyone's. */
export class Control {
  readonly #settings = new Map<Scope, Settings>();
  readonly #ends = new Map<Scope, AbortController>();
  readonly #cardLimit: number | null;

  constructor({ cardLimit }: { cardLimit: number | null }) {
    this.#cardLimit = cardLimit;
  }

  settingsOf(scope: Scope): Settings {
    return this.#settings.get(scope) ?? NO_SETTINGS;
  }

  change(scope: Scope, patch: SettingsPatch): void {
    const sent = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    this.#settings.set(scope, { ...this.settingsOf(scope), ...sent });
    if (patch.faults) this.#endFaults(scope);
  }

  clear(scope: Scope): void {
    this.#settings.delete(scope);
    this.#endFaults(scope);
  }

  clearAll(): void {
    this.#settings.clear();
    for (const scope of this.#ends.keys()) this.#endFaults(scope);
  }

  /** Aborted as soon as other faults are ordered, or none: what a fault delays then continues. */
  faultsEnd(account: Scope): AbortSignal {
    return AbortSignal.any([null, account].map((scope) => this.#endOf(scope).signal));
  }

  #endOf(scope: Scope): AbortController {
    const end = this.#ends.get(scope) ?? new AbortController();
    this.#ends.set(scope, end);
    return end;
  }

  #endFaults(scope: Scope): void {
    this.#ends.get(scope)?.abort();
    this.#ends.delete(scope);
  }

  /** How many cards a customer of this account may have; `null` when there is no limit. */
  cardLimitOf(account: string): number | null {
    return this.settingsOf(account).card_limit ?? this.settingsOf(null).card_limit ?? this.#cardLimit;
  }

  /** How the Orders API behaves for this account where sources contradict each other. */
  orderSwitchesOf(account: string): OrderSwitches {
    return switchesOf(this.settingsOf(null).orders, this.settingsOf(account).orders);
  }

  /** How long the search does not know of a payment that was made or has changed. */
  searchDelayOf(account: string): number {
    return this.settingsOf(account).search_delay_ms ?? this.settingsOf(null).search_delay_ms ?? 0;
  }

  /** How webhooks of this account misbehave. */
  webhooksOf(account: Scope): WebhookSwitches {
    return this.settingsOf(account).webhooks ?? this.settingsOf(null).webhooks ?? NO_SWITCHES;
  }

  /** How the bank's challenge behaves for this account. */
  challengeOf(account: string): ChallengeSwitches {
    return this.settingsOf(account).challenge ?? this.settingsOf(null).challenge ?? USUAL_CHALLENGE;
  }

  /** The outcome ordered for the next payment; asking for it uses it up. */
  takeNextPayment(account: string): string | null {
    const scope = [account, null].find((each) => this.settingsOf(each).next_payment !== null);
    if (scope === undefined) return null;
    const { next_payment } = this.settingsOf(scope);
    this.change(scope, { next_payment: null });
    return next_payment;
  }

  /** The faults that apply to this request; those with a number of times are counted down. */
  takeFaults(account: Scope, method: string, path: string): Fault[] {
    const scopes = account === null ? [null] : [account, null];
    return scopes.flatMap((scope) => this.#takeFrom(scope, method, path));
  }

  #takeFrom(scope: Scope, method: string, path: string): Fault[] {
    const { faults } = this.settingsOf(scope);
    const struck = faults.filter((fault) => strikes(fault, method, path));
    if (struck.some(({ times }) => times !== undefined)) {
      const left = faults.flatMap((fault) => (struck.includes(fault) ? countedDown(fault) : [fault]));
      this.#settings.set(scope, { ...this.settingsOf(scope), faults: left });
    }
    return struck;
  }
}

function strikes(fault: Fault, method: string, path: string): boolean {
  const aim = fault.path ?? (fault.kind === 'token_failure' ? '/v1/card_tokens' : '/');
  return path.startsWith(aim) && (fault.method === undefined || fault.method === method);
}

function countedDown(fault: Fault): Fault[] {
  if (fault.times === undefined) return [fault];
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}
