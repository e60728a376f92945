import type { RecordedPayment } from './answers.js';
import { apiOf } from './payment-apis/payment-api.js';

type Known = Pick<RecordedPayment, 'status' | 'status_detail'>;

/** The bank has not decided yet. The status counts: a failed order can say `pending_challenge` too. */
export const waitsForBank = ({ status, status_detail: detail }: Known): boolean =>
  status === 'pending' && detail === 'pending_challenge';

const PAID = ['approved', 'authorized', 'in_mediation', 'charged_back'];

/**
 * The money is taken, or kept for the shop to capture. Where the shopper disputes that, with the bank or with Mercado Pago, the
 * purchase was paid all the same: the status does not say who has the money now, and the dispute can still end either way.
 */
export const isPaid = ({ status }: Known): boolean => PAID.includes(status);

/** An order whose money is only kept for the shop: to capture it has failed. The Payments API captures by itself. */
export const isToBeCaptured = ({ id, status }: Pick<RecordedPayment, 'id' | 'status'>): boolean =>
  status === 'authorized' && apiOf(String(id)) === 'orders';

const ENDED = ['rejected', 'cancelled', 'refunded'];

/** It takes no money any more. */
export const isEnded = ({ status }: Known): boolean => ENDED.includes(status);

/** It may still be approved: a challenge, a review, and every status that is not known here. */
export const isUndecided = (payment: Known): boolean => !isPaid(payment) && !isEnded(payment);
