import type { Outcome } from '../../src/card/outcome.js';
import type { Expected } from './status-details.js';

export const UNKNOWN: Expected = ['unknown', 'paymentUnknown'];
export const refused = (reason: Outcome['reason']): Expected => ['refused', reason];

/** An order, with the detail of its payment. */
export const order = (status: string, detail: string, paymentDetail?: string) => ({
  id: 'ORDTST01',
  status,
  status_detail: detail,
  transactions: { payments: [{ id: 'PAY01', status, status_detail: paymentDetail ?? detail }] },
});
/** The body of the answer 402 of Orders. */
export const ordersRefusal = (detail: string) => ({
  errors: [{ code: 'failed', message: 'The payment failed', details: [`PAY01: ${detail}`] }],
  data: order('failed', 'failed', detail),
});
/** The body of an error of the Payments API. */
export const error = (...codes: unknown[]) => ({
  message: 'bad request',
  error: 'bad_request',
  status: 400,
  cause: codes.map((code) => ({ code, description: 'text of Mercado Pago', data: null })),
});
