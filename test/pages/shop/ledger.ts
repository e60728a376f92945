import type { ServerResponse } from 'node:http';

/** One post to the shop, as it was sent: duplicates kept, in order. */
export interface Post {
  readonly entries: readonly (readonly [name: string, value: string])[];
  /** The shop had its payment already when this came. */
  readonly isLate: boolean;
}

/** What Mercado Pago behind the shop made of a token. */
export interface Payment {
  readonly id: number;
  readonly token: string;
  readonly card: string | null;
  readonly status: string;
  readonly status_detail: string;
}

export type Order = 'normal' | 'reverse';

/** What a test may look at. */
export interface Log {
  readonly posts: readonly Post[];
  readonly payments: readonly Payment[];
  /** Posts that wait at the gate. */
  readonly held: number;
}

export const valuesOf = ({ entries }: Post, name: string): string[] =>
  entries.flatMap(([key, value]) => (key === name ? [value] : []));

/** The answer has left, or is not waited for any more. */
const closed = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    if (response.closed || response.destroyed) resolve();
    else response.once('close', resolve);
  });

/** The books of one shop: every post, and the payments that came of them. One token is one payment, however often it comes. */
export class Ledger {
  readonly #posts: Post[] = [];
  readonly #payments: Payment[] = [];
  #plan: string[] = [];
  #held: (() => Promise<void>)[] = [];
  #isOpen = true;

  get log(): Log {
    return { posts: this.#posts, payments: this.#payments, held: this.#held.length };
  }

  /** How the next payments end: `approved`, or `rejected:` and a reason. Without a plan they are approved. */
  plan(outcomes: readonly string[]): void {
    this.#plan = [...outcomes];
  }

  /** From now on the shop is slow: it takes what is posted, and answers when the gate is opened. */
  close(): void {
    this.#isOpen = false;
  }

  /** Lets all waiting posts go, one after the other. */
  async open(order: Order): Promise<void> {
    this.#isOpen = true;
    const held = this.#held.splice(0);
    for (const letGo of order === 'reverse' ? held.reverse() : held) await letGo();
  }

  /** Takes a post, and charges it once the gate is open; `undefined` for one without a token. */
  async take(entries: Post['entries'], response: ServerResponse): Promise<Payment | undefined> {
    const post = { entries, isLate: this.#payments.some(({ status }) => status === 'approved') };
    this.#posts.push(post);
    if (!this.#isOpen) await this.#passage(response);
    const [token] = valuesOf(post, 'token');
    return token ? this.#charge(token, post) : undefined;
  }

  #passage(response: ServerResponse): Promise<void> {
    return new Promise((resolve) => {
      this.#held.push(() => {
        resolve();
        return closed(response);
      });
    });
  }

  #charge(token: string, post: Post): Payment {
    const known = this.#payments.find((payment) => payment.token === token);
    if (known) return known;
    const [status = '', detail = 'accredited'] = (this.#plan.shift() ?? 'approved').split(':');
    const payment: Payment = {
      id: 9000 + this.#payments.length,
      token,
      card: valuesOf(post, 'card_id')[0] ?? null,
      status,
      status_detail: detail,
    };
    this.#payments.push(payment);
    return payment;
  }
}
