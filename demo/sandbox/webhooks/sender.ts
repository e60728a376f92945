import { randomUUID } from 'node:crypto';
import type { Control } from '../control/control.js';
import type { Account } from '../engine/account.js';
import type { WebhookEvent } from '../engine/webhook-event.js';
import { bodyOf } from './body.js';
import { isOnThisMachine, type Panel } from './settings.js';
import { signatureOf } from './signature.js';

/** How long Mercado Pago waits for an answer. */
const TIMEOUT = 22_000;
/** Mercado Pago tries again every 15 minutes at first; here a minute takes a second. */
const RETRY = 15_000;
const MAX_ATTEMPTS = 4;
const LOG_CAPACITY = 200;

/** A webhook and its deliveries, as `GET /sandbox/webhooks` shows it. */
interface Delivery {
  readonly account: Account;
  readonly event: WebhookEvent;
  readonly url: string;
  readonly body: string;
  /** Status of each answer; 0 for none. */
  readonly answers: number[];
  /** How often it was tried; sent twice or three times at once, as a switch wants it, it is one attempt. */
  attempts: number;
}

/** Sends webhooks to the seller's server: signed, again when they fail, and as badly as the switches want it. */
export class WebhookSender {
  readonly #control: Control;
  readonly #panels = new Map<string | null, Panel>();
  #waiting: Delivery[] = [];
  #log: Delivery[] = [];
  /** What is being sent at the moment. */
  readonly #sending = new Set<Promise<void>>();

  constructor(control: Control) {
    this.#control = control;
  }

  /** The panel of an account, or the one of all accounts. */
  panelOf(scope: string | null): Panel | null {
    return this.#panels.get(scope) ?? this.#panels.get(null) ?? null;
  }

  configure(scope: string | null, panel: Panel): void {
    this.#panels.set(scope, panel);
  }

  /** Payments and orders announce here what has changed. */
  readonly announce = (account: Account, event: WebhookEvent): void => {
    const url = event.url && isOnThisMachine(event.url) ? event.url : this.panelOf(account.name)?.url;
    if (!url) return;
    const body = JSON.stringify(bodyOf(account, event, this.#control.webhooksOf(account.name)));
    const delivery = { account, event, url, body, answers: [], attempts: 0 };
    this.#log = [...this.#log, delivery].slice(-LOG_CAPACITY);
    const { hold, late_ms } = this.#control.webhooksOf(account.name);
    this.#wait(delivery, hold ? null : late_ms);
  };

  /** Sends at once what waits, later attempts included; done when all of it was answered. */
  async deliver(scope: string | null): Promise<void> {
    const due = this.#waiting.filter(({ account }) => scope === null || account.name === scope);
    this.#send(due);
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  list(scope: string | null) {
    return this.#log
      .filter(({ account }) => scope === null || account.name === scope)
      .map(({ account, event: { topic, action, id }, url, answers }) => {
        return { account: account.name, topic, action, id, url, answers };
      });
  }

  /** Forgets what was sent and what waits; the panels stay. */
  reset(scope: string | null): void {
    const isOther = ({ account }: Delivery) => scope !== null && account.name !== scope;
    this.#waiting = this.#waiting.filter(isOther);
    this.#log = this.#log.filter(isOther);
  }

  #wait(delivery: Delivery, ms: number | null): void {
    this.#waiting.push(delivery);
    if (ms === null) return;
    const due = () => {
      const { name } = delivery.account;
      const { reversed } = this.#control.webhooksOf(name);
      this.#send(reversed ? this.#waiting.filter(({ account }) => account.name === name) : [delivery]);
    };
    setTimeout(due, ms).unref();
  }

  #send(due: readonly Delivery[]): void {
    const sent = due.filter((delivery) => this.#waiting.includes(delivery));
    this.#waiting = this.#waiting.filter((delivery) => !sent.includes(delivery));
    const { reversed } = this.#control.webhooksOf(sent[0]?.account.name ?? null);
    const sending = this.#attemptEach(reversed ? [...sent].reverse() : sent);
    this.#sending.add(sending);
    void sending.finally(() => this.#sending.delete(sending));
  }

  async #attemptEach(deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) await this.#attempt(delivery);
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { times } = this.#control.webhooksOf(delivery.account.name);
    const statuses = [];
    for (let count = 0; count < times; count += 1) statuses.push(await this.#post(delivery));
    delivery.answers.push(...statuses);
    delivery.attempts += 1;
    const isTaken = statuses.some((status) => status >= 200 && status < 300);
    if (!isTaken && delivery.attempts < MAX_ATTEMPTS) this.#wait(delivery, RETRY);
  }

  #topicOf({ name }: Account, { topic }: WebhookEvent): string {
    return topic === 'order' ? this.#control.webhooksOf(name).order_topic : topic;
  }

  /** The status of the answer; 0 when there was none. */
  async #post({ account, event, url, body }: Delivery): Promise<number> {
    const target = new URL(url);
    target.searchParams.set('data.id', event.id);
    target.searchParams.set('type', this.#topicOf(account, event));
    const requestId = randomUUID();
    const { secret } = this.panelOf(account.name) ?? { secret: '' };
    const signed = { id: event.id, requestId, now: account.now() };
    const signature = signatureOf(signed, secret, this.#control.webhooksOf(account.name));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'MercadoPago WebHook (sandbox)',
      'x-request-id': requestId,
      ...(signature !== undefined && { 'x-signature': signature }),
    };
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const response = await fetch(target, { method: 'POST', headers, body, signal, redirect: 'manual' });
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }
}
