import { createHash } from 'node:crypto';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Ids of one account. They follow from the account's name and a counter and from nothing else, so the same calls in
 * the same order give the same ids on every run.
 */
export class IdSource {
  readonly #account: string;
  readonly #base: number;
  readonly #counters = new Map<string, number>();

  constructor(account: string) {
    this.#account = account;
    this.#base = 1000 + (digest(account).readUInt32BE(0) % 9000);
  }

  /** The account's own number, as in `user_id` and `collector_id`. */
  get userId(): number {
    return this.#base * 100_000 + (digest(this.#account).readUInt32BE(4) % 100_000);
  }

  /**
   * A number that no other object of this kind has in this account. Another account may have the same one, since there
   * are only 9000 bases; accounts are kept apart by their separate stores, not by their ids.
   */
  number(kind: string): number {
    return this.#base * 10_000_000 + this.#count(kind);
  }

  /** 32 hexadecimal digits, the form of a card token. */
  hex(kind: string): string {
    return this.#digest(kind).toString('hex').slice(0, 32);
  }

  /** `<user>-<14 letters and digits>`, the form of a customer id. */
  customer(): string {
    const letters = [...this.#digest('customer').subarray(0, 14)].map(
      (byte) => ALPHANUMERIC[byte % ALPHANUMERIC.length],
    );
    return `${this.userId}-${letters.join('')}`;
  }

  /** A prefix and 26 letters and digits that no one mistakes for others, the form of an order's ids. */
  ulid(prefix: string, kind: string): string {
    const letters = [...this.#digest(kind).subarray(0, 24)].map((byte) => CROCKFORD[byte % CROCKFORD.length]);
    return `${prefix}01${letters.join('')}`;
  }

  #digest(kind: string): Buffer {
    return digest(`${this.#account}/${kind}/${this.#count(kind)}`);
  }

  #count(kind: string): number {
    const next = (this.#counters.get(kind) ?? 0) + 1;
    this.#counters.set(kind, next);
    return next;
  }
}
