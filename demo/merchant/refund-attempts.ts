import { join } from 'node:path';
import { z } from 'zod';
import { recordedPayment } from './answers.js';
import { DurableFiles } from './durable-files.js';
import type { Site } from './sites.js';

const refundAttempt = z.object({
  /** `null`: all that is left. */
  amount: z.number().nullable(),
  /** The payment as it was before. */
  before: recordedPayment,
});
export type RefundAttempt = z.infer<typeof refundAttempt>;

/**
 * What each idempotency key was first sent for. A key that is sent again, because its answer was lost, is then understood
 * by how the payment was before it was ever sent. A real shop keeps this with its refunds.
 */
export class RefundAttempts {
  readonly #files: DurableFiles;

  constructor(folder: string) {
    this.#files = new DurableFiles(join(folder, 'refunds'));
  }

  /** The first attempt with this key: `attempt`, unless there was one before. Call it before anything is asked for. */
  async first(site: Site, key: string, attempt: RefundAttempt): Promise<RefundAttempt> {
    const name = `${site}-${attempt.before.id}-${key}`;
    const known = refundAttempt.safeParse(await this.#files.read(name));
    if (known.success) return known.data;
    await this.#files.write(name, attempt);
    return attempt;
  }
}
