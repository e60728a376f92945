import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import type { ChallengeSwitches } from '../../../demo/sandbox/challenges/settings.js';
import type { Recipe } from '../../../demo/qa/faults/recipe.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One request that reached the sandbox, as `GET /sandbox/requests` lists it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly idempotency_key: string | null;
}

/** What `npm start` serves, on ports of its own. */
export class Demo {
  /** Of the QA page and the merchant, without a slash at the end. */
  readonly origin: string;
  readonly sandboxOrigin: string;
  readonly #server: ViteDevServer;

  constructor(server: ViteDevServer, origin: string, sandboxOrigin: string) {
    this.origin = origin;
    this.sandboxOrigin = sandboxOrigin;
    this.#server = server;
  }

  /** Customers, cards and payments as in the beginning, no faults, an empty request log. */
  async reset(): Promise<void> {
    await fetch(`${this.sandboxOrigin}/sandbox/reset`, { method: 'POST' });
  }

  /** Takes away the faults that a page ordered; customers, cards and payments stay. */
  async endFaults(page?: Page): Promise<void> {
    await fetch(`${this.sandboxOrigin}/sandbox/faults`, { method: 'DELETE' });
    await page?.evaluate(() => void (document.cookie = 'shop_fault=; path=/; max-age=0'));
  }

  /** From now on the shop that this page belongs to, or Mercado Pago behind it, fails in this way only. */
  async orderFault(page: Page, { sandbox = [], cardLimit, shop }: Recipe): Promise<void> {
    await this.endFaults(page);
    await this.#change({ faults: sandbox, card_limit: cardLimit ?? null });
    if (shop) await page.evaluate((fault) => void (document.cookie = `shop_fault=${fault}; path=/`), shop);
  }

  /** How often a card was saved in an account since the last reset. */
  async cardSaves(account: string): Promise<number> {
    const response = await fetch(`${this.sandboxOrigin}/sandbox/counts?account=${account}`);
    return ((await response.json()) as { card_saves: number }).card_saves;
  }

  /** Decides the next payment, by a test cardholder's name such as `SECU`. */
  async nextPayment(outcome: string): Promise<void> {
    await this.#change({ next_payment: outcome });
  }

  /** How the bank's page behaves from now on, as `demo/sandbox/challenges/settings.ts` has it. */
  async bankBehaves(challenge: Partial<ChallengeSwitches>): Promise<void> {
    await this.#change({ challenge });
  }

  /** What the shop answered to each webhook since the last reset, oldest first; nothing where none was sent. */
  async webhookAnswers(): Promise<number[][]> {
    const response = await fetch(`${this.sandboxOrigin}/sandbox/webhooks`);
    const { deliveries } = (await response.json()) as { deliveries: { answers: number[] }[] };
    return deliveries.map(({ answers }) => answers);
  }

  /** The state of all payments of a shopper, as the shop's own list says. */
  async statuses(page: Page): Promise<string[]> {
    return page.evaluate(async () => {
      const { payments } = (await (await fetch('/api/payments')).json()) as { payments: { status: string }[] };
      return payments.map(({ status }) => status);
    });
  }

  /** Waits until the shop knows that the shopper has seen how the challenge ended. */
  async challengeClosed(page: Page): Promise<void> {
    await page.waitForFunction(async () => (await fetch('/api/challenge')).status === 204);
  }

  /** The payments that the sandbox was asked for since the last reset. */
  payments(): Promise<LoggedRequest[]> {
    return this.#posts('/v1/payments');
  }

  /** The same of a shop that pays with orders. */
  orders(): Promise<LoggedRequest[]> {
    return this.#posts('/v1/orders');
  }

  async #posts(wanted: string): Promise<LoggedRequest[]> {
    const response = await fetch(`${this.sandboxOrigin}/sandbox/requests`);
    const requests = (await response.json()) as LoggedRequest[];
    return requests.filter(({ method, path }) => method === 'POST' && path === wanted);
  }

  stop(): Promise<void> {
    return this.#server.close();
  }

  async #change(settings: object): Promise<void> {
    await fetch(`${this.sandboxOrigin}/sandbox/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(settings),
    });
  }
}

/** No file changes while a test runs, so that a browser need not ask for 300 modules again with each page. */
const CACHED = { 'Cache-Control': 'max-age=600' };

/** Starts what `npm start` starts. The pages are left alone when a file changes: only the test reloads them. */
export async function startDemo(): Promise<Demo> {
  Object.assign(process.env, { PORT: '0', SANDBOX_PORT: '0' });
  const server = await createServer({ root, logLevel: 'warn', server: { watch: null, hmr: false, headers: CACHED } });
  await server.listen();
  const [page] = server.resolvedUrls?.local ?? [];
  if (page === undefined) throw new Error('the demo has no address');
  const settings = (await (await fetch(new URL('api/checkout', page))).json()) as { sandbox: { origin: string } };
  return new Demo(server, new URL(page).origin, settings.sandbox.origin);
}
