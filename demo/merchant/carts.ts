import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { DurableFiles } from './durable-files.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Site } from './sites.js';

/** The payment that a cart was paid with. A sandbox that was reset gives its id to others: the date does not recur. */
const payment = z.object({ paymentId: z.string(), dateCreated: z.string().nullable() });
export type PaymentOfCart = z.output<typeof payment>;

const cart = z.object({
  id: z.uuid(),
  /** The payment of the cart before this one, until its page has been left: the page can be lost on its way. */
  before: payment.nullable(),
});
export type OpenCart = z.output<typeof cart>;

/** A page with a cart may be open for so long, in ms. */
const PAGE_LIFE = 30 * 24 * 60 * 60 * 1000;

/**
 * The cart of each customer that is not paid yet, and what the earlier ones were paid with. A page names the cart that it shows,
 * and a cart is paid once: by whichever tab comes first, and however often a page that was lost is filled in again. A real shop
 * has the number and the state of its order for it.
 */
export class Carts {
  readonly #open: DurableFiles;
  readonly #paid: DurableFiles;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#open = new DurableFiles(join(folder, 'carts'));
    this.#paid = new DurableFiles(join(folder, 'paid-carts'));
  }

  /** The customer's current cart: the same for every page until it is paid. */
  async open(site: Site, email: string): Promise<OpenCart> {
    return this.#change(nameOf(site, email), async (name) => {
      const known = cart.safeParse(await this.#open.read(name)).data;
      const before = known ? await this.#paymentOf(name, known.id) : null;
      if (known && !before) return known;
      return this.#start(name, before);
    });
  }

  async paymentOf(site: Site, email: string, id: string): Promise<PaymentOfCart | null> {
    return this.#paymentOf(nameOf(site, email), id);
  }

  /** The cart is paid, and the next one is empty. */
  async close(site: Site, email: string, id: string, paidWith: PaymentOfCart): Promise<void> {
    await this.#change(nameOf(site, email), async (name) => {
      await this.#paid.removeOlderThan(PAGE_LIFE);
      await this.#paid.write(`${name}-${id}`, paidWith);
      const known = cart.safeParse(await this.#open.read(name)).data;
      if (known?.id === id) await this.#start(name, paidWith);
    });
  }

  /** The shopper has seen that this payment is made. */
  async leave(site: Site, email: string, paymentId: string): Promise<void> {
    await this.#change(nameOf(site, email), async (name) => {
      const known = cart.safeParse(await this.#open.read(name)).data;
      if (known?.before?.paymentId === paymentId) await this.#open.write(name, { ...known, before: null });
    });
  }

  async #start(name: string, before: PaymentOfCart | null): Promise<OpenCart> {
    const started: OpenCart = { id: randomUUID(), before };
    await this.#open.write(name, started);
    return started;
  }

  async #paymentOf(name: string, id: string): Promise<PaymentOfCart | null> {
    const kept = await this.#paid.readWhole(`${name}-${id}`);
    return kept === undefined ? null : payment.parse(kept);
  }

  #change<T>(name: string, change: (name: string) => Promise<T>): Promise<T> {
    return oneAtATime(join(this.#folder, 'carts', name), () => change(name));
  }
}

/** By the e-mail, which the session knows without a request. Not in plain text: it is the name of a file. */
const nameOf = (site: Site, email: string): string =>
  `${site}-${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32)}`;
