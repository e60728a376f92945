import type { RecordedPayment, ShopPayment, ShopRefund } from '../answers.js';
import type { RefundAttempt } from '../refund-attempts.js';
import type { Challenge } from './challenges.js';

/** Mercado Pago's two APIs for payments: `/v1/payments`, and `/v1/orders`, which its docs put first today. */
export const paymentApiNames = ['payments', 'orders'] as const;
export type PaymentApiName = (typeof paymentApiNames)[number];

/** What the ids of each look like. */
const ids = { payments: /^\d{1,20}$/, orders: /^ORD[A-Z0-9]{1,40}$/ } as const satisfies Record<PaymentApiName, RegExp>;

/** The API that knows the payment with this id. The other one cannot know anything of it, and is not asked. */
export const apiOf = (id: string): PaymentApiName | undefined => paymentApiNames.find((api) => ids[api].test(id));

/** How many payments are listed. */
export const LIST_LIMIT = 50;

/** One attempt to pay. */
export interface Charge {
  readonly token: string;
  /** The customer whose saved card the token was made of; `null` for a card that was just typed. */
  readonly customerId: string | null;
  readonly email: string;
  /** Units of money, not cents. */
  readonly amount: number;
  readonly description: string;
  /** The payment is found again by it. */
  readonly reference: string;
  readonly installments: number;
  /** What the page says about the card. */
  readonly methodId: string | null | undefined;
  readonly methodType: string | null | undefined;
  readonly issuerId: string | null | undefined;
  /** What Mercado Pago says about a saved card. */
  readonly savedMethod: { readonly id: string; readonly type: string } | null;
  /** `MP_DEVICE_SESSION_ID` of the shopper's page. */
  readonly deviceId: string | undefined;
  /** Sent again with the same key, it is the same payment. */
  readonly idempotencyKey: string;
}

/** What the Orders API says with a 402: for the page, as far as `answers.ts` names it. */
export interface Refusal {
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly data: object;
}

/** A payment, and what the bank asks about it. */
export interface Looked {
  readonly payment: RecordedPayment;
  readonly challenge: Challenge | null;
}

export interface Charged extends Looked {
  readonly refusal: Refusal | null;
}

/**
 * What the shop does with payments, whichever API it uses. Both speak of a payment in the words of the Payments API, so
 * that nothing else in the shop has to know; `status_detail` stays the API's own, which the elements know from both.
 */
export interface PaymentApi extends NewPayments, MadePayments {}

/** To make a payment, and to find those that were made. */
export interface NewPayments {
  charge(charge: Charge): Promise<Charged>;
  /** Newest first, `LIST_LIMIT` at most. */
  list(reference: string): Promise<readonly RecordedPayment[]>;
}

/** What concerns a payment that there is: only the API that made it knows its id. */
export interface MadePayments {
  get(id: string): Promise<RecordedPayment>;
  /** The same with the challenge that it waits for. */
  look(id: string): Promise<Looked>;
  cancel(id: string): Promise<ShopPayment>;
  /** Refunds a part of a payment, or all that is left of it. */
  refund(id: string, attempt: RefundAttempt, options: { idempotencyKey: string }): Promise<ShopRefund>;
}
