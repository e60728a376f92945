import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import type { PaymentApiName } from '../../../demo/merchant/payment-apis/payment-api.js';
import { sites, type Site } from '../../../demo/merchant/sites.js';
import { answerChallenge } from '../sandbox/support/challenges.js';
import type { Browser, Shop } from './shop.js';

/** What shopper, bank and network do, in any order. `tab` is one of two, each with a form of its own. */
const steps = [
  'pay-first',
  'pay-second',
  'confirm-first',
  'confirm-second',
  'reject-first',
  'reload-first',
  'open-tab',
  'lose-first',
  'review-first',
  'script-pays',
  'script-polls',
  'poll',
  'webhooks',
  'expire',
] as const;
type Step = (typeof steps)[number];

const payments = z.object({ payments: z.array(z.looseObject({ status: z.string() })) });

const attribute = (page: string, name: string) =>
  new RegExp(`<mp-payment-challenge[^>]* ${name}="([^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&');
const resultOf = (page: string) => /data-status="([^"]*)"/.exec(page)?.[1];

/** A shopper with two tabs who wants to pay once. */
class Shopper {
  readonly #shop: Shop;
  readonly #site: Site;
  readonly #browser: Browser;
  readonly #api: PaymentApiName;
  /** The form that a tab sent, and the page that it shows. */
  readonly #tabs = new Map<string, { form: Record<string, string>; page: string }>();

  #hasRead = false;

  constructor(shop: Shop, site: Site, browser: Browser, api: PaymentApiName) {
    this.#shop = shop;
    this.#api = api;
    this.#site = site;
    this.#browser = browser;
  }

  async do(step: Step): Promise<void> {
    const [act, tab = 'first'] = step.split('-');
    if (act === 'pay') await this.#pay(tab);
    else if (act === 'confirm' || act === 'reject') await this.#answer(tab, act);
    else if (act === 'reload') await this.#reload(tab);
    else if (act === 'lose') await this.#lose(tab);
    else if (act === 'review') await this.#review(tab);
    else if (act === 'script') await this.#script(tab);
    else if (step === 'open-tab') await this.#open();
    else if (step === 'poll') await this.#poll();
    else if (step === 'webhooks') await this.#shop.webhooksWorkedOff(this.#site);
    else await this.#expire();
  }

  /** One card after the other that passes the challenge, until the shopper reads that it is paid. */
  async finish(): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      let { text } = await this.#browser.get('/checkout');
      if (!resultOf(text)) text = (await this.#browser.submit(await this.#entries())).text;
      const url = attribute(text, 'url');
      if (url) {
        await answerChallenge(url, attribute(text, 'creq'), 'confirm');
        text = (await this.#browser.get(attribute(text, 'return-url') ?? '')).text;
      }
      if (resultOf(text) === 'approved') return;
    }
    assert.fail('a dead end: the shopper cannot pay');
  }

  async statuses(): Promise<string[]> {
    return payments.parse((await this.#browser.get('/api/payments')).json).payments.map(({ status }) => status);
  }

  /** Who has read "paid" fills in no further form: that would be another purchase. */
  async #pay(tab: string): Promise<void> {
    this.#hasRead ||= [...this.#tabs.values()].some(({ page }) => resultOf(page) === 'approved');
    if (this.#hasRead) return;
    const form = await this.#entries();
    this.#tabs.set(tab, { form, page: (await this.#browser.submit(form)).text });
  }

  /** Pays, and the shop gets no answer. */
  async #lose(tab: string): Promise<void> {
    await this.#shop.setFaults([{ kind: 'drop_answer', method: 'POST', path: `/v1/${this.#api}`, times: 1 }]);
    await this.#pay(tab);
    await this.#shop.setFaults([]);
  }

  /** The bank's answer leads to a review, which ends well later. */
  async #review(tab: string): Promise<void> {
    const id = /data-payment-id="([^"]+)"/.exec(this.#tabs.get(tab)?.page ?? '')?.[1];
    if (!id) return;
    // What is decided by now stays so.
    const decide = (outcome: string) =>
      this.#shop.decide(this.#site, this.#api === 'orders' ? id : Number(id), outcome).catch(() => {});
    await decide('CONT');
    await this.#pay('second');
    await decide('APRO');
  }

  /** A page with JavaScript in a third tab, whose answers are lost on their way: nothing of them is seen. */
  async #script(act: string): Promise<void> {
    if (act === 'pays') await this.#browser.send('POST', '/api/payments', await this.#entries());
    const { json } = await this.#browser.get('/api/challenge');
    const { id } = (json ?? {}) as { id?: string | number };
    if (id !== undefined) await this.#browser.get(`/api/payments/${id}`);
  }

  async #open(): Promise<void> {
    this.#hasRead ||= resultOf(this.#tabs.get('first')?.page ?? '') === 'approved';
    this.#tabs.set('first', { form: {}, page: (await this.#browser.get('/checkout')).text });
  }

  async #answer(tab: string, answer: 'confirm' | 'reject'): Promise<void> {
    const page = this.#tabs.get(tab)?.page ?? '';
    const url = attribute(page, 'url');
    if (url) await answerChallenge(url, attribute(page, 'creq'), answer);
  }

  async #reload(tab: string): Promise<void> {
    const shown = this.#tabs.get(tab);
    if (shown?.form['token']) shown.page = (await this.#browser.submit(shown.form)).text;
  }

  /** As the element does: it leaves for the result once the shop knows it. */
  async #poll(): Promise<void> {
    for (const shown of this.#tabs.values()) {
      const endpoint = attribute(shown.page, 'endpoint');
      if (!endpoint) continue;
      const { status } = (await this.#browser.get(endpoint)).json as { status: string };
      if (status !== 'pending') shown.page = (await this.#browser.get(attribute(shown.page, 'return-url') ?? '')).text;
    }
  }

  async #expire(): Promise<void> {
    await this.#shop.setSwitches({ challenge: { expires_after_ms: 0 } });
    await this.#poll();
    await this.#shop.setSwitches({ challenge: null });
  }

  async #entries(): Promise<Record<string, string>> {
    const cardId = String((await this.#browser.cardIds())[0]);
    return { token: await this.#browser.tokenOfCard(cardId), card_id: cardId, installments: '1' };
  }
}

/** Runs random orders of steps, each with a new account: paid exactly once in the end, and never twice before. */
export async function runChallenges(shop: Shop, api: PaymentApiName, numRuns: number, seed: number): Promise<void> {
  let run = 0;
  const order = fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(order, async (wanted) => {
      const site = sites[run++ % sites.length] ?? 'MLA';
      await fetch(`${shop.sandboxOrigin}/sandbox/reset?account=TEST-${site}-demo`, { method: 'POST' });
      // Tokens recur in a sandbox that was emptied, and an attempt is known by its token.
      await rm(join(shop.folder, 'attempts'), { recursive: true, force: true });
      const shopper = new Shopper(shop, site, await shop.visit('dora', site, api), api);
      await shop.receiveWebhooks(site);
      for (const step of wanted) await shopper.do(step);
      const before = (await shopper.statuses()).filter((status) => status === 'approved').length;
      assert.ok(before <= 1, `paid ${before} times`);
      if (before === 0) await shopper.finish();
      const statuses = await shopper.statuses();
      assert.equal(statuses.filter((status) => status === 'approved').length, 1, statuses.join());
      assert.ok(!statuses.includes('pending'), statuses.join());
    }),
    { numRuns, seed, interruptAfterTimeLimit: 1_800_000, markInterruptAsFailure: true },
  );
}
