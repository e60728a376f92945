import { createMerchant } from '../../../../demo/merchant/app.js';
import { openShopData, type ShopData } from '../../../../demo/merchant/shop-data.js';
import type { Webhooks } from '../../../../demo/merchant/webhooks/webhooks.js';
import { WEBHOOK_SECRET } from '../webhook-secret.js';

/**
 * One process of the shop. After `crash()` its answers reach no one, and it changes nothing on its disk. What it was about to
 * send to Mercado Pago is still sent, as if it had been on its way.
 */
class ShopProcess {
  readonly #merchant: ReturnType<typeof createMerchant>;
  readonly #died: Promise<void>;
  readonly #running = new Set<Promise<unknown>>();
  #die = () => {};
  #isDead = false;
  #webhooks: Webhooks | null = null;
  /** Receives webhooks, and does not get to what they ask for. */
  isStalled = false;

  constructor(sandbox: string, folder: string) {
    this.#died = new Promise((resolve) => (this.#die = resolve));
    const data = this.#mortal(openShopData(folder, WEBHOOK_SECRET));
    const backend = { kind: 'sandbox', origin: sandbox } as const;
    this.#merchant = createMerchant({ backend, builtScript: '/none', data });
  }

  #mortal(data: ShopData): ShopData {
    const { records, webhooks } = data;
    const { put } = records;
    records.put = async (...args) => {
      if (!this.#isDead) await put.apply(records, args);
    };
    if (!webhooks) return data;
    const { start } = webhooks;
    webhooks.start = (handle) =>
      start.call(webhooks, async (event) => {
        if (!this.#isDead && !this.isStalled) await handle(event);
        // The event stays on the disk, whatever was done about it.
        if (this.#isDead || this.isStalled) throw new Error('Dead');
      });
    this.#webhooks = webhooks;
    return data;
  }

  /** Done when nothing of this process is on its way any more. */
  async crash(): Promise<void> {
    this.#isDead = true;
    this.#die();
    await Promise.allSettled(this.#running);
  }

  /** `undefined` when the process dies before it answers. */
  async fetch(request: Request): Promise<Response | undefined> {
    if (this.#isDead) return undefined;
    const answered = Promise.resolve(this.#merchant.fetch(request));
    this.#running.add(answered);
    void answered.finally(() => this.#running.delete(answered));
    return Promise.race([answered, this.#died.then(() => undefined)]);
  }

  /** Done with the webhooks that can be worked on. */
  async idle(): Promise<void> {
    await this.#webhooks?.idle();
  }
}

/** A shop whose process may die and start again, with what it has on its disk. */
export class MortalShop {
  readonly #sandbox: string;
  readonly #folder: string;
  #process: ShopProcess;

  constructor(sandbox: string, folder: string) {
    this.#sandbox = sandbox;
    this.#folder = folder;
    this.#process = new ShopProcess(sandbox, folder);
  }

  async crash(): Promise<void> {
    await this.#process.crash();
    await this.#process.idle();
  }

  async restart(): Promise<void> {
    await this.crash();
    this.#process = new ShopProcess(this.#sandbox, this.#folder);
  }

  /** From now on webhooks are received, and nothing is done about them before the next start. */
  stall(): void {
    this.#process.isStalled = true;
  }

  fetch(request: Request): Promise<Response | undefined> {
    return this.#process.fetch(request);
  }

  idle(): Promise<void> {
    return this.#process.idle();
  }
}
