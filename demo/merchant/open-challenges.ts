import { join } from 'node:path';
import { z } from 'zod';
import { DurableFiles } from './durable-files.js';
import type { Site } from './sites.js';

const openChallenge = z.object({
  paymentId: z.string(),
  /** The idempotency key that the payment was made with. */
  key: z.string(),
  /** A page has heard how it ended. */
  isKnown: z.boolean(),
  /** When it was made, in ms. */
  since: z.number(),
});

/** A payment that waits, or waited, for the shopper's bank, until the shopper has seen how it ended. */
export type OpenChallenge = z.output<typeof openChallenge>;

/**
 * The last challenge of each customer, so that a tab that was closed finds it again, and no second payment is made beside one
 * that may still be approved. A real shop has this in its order.
 */
export class OpenChallenges {
  readonly #files: DurableFiles;

  constructor(folder: string) {
    this.#files = new DurableFiles(join(folder, 'challenges'));
  }

  async get(site: Site, customerId: string): Promise<OpenChallenge | null> {
    return openChallenge.safeParse(await this.#files.read(nameOf(site, customerId))).data ?? null;
  }

  async put(site: Site, customerId: string, challenge: OpenChallenge): Promise<void> {
    await this.#files.write(nameOf(site, customerId), challenge);
  }

  /** A page has heard how this payment ended. */
  async know(site: Site, customerId: string, paymentId: string): Promise<void> {
    const open = await this.get(site, customerId);
    if (open?.paymentId === paymentId && !open.isKnown) await this.put(site, customerId, { ...open, isKnown: true });
  }

  /** The shopper has seen how this payment ended. */
  async forget(site: Site, customerId: string, paymentId: string): Promise<void> {
    const open = await this.get(site, customerId);
    if (open?.paymentId === paymentId) await this.#files.remove(nameOf(site, customerId));
  }
}

const nameOf = (site: Site, customerId: string): string => `${site}-${customerId}`;
