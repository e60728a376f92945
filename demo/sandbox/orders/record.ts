import type { PaymentRecord } from '../payments/record.js';
import type { MethodBody, OrderBody, PaymentBody } from './request.js';

/** A transaction of an order. What happened to its money is kept in the classic payment, which the Payments API shows too. */
export interface OrderPayment {
  readonly id: string;
  readonly referenceId: string;
  readonly sent: Omit<PaymentBody, 'payment_method'>;
  method: MethodBody;
  /** `null` until it is processed, or when it failed before there was one. */
  payment: PaymentRecord | null;
  /** Why it failed, where the classic payment has no word for it. */
  failure: string | null;
  /** Ids of this API for refunds of the classic payment. */
  readonly refundIds: Map<number, string>;
}

export interface OrderRecord {
  readonly id: string;
  readonly sent: OrderBody;
  readonly mode: 'automatic' | 'manual' | 'automatic_async';
  readonly dateCreated: Date;
  dateLastUpdated: Date;
  /** How it ended before anything was processed. */
  ended: 'canceled' | 'expired' | null;
  payments: readonly OrderPayment[];
  /** Grows with every webhook. */
  version: number;
}

/** An answer that is given again to the same idempotency key. */
export interface KeptAnswer {
  readonly at: Date;
  /** A digest of the request's body, which has a token in it. */
  readonly digest: string;
  readonly status: number;
  readonly body: string;
}
