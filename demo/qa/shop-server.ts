import { z } from 'zod';
import type { Recorder } from './recorder.js';
import type { Settings } from './settings.js';

const checkoutSettings = z.object({
  customer: z.string().nullable(),
  publicKey: z.string(),
  /** Of what is bought on this page: it is paid once. */
  cartId: z.string().nullable(),
  /** The payment of the cart before, whose page may not have reached the shopper. */
  paidBefore: z.string().nullable(),
  amount: z.string(),
  currency: z.string(),
  description: z.string(),
  locale: z.string(),
  sandbox: z.object({ origin: z.url() }).nullable(),
});

/** The checkout settings, as the shop's server returns them. */
export type CheckoutSettings = z.output<typeof checkoutSettings>;

const payment = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  status: z.string(),
  status_detail: z.string().nullish(),
  challenge: z.object({ url: z.string(), creq: z.string().optional() }).optional(),
});

const refusal = z.object({ cause: z.array(z.object({ code: z.union([z.string(), z.number()]) })) });

/** The 402 of a shop that pays with the Orders API. */
const failedOrder = z.object({
  data: z.object({
    id: z.string(),
    transactions: z.object({ payments: z.array(z.object({ status_detail: z.string() })).min(1) }),
  }),
});

/** Where the bank's page is, as the shop gives it. */
export interface BankChallenge {
  readonly url: string;
  readonly creq?: string | undefined;
}

/** How an attempt to pay ended. */
export interface PaymentResult {
  /** The payment's `status`; `error` when no payment was made, `unknown` when one may have been made. */
  readonly status: string;
  /** The payment's `status_detail`, or the code of the error. */
  readonly statusDetail: string;
  readonly paymentId: string;
  /** What came back, as it is: the elements read it by themselves. */
  readonly answer: unknown;
  /** What the shopper's bank asks before the payment is decided. */
  readonly challenge?: BankChallenge | undefined;
}

/** The form's entries, as they are sent to be paid. */
export type Order = Readonly<Record<string, FormDataEntryValue>>;

/** The reference merchant as its own checkout page calls it. */
export class ShopServer {
  readonly #fetch: typeof fetch;

  constructor(recorder: Recorder) {
    this.#fetch = recorder.fetch;
  }

  async checkout(): Promise<CheckoutSettings> {
    return checkoutSettings.parse(await (await this.#fetch('/api/checkout')).json());
  }

  /** Signs in as one of the sandbox's customers; `null` signs out. */
  async signIn({ site, api }: Pick<Settings, 'site' | 'api'>, customer: string | null): Promise<CheckoutSettings> {
    const response = await this.#send('/session', { site, customer, ...(api !== 'shop' && { api }) });
    return checkoutSettings.parse(await response.json());
  }

  /** Pays. Never throws: every failure is a result that can be shown to the shopper. */
  async pay(order: Order): Promise<PaymentResult> {
    try {
      const response = await this.#send('/api/payments', order);
      const body: unknown = await response.json();
      return response.ok ? paid(body) : refused(response.status, body);
    } catch (answer) {
      return { status: 'unknown', statusDetail: 'no_answer', paymentId: '', answer };
    }
  }

  /** The payment that the bank was asked about when the page was closed; `null` also when the shop does not say. */
  async openChallenge(): Promise<PaymentResult | null> {
    try {
      const response = await this.#fetch('/api/challenge');
      return response.status === 200 ? paid(await response.json()) : null;
    } catch {
      return null;
    }
  }

  /** The shopper has seen how this payment ended. If this request is lost, it is shown again. */
  async closeChallenge(paymentId: string): Promise<void> {
    await this.#fetch(`/api/challenge/${paymentId}`, { method: 'DELETE' }).catch(() => {});
  }

  #send(path: string, body: object): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' };
    return this.#fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}

function paid(body: unknown): PaymentResult {
  const { id, status, status_detail, challenge } = payment.parse(body);
  return { status, statusDetail: status_detail ?? '', paymentId: id, answer: body, challenge };
}

function refused(httpStatus: number, body: unknown): PaymentResult {
  const answer = { ...(body as object), status: httpStatus };
  const order = httpStatus === 402 ? failedOrder.safeParse(body).data?.data : undefined;
  if (order) {
    const statusDetail = order.transactions.payments[0]?.status_detail ?? '';
    return { status: 'rejected', statusDetail, paymentId: order.id, answer };
  }
  const code = refusal.safeParse(body).data?.cause[0]?.code ?? httpStatus;
  // No refusal: the request was not looked at, is still running or was carried out before, and may have been paid then.
  const isUnknown = httpStatus >= 500 || [408, 409, 423, 425, 429].includes(httpStatus);
  return { status: isUnknown ? 'unknown' : 'error', statusDetail: String(code), paymentId: '', answer };
}
