import { OpenChallenges } from './open-challenges.js';
import { PaymentRecords } from './payment-records.js';
import { Webhooks } from './webhooks/webhooks.js';

/** What the shop keeps on its disk. */
export interface ShopData {
  readonly records: PaymentRecords;
  readonly challenges: OpenChallenges;
  /** `null` without a secret: nothing could be believed. */
  readonly webhooks: Webhooks | null;
}

/** `secret` is the one that Mercado Pago's panel shows with the webhooks. */
export const openShopData = (folder: string, secret: string | null): ShopData => ({
  records: new PaymentRecords(folder),
  challenges: new OpenChallenges(folder),
  webhooks: secret ? new Webhooks({ secret, folder }) : null,
});
