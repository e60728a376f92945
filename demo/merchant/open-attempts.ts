import { join } from 'node:path';
import { z } from 'zod';
import { DurableFiles } from './durable-files.js';
import { paymentApiNames } from './payment-apis/payment-api.js';
import type { Site } from './sites.js';

const openAttempt = z.object({
  /** The idempotency key that it was made with. */
  key: z.string(),
  /** The API that it was made with: the shop's setting may change before it has ended. */
  api: z.enum(paymentApiNames).optional(),
  /** The API that it was sent to before: what was on its way then may have paid since. */
  movedFrom: z.enum(paymentApiNames).optional(),
  /** `null` until Mercado Pago has answered: the answer can be lost, and the payment made. */
  paymentId: z.string().nullable(),
  /** Of the payment. A sandbox that was reset gives its id to others. */
  dateCreated: z.string().nullable(),
  /** The saved card that is to pay: it stays chosen if the bank refuses. */
  cardId: z.string().nullable().default(null),
  /** What it pays for. */
  cartId: z.string().nullable().default(null),
  /** A new card, to be saved once it has paid. */
  savesCard: z.boolean().default(false),
  /** When it was made, in ms. */
  since: z.number(),
  /** Since when Mercado Pago does not find its payment, in ms. */
  missingSince: z.number().nullable().default(null),
  /** The customer's payments of the time before it, as `labelOf` has them: none of them is the one whose answer was lost. */
  earlier: z.array(z.string()),
});

/**
 * An attempt to pay of which the shopper has not seen the end: its answer did not come, or the bank asks, or the bank has
 * decided and no page has said that it has shown it.
 */
export type OpenAttempt = z.output<typeof openAttempt>;

/** A token can pay for seven days, a captured one for eight, in ms: an attempt that is older pays nothing more. */
const TOKEN_LIFE = 8 * 24 * 60 * 60 * 1000;

/** A sandbox that was reset gives the payment's id, and the token of the attempt, to others: the date does not recur. */
const answer = z.object({
  paymentId: z.string(),
  dateCreated: z.string().nullable(),
  /** The attempt made the payment; otherwise it is an earlier one, which was paid already. */
  isOwn: z.boolean().default(false),
  /** What it was for. */
  cartId: z.string().nullable().default(null),
});
type Answer = z.output<typeof answer>;

/**
 * The last attempt of each customer, written before the charge, so that a tab that was closed finds it again, and no second
 * payment is made while an earlier one is paid, or may be. A real shop has this in its order.
 */
export class OpenAttempts {
  readonly #files: DurableFiles;
  readonly #answered: DurableFiles;
  /** Not on the disk, where no token belongs: after a restart the shopper reads that the card was not saved. */
  readonly #saveTokens = new Map<string, string>();

  constructor(folder: string) {
    this.#files = new DurableFiles(join(folder, 'attempts'));
    this.#answered = new DurableFiles(join(folder, 'answered-attempts'));
  }

  async get(site: Site, customerId: string): Promise<OpenAttempt | null> {
    const kept = await this.#files.readWhole(nameOf(site, customerId));
    return kept === undefined ? null : openAttempt.parse(kept);
  }

  async put(site: Site, customerId: string, attempt: OpenAttempt): Promise<void> {
    const earlier = await this.get(site, customerId);
    if (earlier?.key !== attempt.key) this.#saveTokens.delete(nameOf(site, customerId));
    await this.#files.write(nameOf(site, customerId), attempt);
  }

  /** The payment that an attempt was answered with: sent again, by a reload of the page, it is answered in the same way. */
  async answer(site: Site, customerId: string, key: string, answer: Answer): Promise<void> {
    await this.#answered.removeOlderThan(TOKEN_LIFE);
    await this.#answered.write(`${nameOf(site, customerId)}-${key}`, answer);
  }

  /** The payment that was the answer to this attempt. */
  async answerTo(site: Site, customerId: string, key: string): Promise<Answer | null> {
    const kept = await this.#answered.readWhole(`${nameOf(site, customerId)}-${key}`);
    return kept === undefined ? null : answer.parse(kept);
  }

  keepSaveToken(site: Site, customerId: string, token: string): void {
    this.#saveTokens.set(nameOf(site, customerId), token);
  }

  /** The second token of the card that is to be saved. */
  saveToken(site: Site, customerId: string): string | undefined {
    return this.#saveTokens.get(nameOf(site, customerId));
  }

  /** The shopper has seen how this attempt ended, or it has made no payment. */
  async forget(site: Site, customerId: string, { key }: Pick<OpenAttempt, 'key'>): Promise<void> {
    const open = await this.get(site, customerId);
    if (open?.key !== key) return;
    this.#saveTokens.delete(nameOf(site, customerId));
    await this.#files.remove(nameOf(site, customerId));
  }
}

const nameOf = (site: Site, customerId: string): string => `${site}-${customerId}`;
