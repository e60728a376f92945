import { z } from 'zod';
import type { PaymentApiName } from '../../../../demo/merchant/payment-apis/payment-api.js';
import { wordsFor } from '../../../../demo/merchant/pages/words.js';
import { countryOf, type Site } from '../../../../demo/merchant/sites.js';
import { paymentOutcome } from '../../../../src/card/outcome.js';
import type { MortalShop } from './mortal-shop.js';

/** What the shopper knows after an answer. Only after "refused" another payment is begun. */
export type Knowledge = 'paid' | 'waiting' | 'refused' | 'unknown';

const ORIGIN = 'http://shop.test';
const listed = z.object({
  payments: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      status: z.string(),
      transaction_amount: z.number(),
      transaction_amount_refunded: z.number().nullish(),
    }),
  ),
});
export type Listed = z.output<typeof listed>['payments'][number];

export interface Who {
  readonly site: Site;
  readonly customer: string;
  readonly api: PaymentApiName;
}

/** A shopper with a browser, who does what the pages of the shop say. */
export class Shopper {
  readonly #shop: MortalShop;
  #who: Who;
  #cookie = '';

  constructor(shop: MortalShop, who: Who) {
    this.#shop = shop;
    this.#who = who;
  }

  /** Again after every start of the shop, whose sessions do not outlive it. */
  async signIn(): Promise<void> {
    const answer = await this.#send('POST', '/session', this.#who);
    this.#cookie = answer?.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** The API that the shop pays with now. */
  get api(): PaymentApiName {
    return this.#who.api;
  }

  /** The shop pays with the other API from now on. */
  async changeApi(): Promise<void> {
    const api = this.#who.api === 'orders' ? 'payments' : 'orders';
    this.#who = { ...this.#who, api };
    await this.signIn();
  }

  /** The id of the first card; `undefined` when the shop does not say. */
  async cardId(): Promise<string | undefined> {
    const answer = await this.#send('GET', '/api/cards');
    if (!answer?.ok) return undefined;
    return z.object({ cards: z.array(z.object({ id: z.string() })) }).parse(await answer.json()).cards[0]?.id;
  }

  /** The cart that the page shows; `undefined` when the shop does not say. */
  async cart(): Promise<string | undefined> {
    const answer = await this.#send('GET', '/api/checkout');
    return answer?.ok ? z.object({ cartId: z.uuid() }).parse(await answer.json()).cartId : undefined;
  }

  /** Sends an attempt to pay from the page that pays by script, or from the plain form. */
  async pay(attempt: Record<string, string>, isPlain: boolean): Promise<Knowledge> {
    const answer = isPlain
      ? await this.#send('POST', '/checkout', new URLSearchParams(attempt))
      : await this.#send('POST', '/api/payments', attempt);
    if (!answer) return 'unknown';
    return isPlain ? this.#readPage(answer) : readAnswer(answer);
  }

  /** The account page; `undefined` when it does not come. */
  async payments(): Promise<Listed[] | undefined> {
    const answer = await this.#send('GET', '/api/payments');
    return answer?.ok ? listed.parse(await answer.json()).payments : undefined;
  }

  /** Whether the refund was made, as far as the shop says. */
  async refund(id: string, amount: number | null, key: string): Promise<'made' | 'refused' | 'unknown'> {
    const body = amount === null ? {} : { amount };
    const answer = await this.#send('POST', `/api/payments/${id}/refunds`, body, { 'x-idempotency-key': key });
    if (!answer || answer.status >= 500 || [409, 423, 429].includes(answer.status)) return 'unknown';
    if (!answer.ok) return 'refused';
    return 'made';
  }

  async #readPage(answer: Response): Promise<Knowledge> {
    const page = await answer.text();
    const words = wordsFor(countryOf(this.#who.site).locale);
    if (page.includes(words.approved)) return 'paid';
    if (page.includes(words.pending)) return 'waiting';
    // Both say that nothing was charged.
    if (page.includes(words.refused) || page.includes(words.failed)) return 'refused';
    return 'unknown';
  }

  async #send(
    method: string,
    path: string,
    body?: object,
    more: Record<string, string> = {},
  ): Promise<Response | undefined> {
    const headers = new Headers({ origin: ORIGIN, cookie: this.#cookie, ...more });
    const isForm = body instanceof URLSearchParams;
    if (body && !isForm) headers.set('content-type', 'application/json');
    const init = { method, headers, ...(body && { body: isForm ? body : JSON.stringify(body) }) };
    return this.#shop.fetch(new Request(ORIGIN + path, init));
  }
}

/** As the page by script has it: the element reads the answer. */
async function readAnswer(answer: Response): Promise<Knowledge> {
  const body = (await answer.json()) as object;
  switch (paymentOutcome(answer.ok ? body : { ...body, status: answer.status })?.kind) {
    case 'approved':
    case 'returned':
      return 'paid';
    case 'pending':
    case 'challenge':
      return 'waiting';
    case 'refused':
    case 'ended':
      return 'refused';
    default:
      return 'unknown';
  }
}
