import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { DurableFiles } from '../durable-files.js';
import { oneAtATime } from '../one-at-a-time.js';
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

/** So many resources are read at once: one that Mercado Pago does not answer about delays no other. */
export const AT_ONCE = 10;

/**
 * Webhooks that were received, until they are done. An event is on the disk before Mercado Pago gets "200", so that
 * neither a crash nor an outage loses it; one payment has one entry, however many webhooks report it, and is worked on by
 * one at a time.
 * One process works on a folder. A shop with several keeps the events in its database and locks the row.
 */
export class Webhooks {
  readonly secret: string;
  readonly #folder: string;
  readonly #files: DurableFiles;
  #handle: Handler | undefined;
  /** Names of entries to be worked on, the oldest first. */
  readonly #due = new Set<string>();
  /** Those that are being worked on. */
  readonly #working = new Map<string, Promise<void>>();
  #lookingUp: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor({ secret, folder }: WebhookOptions) {
    this.secret = secret;
    this.#folder = join(folder, 'webhooks');
    this.#files = new DurableFiles(this.#folder);
  }

  /** Starts with what an earlier process left. */
  start(handle: Handler): void {
    this.#handle = handle;
    this.#lookUp();
  }

  /** Done when the event is safe; the work on it comes later. */
  async receive(event: Resource): Promise<void> {
    const received: WebhookEvent = { ...event, delivery: randomUUID(), since: Date.now() };
    const name = nameOf(event);
    await this.#change(name, () => this.#files.write(name, received));
    this.#due.add(name);
    this.#workOff();
  }

  /** When nothing is left that could be worked on now. */
  async idle(): Promise<void> {
    while (this.#lookingUp !== undefined || this.#working.size > 0) {
      await Promise.all([this.#lookingUp, ...this.#working.values()]);
    }
  }

  /** Works on everything that is on the disk. */
  #lookUp(): void {
    this.#lookingUp ??= this.#files
      .names()
      .then((names) => {
        for (const name of names) this.#due.add(name);
      })
      .catch((error: unknown) => {
        // A disk that fails must not end the shop.
        console.warn(`Webhooks wait: ${nameOfError(error)}`);
        this.#retryLater();
      })
      .finally(() => {
        this.#lookingUp = undefined;
        this.#workOff();
      });
  }

  #workOff(): void {
    if (!this.#handle) return;
    for (const name of this.#due) {
      if (this.#working.size >= AT_ONCE) return;
      // One that comes while its payment is being read has it read again afterwards.
      if (this.#working.has(name)) continue;
      this.#due.delete(name);
      const done = this.#workOn(name, this.#handle).finally(() => {
        this.#working.delete(name);
        this.#workOff();
      });
      this.#working.set(name, done);
    }
  }

  /** Never rejects: what fails is tried again later. */
  async #workOn(name: string, handle: Handler): Promise<void> {
    let about = name;
    try {
      const event = await this.#read(name);
      if (!event) return;
      about = `about ${event.topic} ${event.id}`;
      await handle(event);
      await this.#change(name, async () => {
        // A newer one stays.
        if ((await this.#read(name))?.delivery === event.delivery) await this.#files.remove(name);
      });
    } catch (error) {
      // By its name alone: an error's message may repeat what Mercado Pago answered.
      console.warn(`Webhook ${about} waits: ${nameOfError(error)}`);
      this.#retryLater();
    }
  }

  #retryLater(): void {
    if (this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#lookUp();
    }, RETRY).unref();
  }

  async #read(name: string): Promise<WebhookEvent | undefined> {
    return webhookEvent.safeParse(await this.#files.read(name)).data;
  }

  /** Additions and removals, one after the other: a removal must not take a newer event with it. */
  async #change(name: string, change: () => Promise<void>): Promise<void> {
    await oneAtATime(join(this.#folder, name), change);
  }
}

const nameOf = ({ site, topic, id }: Resource): string => `${site}-${topic}-${id}`;

const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : 'failed');
