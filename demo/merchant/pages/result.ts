import { html } from 'hono/html';
import type { ShopPayment } from '../answers.js';
import type { Html } from './layout.js';

/** The result of an attempt to pay. */
export interface Result {
  /** The payment's `status`, or `error` when no payment was made. */
  readonly status: string;
  /** The payment's `status_detail`, or the code of the error. */
  readonly statusDetail: string;
  readonly paymentId: string;
}

export const resultOf = ({ id, status, status_detail: detail }: ShopPayment): Result => ({
  status,
  statusDetail: detail ?? '',
  paymentId: String(id),
});

export const resultOutput = ({ status, statusDetail, paymentId }: Result, text: string): Html =>
  html`<output
    id="payment-result"
    data-status="${status}"
    data-status-detail="${statusDetail}"
    data-payment-id="${paymentId}"
    >${text}</output
  >`;
