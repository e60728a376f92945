import type { SiteId } from '../sites/site.js';
import { Account, type Surroundings } from './account.js';
import type { Clock } from './clock.js';
import { seed } from './seed.js';

/** Test keys begin with `APP_USR` today and with `TEST` in older applications. Both open the same account here. */
const CREDENTIAL = /^(?:TEST|APP_USR)-((?:MLA|MLB|MLC|MCO|MLM|MLU|MPE)-[\w.~-]{1,100})$/;

/** The name of the account of a credential (access token or public key), or `null` when it is none of the sandbox. */
export function accountNameOf(credential: string): string | null {
  return CREDENTIAL.exec(credential)?.[1] ?? null;
}

/** Each account has some thousand seeded cards, and any page on this machine can name a new one. */
const LIMIT = 500;

/** The accounts that were asked for last; each is seeded on first use. */
export class Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #surroundings: Surroundings;

  constructor(clock: Clock, { limit = LIMIT, ...surroundings }: Surroundings & { limit?: number } = {}) {
    this.#clock = clock;
    this.#limit = limit;
    this.#surroundings = surroundings;
  }

  /** The account of a credential, or `null` when the credential is refused. */
  of(credential: string): Account | null {
    const name = accountNameOf(credential);
    if (name === null) return null;
    const account = this.#accounts.get(name) ?? this.#open(name);
    // Last in the map is used last.
    this.#accounts.delete(name);
    this.#accounts.set(name, account);
    return account;
  }

  /** Those in use: the one of this name, or all. */
  inUse(name: string | null): readonly Account[] {
    return [...this.#accounts.values()].filter((account) => name === null || account.name === name);
  }

  #open(name: string): Account {
    const [oldest] = this.#accounts.keys();
    if (oldest !== undefined && this.#accounts.size >= this.#limit) this.reset(oldest);
    const account = new Account(name.slice(0, 3) as SiteId, name, this.#clock, this.#surroundings);
    seed(account);
    return account;
  }

  /** Forgets one account, or all: the next use finds it as seeded. */
  reset(name?: string): void {
    for (const each of name === undefined ? [...this.#accounts.keys()] : [name]) {
      this.#accounts.get(each)?.nextEnd.close();
      this.#accounts.delete(each);
    }
  }
}
