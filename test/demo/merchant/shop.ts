import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { z } from 'zod';
import { createMerchant } from '../../../demo/merchant/app.js';
import { openShopData } from '../../../demo/merchant/shop-data.js';
import { readResource } from '../../../demo/merchant/webhooks/read-resource.js';
import { Webhooks } from '../../../demo/merchant/webhooks/webhooks.js';
import { startSandbox } from '../../../demo/sandbox/server.js';
import { WEBHOOK_SECRET } from './webhook-secret.js';
import type { PaymentApiName } from '../../../demo/merchant/payment-apis/payment-api.js';
import type { Site } from '../../../demo/merchant/sites.js';

/** An answer, read whole. `json` is as wide as JSON: tests narrow it with the schemas below. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** The reference merchant and a sandbox of its own, both over HTTP on ports of the system's choice. */
export interface Shop {
  readonly origin: string;
  readonly sandboxOrigin: string;
  /** What the shop keeps. */
  readonly folder: string;
  readonly webhooks: Webhooks | null;
  /** A browser signed in as a customer; without one, a browser that has never been here. */
  visit(customer?: string | null, site?: Site, api?: PaymentApiName): Promise<Browser>;
  /** Has the sandbox misbehave from now on. */
  setFaults(faults: readonly Record<string, unknown>[]): Promise<void>;
  /** Sets other switches of the sandbox. */
  setSwitches(switches: Record<string, unknown>): Promise<void>;
  /** Has the sandbox send webhooks of this country's account to the shop. */
  receiveWebhooks(site: Site): Promise<void>;
  /** Delivers the webhooks that wait; when the shop has done what they ask for, the statuses of its answers. */
  webhooksWorkedOff(site: Site): Promise<number[][]>;
  /** Works on webhooks that were not done, as the shop does a minute later or after a restart. */
  webhooksRetried(): Promise<void>;
  /** Ends the review of a payment or an order. */
  decide(site: Site, id: number | string, outcome: string): Promise<void>;
  /** Decides the next payment, by a test cardholder's name such as `SECU`. */
  nextPayment(outcome: string): Promise<void>;
  /** What the account of this shop at the sandbox contains. */
  counts(site: Site): Promise<z.infer<typeof accountCounts>>;
  /** What has reached the sandbox, oldest first. */
  requests(method: string, path: string | RegExp): Promise<z.infer<typeof requestLog>>;
}

/** What a shopper's browser does to the shop: keeps the cookie, says where a request comes from. */
export interface Browser {
  get(path: string): Promise<Answer>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: HeadersInit): Promise<Answer>;
  submit(entries: Record<string, string>, path?: string): Promise<Answer>;
  /** The ids of the customer's saved cards. */
  cardIds(): Promise<string[]>;
  /** A token of a saved card, made as Secure Fields make it: from the browser, with the public key. */
  tokenOfCard(cardId: string): Promise<string>;
  /** A token of a card that was just typed. */
  tokenOfNewCard(card?: { number?: string; name?: string }): Promise<string>;
}

export { WEBHOOK_SECRET } from './webhook-secret.js';

export interface ShopOptions {
  readonly paymentApi?: PaymentApiName;
  /** For how long a payment may be unknown that Mercado Pago has announced, in ms. */
  readonly readableWithin?: number;
  /** A Mercado Pago between shop and sandbox. */
  readonly api?: (sandboxOrigin: string) => Promise<string>;
  /** Mercado Pago's. */
  readonly clock?: () => Date;
}

/** Starts a shop that ends with the tests of the file. */
export async function openShop({
  paymentApi = 'payments',
  readableWithin,
  api,
  clock,
}: ShopOptions = {}): Promise<Shop> {
  const sandbox = await startSandbox({ port: 0, ...(clock && { clock }) });
  const folder = await mkdtemp(join(tmpdir(), 'shop-test-'));
  const data = openShopData(folder, WEBHOOK_SECRET, readableWithin);
  const backend = { kind: 'sandbox', origin: (await api?.(sandbox.origin)) ?? sandbox.origin } as const;
  const merchant = createMerchant({
    data,
    backend,
    paymentApi,
    builtScript: new URL('no-such-script.js', import.meta.url).pathname,
  });
  const server = serve({ fetch: merchant.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  after(async () => {
    await new Promise((resolve) => server.close(resolve));
    await sandbox.close();
    await data.webhooks?.idle();
    await rm(folder, { recursive: true });
  });
  return {
    origin,
    sandboxOrigin: sandbox.origin,
    folder,
    webhooks: data.webhooks,
    visit: (customer, site, api) => visit(origin, sandbox.origin, customer, site, api),
    setFaults: (faults) => order(sandbox.origin, { faults }),
    setSwitches: (switches) => order(sandbox.origin, switches),
    receiveWebhooks: async (site) => {
      const url = `${origin}/api/webhooks?site=${site}`;
      const body = JSON.stringify({ url, secret: WEBHOOK_SECRET });
      await fetch(`${sandbox.origin}/sandbox/webhooks?account=TEST-${site}-demo`, { method: 'PUT', body });
    },
    webhooksWorkedOff: async (site) => {
      const response = await fetch(`${sandbox.origin}/sandbox/webhooks/deliver?account=TEST-${site}-demo`, {
        method: 'POST',
      });
      await data.webhooks?.idle();
      return webhookLog.parse(await response.json()).deliveries.map(({ answers }) => answers);
    },
    webhooksRetried: async () => {
      const later = new Webhooks({ secret: WEBHOOK_SECRET, folder });
      later.start(readResource(backend, data));
      await later.idle();
    },
    decide: async (site, id, outcome) => {
      await postJson(`${sandbox.origin}/sandbox/payments/${id}?account=TEST-${site}-demo`, { outcome });
    },
    nextPayment: (outcome) => order(sandbox.origin, { next_payment: outcome }),
    counts: async (site) =>
      accountCounts.parse(await (await fetch(`${sandbox.origin}/sandbox/counts?account=TEST-${site}-demo`)).json()),
    requests: async (method, path) => {
      const all = requestLog.parse(await (await fetch(`${sandbox.origin}/sandbox/requests`)).json());
      const isMeant = typeof path === 'string' ? (sent: string) => sent === path : (sent: string) => path.test(sent);
      return all.filter((request) => request.method === method && isMeant(request.path));
    },
  };
}

async function order(sandbox: string, settings: object): Promise<void> {
  const response = await postJson(`${sandbox}/sandbox/faults`, settings);
  if (!response.ok) throw new Error(`The sandbox refused the settings: ${response.status}`);
}

async function visit(
  origin: string,
  sandbox: string,
  customer?: string | null,
  site: Site = 'MLA',
  api?: PaymentApiName,
): Promise<Browser> {
  let cookie: string | undefined;
  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    if (init.method && !headers.has('origin')) headers.set('origin', origin);
    const response = await fetch(origin + path, { ...init, headers });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  const browser: Browser = {
    get: (path) => request(path),
    send: (method, path, body, headers) =>
      request(path, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    submit: (entries, path = '/checkout') => request(path, { method: 'POST', body: new URLSearchParams(entries) }),
    cardIds: async () => cardsBody.parse((await request('/api/cards')).json).cards.map((card) => card.id),
    tokenOfCard: (cardId) => createToken(sandbox, site, { card_id: cardId, security_code: '123' }),
    tokenOfNewCard: ({ number = '5031755734530604', name = 'APRO' } = {}) =>
      createToken(sandbox, site, {
        card_number: number,
        security_code: '123',
        expiration_month: 11,
        expiration_year: 2030,
        cardholder: { name, identification: { type: 'DNI', number: '12345678' } },
      }),
  };
  if (customer !== undefined) {
    const answer = await browser.send('POST', '/session', { site, customer, api });
    if (answer.status !== 200) throw new Error(`Signing in failed: ${answer.status}`);
  }
  return browser;
}

async function createToken(sandbox: string, site: Site, body: Record<string, unknown>): Promise<string> {
  const response = await postJson(`${sandbox}/v1/card_tokens?public_key=TEST-${site}-demo`, body);
  return z.object({ id: z.string() }).parse(await response.json()).id;
}

const postJson = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const webhookLog = z.object({ deliveries: z.array(z.object({ answers: z.array(z.number()) })) });

const accountCounts = z.object({ cards: z.number(), card_saves: z.number() });

const requestLog = z.array(
  z.object({
    method: z.string(),
    path: z.string(),
    idempotency_key: z.string().nullable(),
    device_id: z.string().nullable(),
    body: z.unknown(),
  }),
);

export const cardsBody = z.object({
  cards: z.array(z.looseObject({ id: z.string() })),
  default_card: z.string().nullable(),
});

export const paymentBody = z.object({
  id: z.number(),
  status: z.string(),
  status_detail: z.string(),
  transaction_amount: z.number(),
  currency_id: z.string(),
  transaction_amount_refunded: z.number(),
  installments: z.number(),
});

export const purchaseBody = paymentBody.extend({ card_saved: z.boolean().nullable() });
export const paymentsBody = z.object({ payments: z.array(paymentBody) });
export const errorBody = z.strictObject({
  message: z.string(),
  cause: z.array(z.strictObject({ code: z.union([z.string(), z.number()]), description: z.string() })),
});

export const settingsBody = z.object({
  site: z.string(),
  customer: z.string().nullable(),
  publicKey: z.string(),
  amount: z.string(),
  sandbox: z.object({ origin: z.string() }).nullable(),
});
