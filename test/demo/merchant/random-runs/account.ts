import { z } from 'zod';
import type { Site } from '../../../../demo/merchant/sites.js';
import { WEBHOOK_SECRET } from '../webhook-secret.js';

const payments = z.object({
  results: z.array(
    z.object({
      id: z.number(),
      status: z.string(),
      transaction_amount_refunded: z.number(),
      metadata: z.object({ attempt: z.string().optional() }),
    }),
  ),
});
const orders = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      transactions: z.object({ payments: z.array(z.object({ refunded_amount: z.string().optional() })) }),
    }),
  ),
});

/** What is true of a payment, in the words of the shop. */
export interface Truth {
  readonly id: string;
  readonly status: string;
  readonly refunded: number;
  /** An order has made it: the account page shows that one. */
  readonly isBesideOrder: boolean;
}

const STATUSES: Readonly<Record<string, string>> = {
  processed: 'approved',
  processing: 'in_process',
  failed: 'rejected',
  canceled: 'cancelled',
};

/** The shop's account at the sandbox: its switches, and what has really happened in it. */
export class SandboxAccount {
  readonly #origin: string;
  readonly #token: string;
  #settings: object = {};

  constructor(origin: string, site: Site) {
    this.#origin = origin;
    this.#token = `TEST-${site}-demo`;
  }

  /** As in the beginning, with webhooks to this address. */
  async reset(url: string): Promise<void> {
    await this.#control('POST', 'reset');
    await this.#control('PUT', 'webhooks', { url, secret: WEBHOOK_SECRET });
    this.#settings = {};
  }

  async change(settings: object): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    await this.#control('POST', 'faults', settings);
  }

  /** Sends the webhooks that wait, and those that were not taken. */
  async deliverWebhooks(): Promise<void> {
    await this.#control('POST', 'webhooks/deliver');
  }

  /** Nothing happens where the shopper's other tab has ended it meanwhile. */
  async decide(id: string, outcome: string): Promise<void> {
    try {
      await this.#control('POST', `payments/${id}`, { outcome });
    } catch (error) {
      const now = [...(await this.payments()), ...(await this.orders())].find((each) => each.id === id);
      if (now?.status === 'in_process') throw error;
    }
  }

  async tokenOfCard(cardId: string): Promise<string> {
    const body = JSON.stringify({ card_id: cardId, security_code: '123' });
    const headers = { 'content-type': 'application/json' };
    const url = `${this.#origin}/v1/card_tokens?public_key=${this.#token}`;
    const answer: unknown = await (await fetch(url, { method: 'POST', headers, body })).json();
    return z.object({ id: z.string() }).parse(answer).id;
  }

  /** The payments of the account, those that orders have made included. */
  payments(): Promise<Truth[]> {
    return this.#undisturbed(async () => {
      const { results } = payments.parse(await this.#get('/v1/payments/search?limit=100'));
      return results.map((each) => ({
        id: String(each.id),
        status: each.status,
        refunded: each.transaction_amount_refunded,
        isBesideOrder: each.metadata.attempt === undefined,
      }));
    });
  }

  orders(): Promise<Truth[]> {
    return this.#undisturbed(async () => {
      const dates = 'begin_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z';
      const { data } = orders.parse(await this.#get(`/v1/orders?${dates}&page_size=100`));
      return data.map(({ id, status, transactions }) => ({
        id,
        status: STATUSES[status] ?? status,
        refunded: Number(transactions.payments[0]?.refunded_amount ?? 0),
        isBesideOrder: false,
      }));
    });
  }

  /** Reads without faults, and with a search that knows everything. */
  async #undisturbed<T>(read: () => Promise<T>): Promise<T> {
    const answer: unknown = await (await this.#control('GET', 'faults')).json();
    await this.#control('POST', 'faults', { faults: [], search_delay_ms: 0 });
    const { faults, search_delay_ms } = z.object({ faults: z.unknown(), search_delay_ms: z.unknown() }).parse(answer);
    try {
      return await read();
    } finally {
      await this.#control('POST', 'faults', { faults, search_delay_ms });
    }
  }

  async #get(path: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.#token}` };
    const answer: unknown = await (await fetch(this.#origin + path, { headers })).json();
    return answer;
  }

  async #control(method: string, path: string, body?: object): Promise<Response> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await fetch(`${this.#origin}/sandbox/${path}?account=${this.#token}`, init);
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${path}: ${await answer.text()}`);
    return answer;
  }
}
