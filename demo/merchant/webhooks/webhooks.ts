import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { DurableFiles } from '../durable-files.js';
import { sites } from '../sites.js';

export const topics = ['payment', 'order'] as const;

const webhookEvent = z.object({
  site: z.enum(sites),
  topic: z.enum(topics),
  id: z.string(),
  /** Differs with every delivery. */
  delivery: z.string(),
  /** When the shop received it, in ms since 1970. */
  since: z.number(),
});

/** That a payment or an order has changed. What has changed is for Mercado Pago's API to say. */
export type WebhookEvent = z.output<typeof webhookEvent>;

/** What it is about. */
type Resource = Pick<WebhookEvent, 'site' | 'topic' | 'id'>;

/** Does what an event asks for. It may be called again for the same one: after a crash, a failure, a duplicate. */
export type Handler = (event: WebhookEvent) => Promise<void>;

export interface WebhookOptions {
  /** As the panel of Mercado Pago shows it. */
  readonly secret: string;
  /** The shop's data folder. */
  readonly folder: string;
}

const RETRY = 60_000;

/**
 * Webhooks that were received, until they are done. An event is on the disk before Mercado Pago hears "200", so that
 * neither a crash nor an outage loses it; one payment has one entry, however many webhooks tell of it.
 * One process works on a folder. A shop with several keeps the events in its database and locks the row.
 */
export class Webhooks {
  readonly secret: string;
  readonly #files: DurableFiles;
  #handle: Handler | undefined;
  #working: Promise<void> | undefined;
  #isAsked = false;
  #retry: NodeJS.Timeout | undefined;
  /** Additions and removals, one after the other: a removal must not take a newer event with it. */
  #changes: Promise<unknown> = Promise.resolve();

  constructor({ secret, folder }: WebhookOptions) {
    this.secret = secret;
    this.#files = new DurableFiles(join(folder, 'webhooks'));
  }

  /** Starts with what an earlier process left. */
  start(handle: Handler): void {
    this.#handle = handle;
    this.#work();
  }

  /** Done when the event is safe; the work on it comes later. */
  async receive(event: Resource): Promise<void> {
    const received: WebhookEvent = { ...event, delivery: randomUUID(), since: Date.now() };
    await this.#change(() => this.#files.write(nameOf(event), received));
    this.#work();
  }

  /** When nothing is left that could be worked on now. */
  async idle(): Promise<void> {
    while (this.#working) await this.#working;
  }

  #work(): void {
    if (!this.#handle) return;
    this.#isAsked = true;
    this.#working ??= this.#workOff()
      .catch((error: unknown) => {
        // A disk that fails must not end the shop.
        console.warn(`Webhooks wait: ${error instanceof Error ? error.name : 'failed'}`);
        this.#retryLater();
      })
      .finally(() => (this.#working = undefined));
  }

  async #workOff(): Promise<void> {
    clearTimeout(this.#retry);
    const failed = new Set<string>();
    while (this.#isAsked) {
      this.#isAsked = false;
      for (const event of await this.#waiting()) {
        if (!failed.has(event.delivery) && !(await this.#isDone(event))) failed.add(event.delivery);
      }
    }
    if (failed.size > 0) this.#retryLater();
  }

  #retryLater(): void {
    this.#retry = setTimeout(() => this.#work(), RETRY).unref();
  }

  async #isDone(event: WebhookEvent): Promise<boolean> {
    try {
      await this.#handle?.(event);
    } catch (error) {
      // By its name alone: an error's message may repeat what Mercado Pago answered.
      console.warn(`Webhook about ${event.topic} ${event.id} waits: ${error instanceof Error ? error.name : 'failed'}`);
      return false;
    }
    await this.#change(async () => {
      const now = webhookEvent.safeParse(await this.#files.read(nameOf(event)));
      if (now.data?.delivery === event.delivery) await this.#files.remove(nameOf(event));
    });
    return true;
  }

  async #waiting(): Promise<WebhookEvent[]> {
    const read = await Promise.all((await this.#files.names()).map((name) => this.#files.read(name)));
    return read.flatMap((value) => webhookEvent.safeParse(value).data ?? []);
  }

  async #change(change: () => Promise<void>): Promise<void> {
    const done = this.#changes.then(change);
    this.#changes = done.catch(() => {});
    await done;
  }
}

const nameOf = ({ site, topic, id }: Resource): string => `${site}-${topic}-${id}`;
