import { join } from 'node:path';
import { z } from 'zod';
import { DurableFiles } from './durable-files.js';
import type { Site } from './sites.js';

const openChallenge = z.object({
  paymentId: z.string(),
  /** The idempotency key that the payment was made with. */
  key: z.string(),
  /** The saved card that is to pay: it stays chosen if the bank refuses. */
  cardId: z.string().nullable().default(null),
  /** A new card, to be saved once it has paid. */
  savesCard: z.boolean().default(false),
  /** A page has heard how it ended. */
  isKnown: z.boolean(),
  /** When it was made, in ms. */
  since: z.number(),
});

/** A payment that waits, or waited, for the shopper's bank, until the shopper has seen how it ended. */
export type OpenChallenge = z.output<typeof openChallenge>;

/** A token can pay for seven days, a captured one for eight, in ms: an attempt that is older pays nothing more. */
const TOKEN_LIFE = 8 * 24 * 60 * 60 * 1000;

/** An approved payment. A sandbox that was reset gives its id, and the token of the attempt, to others: the date does not recur. */
const answer = z.object({ paymentId: z.string(), dateCreated: z.string().nullable() });
type Answer = z.output<typeof answer>;

/**
 * The last challenge of each customer, so that a tab that was closed finds it again, and no second payment is made beside one
 * that may still be approved. A real shop has this in its order.
 */
export class OpenChallenges {
  readonly #files: DurableFiles;
  readonly #answered: DurableFiles;
  /** Not on the disk, where no token belongs: after a restart the shopper reads that the card was not saved. */
  readonly #saveTokens = new Map<string, string>();

  constructor(folder: string) {
    this.#files = new DurableFiles(join(folder, 'challenges'));
    this.#answered = new DurableFiles(join(folder, 'answered-attempts'));
  }

  async get(site: Site, customerId: string): Promise<OpenChallenge | null> {
    return openChallenge.safeParse(await this.#files.read(nameOf(site, customerId))).data ?? null;
  }

  async put(site: Site, customerId: string, challenge: OpenChallenge): Promise<void> {
    const earlier = await this.get(site, customerId);
    if (earlier?.paymentId !== challenge.paymentId) this.#saveTokens.delete(nameOf(site, customerId));
    await this.#files.write(nameOf(site, customerId), challenge);
  }

  /** An attempt was answered with an earlier payment: sent again, by a reload of the page, it is answered in the same way. */
  async answer(site: Site, customerId: string, key: string, answer: Answer): Promise<void> {
    await this.#answered.removeOlderThan(TOKEN_LIFE);
    await this.#answered.write(`${nameOf(site, customerId)}-${key}`, answer);
  }

  /** The earlier payment that was the answer to this attempt. */
  async answerTo(site: Site, customerId: string, key: string): Promise<Answer | null> {
    return answer.safeParse(await this.#answered.read(`${nameOf(site, customerId)}-${key}`)).data ?? null;
  }

  keepSaveToken(site: Site, customerId: string, token: string): void {
    this.#saveTokens.set(nameOf(site, customerId), token);
  }

  /** The second token of the card that is to be saved. */
  saveToken(site: Site, customerId: string): string | undefined {
    return this.#saveTokens.get(nameOf(site, customerId));
  }

  /** A page has heard how this payment ended. */
  async know(site: Site, customerId: string, paymentId: string): Promise<void> {
    const open = await this.get(site, customerId);
    if (open?.paymentId === paymentId && !open.isKnown) await this.put(site, customerId, { ...open, isKnown: true });
  }

  /** The shopper has seen how this payment ended. */
  async forget(site: Site, customerId: string, paymentId: string): Promise<void> {
    const open = await this.get(site, customerId);
    if (open?.paymentId !== paymentId) return;
    this.#saveTokens.delete(nameOf(site, customerId));
    await this.#files.remove(nameOf(site, customerId));
  }
}

const nameOf = (site: Site, customerId: string): string => `${site}-${customerId}`;
