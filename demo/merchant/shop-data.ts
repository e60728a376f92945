import { Carts } from './carts.js';
import { OpenAttempts } from './open-attempts.js';
import { PaymentRecords } from './payment-records.js';
import { RefundAttempts } from './refund-attempts.js';
import { Webhooks } from './webhooks/webhooks.js';

/** What the shop keeps on its disk. */
export interface ShopData {
  readonly records: PaymentRecords;
  readonly attempts: OpenAttempts;
  readonly carts: Carts;
  /** `null` without a secret: no signature could be checked. */
  readonly webhooks: Webhooks | null;
  readonly refunds: RefundAttempts;
  /**
   * For how long, in ms, a payment that was announced may be unknown when it is read: what Mercado Pago has just made is
   * not readable everywhere at once. Only after that does "not found" mean that there is none.
   */
  readonly readableWithin: number;
}

const HOUR = 3_600_000;

/** `secret` is the one that Mercado Pago's panel shows with the webhooks. */
export const openShopData = (folder: string, secret: string | null, readableWithin = HOUR): ShopData => ({
  records: new PaymentRecords(folder),
  attempts: new OpenAttempts(folder),
  carts: new Carts(folder),
  webhooks: secret ? new Webhooks({ secret, folder }) : null,
  refunds: new RefundAttempts(folder),
  readableWithin,
});
