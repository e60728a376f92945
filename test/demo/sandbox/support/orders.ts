import { z } from 'zod';
import { call, type Answer, typedCard } from './http.js';
import { findCustomer, seller, tokenFor } from './official-sdk.js';

/** What tests read of an order. */
export const orderBody = z.looseObject({
  id: z.string(),
  status: z.string(),
  status_detail: z.string(),
  total_amount: z.string(),
  total_paid_amount: z.string().optional(),
  transactions: z.object({
    payments: z.array(
      z.looseObject({
        id: z.string(),
        status: z.string(),
        status_detail: z.string(),
        amount: z.string(),
        paid_amount: z.string().optional(),
        refunded_amount: z.string().optional(),
        payment_method: z.looseObject({ id: z.string(), installments: z.number().optional() }),
      }),
    ),
    refunds: z
      .array(z.looseObject({ id: z.string(), transaction_id: z.string(), amount: z.string(), status: z.string() }))
      .optional(),
  }),
});

export const faultBody = z.object({
  errors: z.array(z.object({ code: z.string(), message: z.string(), details: z.array(z.string()).optional() })),
  data: orderBody.optional(),
});

/** The first code of a refusal, or the status of an order that was made after all. */
export const codeOf = (answer: Answer): string => {
  const fault = faultBody.safeParse(answer.json).data;
  return `${answer.status} ${fault ? (fault.errors[0]?.code ?? '') : 'an order'}`;
};

/** A seller's account and the Orders API, called with `fetch`: the official SDK loses `errors` and `data` of a refusal. */
export class Seller {
  readonly sdk;
  readonly #origin: string;
  readonly #account: string;

  constructor(origin: string, account: string) {
    this.#origin = origin;
    this.#account = account;
    this.sdk = seller(account);
  }

  /** Sends a POST with a key of its own, unless the headers have one. */
  send(path: string, body?: unknown, headers: Record<string, string> = { 'x-idempotency-key': crypto.randomUUID() }) {
    return call(`${this.#origin}/v1/orders${path}`, { method: 'POST', token: this.#account, body, headers });
  }

  put(path: string, body: unknown) {
    const headers = { 'x-idempotency-key': crypto.randomUUID() };
    return call(`${this.#origin}/v1/orders${path}`, { method: 'PUT', token: this.#account, body, headers });
  }

  get(path: string): Promise<Answer> {
    return call(`${this.#origin}/v1/orders${path}`, { token: this.#account });
  }

  /** Sets switches, faults or the next outcome of this account. */
  async order(settings: object): Promise<void> {
    const url = `${this.#origin}/sandbox/faults?account=${this.#account}`;
    const { status } = await call(url, { method: 'POST', body: settings });
    if (status !== 200) throw new Error(`the sandbox refused the settings: ${status}`);
  }

  /** The body of an order paid with one of Ana's cards. */
  async savedCard(position = 0, changes: object = {}): Promise<OrderRequest> {
    const ana = await findCustomer(this.sdk, 'ana@testuser.com');
    const card = ana.cards[position];
    const code = card?.security_code?.length === 4 ? '1234' : '123';
    const method = {
      id: card?.payment_method?.id ?? '',
      type: card?.payment_method?.payment_type_id ?? '',
      token: await tokenFor(this.sdk, card?.id ?? '', code),
      installments: 1,
    };
    return { ...request(method), payer: { customer_id: ana.id }, ...changes };
  }

  /** The body of an order paid with a card that was just typed. */
  async typedCard(name: string, changes: object = {}, number = '4235647728025682'): Promise<OrderRequest> {
    const url = `${this.#origin}/v1/card_tokens?public_key=${this.#account}`;
    const { json } = await call(url, { method: 'POST', body: typedCard(number, name) });
    const { id: token } = z.object({ id: z.string() }).parse(json);
    const method = { id: 'visa', type: 'credit_card', token, installments: 1 };
    return { ...request(method), payer: { email: 'test_user@testuser.com' }, ...changes };
  }
}

export interface OrderRequest {
  readonly type: string;
  readonly processing_mode: string;
  readonly external_reference: string;
  readonly total_amount: string;
  readonly payer: object;
  readonly transactions: { readonly payments: { readonly amount: string; readonly payment_method: CardMethod }[] };
}

interface CardMethod {
  readonly id: string;
  readonly type: string;
  readonly token: string;
  readonly installments: number;
}

const request = (method: CardMethod) => ({
  type: 'online',
  processing_mode: 'automatic',
  external_reference: 'ORDER-1',
  total_amount: '200.00',
  transactions: { payments: [{ amount: '200.00', payment_method: method }] },
});
