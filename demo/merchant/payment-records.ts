import { join } from 'node:path';
import { z } from 'zod';
import { recordedPayment, type RecordedPayment } from './answers.js';
import { DurableFiles } from './durable-files.js';
import { dateOf, isSameDate } from './payment-date.js';
import type { Site } from './sites.js';

const keptPayment = recordedPayment.extend({
  /** When Mercado Pago last described it, in ms since 1970 by the shop's clock. */
  seen: z.number(),
  /** The shop has made it: an order also has a payment of the other API, which webhooks name too. */
  isCharge: z.boolean().default(false),
  /** The cart that it was made for: it may be paid by another payment since. */
  cartId: z.string().nullable().default(null),
  /** Since when Mercado Pago does not find it, in ms. */
  missingSince: z.number().nullable().default(null),
});
export type KeptPayment = z.infer<typeof keptPayment>;

/** What the shop made a payment for. */
export interface MadeFor {
  readonly cartId: string | null;
}

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
  async put(site: Site, payment: RecordedPayment, made?: MadeFor): Promise<void> {
    await this.#change(() => this.#put(site, payment, made));
  }

  async #change(change: () => Promise<void>): Promise<void> {
    const done = this.#puts.then(change);
    this.#puts = done.catch(() => {});
    await done;
  }

  async #put(site: Site, payment: RecordedPayment, made: MadeFor | undefined): Promise<void> {
    const files = this.#filesOf(site, payment.external_reference);
    // Somebody else's payment of the same account, which says nothing about our customers.
    if (!files) return;
    const known = keptPayment.safeParse(await files.read(String(payment.id))).data;
    const isStale = known !== undefined && isNewer(known, payment);
    // An id alone recurs in a sandbox that was reset.
    const earlier = known && isSameDate(dateOf(known), dateOf(payment)) ? known : undefined;
    const now = isStale ? known : { ...payment, seen: Date.now() };
    const kept: KeptPayment = {
      ...now,
      isCharge: made !== undefined || earlier?.isCharge === true || Boolean(payment.metadata?.attempt),
      cartId: made?.cartId ?? earlier?.cartId ?? null,
      missingSince: null,
    };
    await files.write(String(payment.id), kept);
  }

  /** The cart that a payment was made for, as far as the shop knows. */
  async cartOf(site: Site, payment: RecordedPayment): Promise<string | null> {
    const files = this.#filesOf(site, payment.external_reference);
    const known = keptPayment.safeParse(await files?.read(String(payment.id))).data;
    return known && isSameDate(dateOf(known), dateOf(payment)) ? known.cartId : null;
  }

  /** Mercado Pago does not find it now, which something in between can say as well. It is kept for a while. */
  async missing(site: Site, record: KeptPayment, readableWithin: number): Promise<'kept' | 'forgotten'> {
    const now = Date.now();
    const missingSince = Math.min(record.missingSince ?? now, now);
    // One that was seen a moment ago may not be readable yet.
    const isKept = now < Math.max(missingSince, Math.min(record.seen, now)) + readableWithin;
    const files = this.#filesOf(site, record.external_reference);
    const name = String(record.id);
    await this.#change(async () => (isKept ? files?.write(name, { ...record, missingSince }) : files?.remove(name)));
    return isKept ? 'kept' : 'forgotten';
  }

  async of(site: Site, customerId: string): Promise<KeptPayment[]> {
    const files = this.#filesOf(site, customerId);
    if (!files) return [];
    const read = await Promise.all((await files.names()).map((name) => files.read(name)));
    return read.flatMap((value) => keptPayment.safeParse(value).data ?? []);
  }

  #filesOf(site: Site, customerId: string | null | undefined): DurableFiles | null {
    if (!customerId || !/^[\w-]{1,64}$/.test(customerId)) return null;
    return new DurableFiles(join(this.#folder, site, customerId));
  }
}

/** Whether `one` was changed after `other`. */
export const isNewer = (one: RecordedPayment, other: RecordedPayment): boolean =>
  Date.parse(one.date_last_updated ?? '') > Date.parse(other.date_last_updated ?? '');
