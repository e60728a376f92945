import type { SiteId } from '../sites/site.js';
import { Account } from './account.js';
import type { Clock } from './clock.js';
import { seed } from './seed.js';

/** Test keys begin with `APP_USR` today and with `TEST` in older applications. Both open the same account here. */
const CREDENTIAL = /^(?:TEST|APP_USR)-((?:MLA|MLB|MLC|MCO|MLM|MLU|MPE)-[\w.~-]{1,100})$/;

/** The name of the account of a credential (access token or public key), or `null` when it is none of the sandbox. */
export function accountNameOf(credential: string): string | null {
  return CREDENTIAL.exec(credential)?.[1] ?? null;
}

/** All accounts that were ever asked for; each is seeded on first use. */
export class Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The account of a credential, or `null` when the credential is refused. */
  of(credential: string): Account | null {
    const name = accountNameOf(credential);
    if (name === null) return null;
    const known = this.#accounts.get(name);
    if (known) return known;
    const account = new Account(name.slice(0, 3) as SiteId, name, this.#clock);
    seed(account);
    this.#accounts.set(name, account);
    return account;
  }

  /** Forgets one account, or all: the next use finds it as seeded. */
  reset(name?: string): void {
    if (name === undefined) this.#accounts.clear();
    else this.#accounts.delete(name);
  }
}
