import { join } from 'node:path';
import { z } from 'zod';
import { recordedPayment, type RecordedPayment } from './answers.js';
import { DurableFiles } from './durable-files.js';
import type { Site } from './sites.js';

const keptPayment = recordedPayment.extend({
  /** When Mercado Pago last described it, in ms since 1970 by the shop's clock. */
  seen: z.number(),
  /** The shop has made it: an order has a payment of the other API beside it, of which webhooks tell too. */
  isCharge: z.boolean().default(false),
});
export type KeptPayment = z.infer<typeof keptPayment>;

/**
 * The shop's own record of its payments, each as Mercado Pago last described it: after paying, and after a webhook.
 * A real shop keeps it with its orders.
 */
export class PaymentRecords {
  readonly #folder: string;
  /** One after the other: between reading and writing no newer one may come. */
  #puts: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = join(folder, 'payments');
  }

  /** Keeps the newer of what is known and `payment`, so that no order of answers does harm. */
  async put(site: Site, payment: RecordedPayment, isCharge = false): Promise<void> {
    const done = this.#puts.then(() => this.#put(site, payment, isCharge));
    this.#puts = done.catch(() => {});
    await done;
  }

  async #put(site: Site, payment: RecordedPayment, isCharge: boolean): Promise<void> {
    const files = this.#filesOf(site, payment.external_reference);
    // Somebody else's payment of the same account, which says nothing about our customers.
    if (!files) return;
    const known = keptPayment.safeParse(await files.read(String(payment.id))).data;
    const isStale = known !== undefined && isNewer(known, payment);
    if (isStale && (known.isCharge || !isCharge)) return;
    const now = isStale ? known : { ...payment, seen: Date.now() };
    const kept: KeptPayment = {
      ...now,
      isCharge: isCharge || known?.isCharge === true || Boolean(payment.metadata?.attempt),
    };
    await files.write(String(payment.id), kept);
  }

  async of(site: Site, customerId: string): Promise<KeptPayment[]> {
    const files = this.#filesOf(site, customerId);
    if (!files) return [];
    const read = await Promise.all((await files.names()).map((name) => files.read(name)));
    return read.flatMap((value) => keptPayment.safeParse(value).data ?? []);
  }

  async forget(site: Site, { id, external_reference }: RecordedPayment): Promise<void> {
    await this.#filesOf(site, external_reference)?.remove(String(id));
  }

  #filesOf(site: Site, customerId: string | null | undefined): DurableFiles | null {
    if (!customerId || !/^[\w-]{1,64}$/.test(customerId)) return null;
    return new DurableFiles(join(this.#folder, site, customerId));
  }
}

/** Whether `one` was changed after `other`. */
export const isNewer = (one: RecordedPayment, other: RecordedPayment): boolean =>
  Date.parse(one.date_last_updated ?? '') > Date.parse(other.date_last_updated ?? '');
