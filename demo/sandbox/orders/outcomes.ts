import { type PaymentRecord, refundedAmount } from '../payments/record.js';
import type { OrderPayment, OrderRecord } from './record.js';

export interface OrderState {
  readonly status: string;
  readonly statusDetail: string;
}

const state = (status: string, statusDetail: string): OrderState => ({ status, statusDetail });

/**
 * What a refusal of the Payments API is called here. Measured: other_reason, call_for_authorize, insufficient_amount,
 * bad_filled_security_code. The rest is inferred from the documented list.
 */
const FAILURES: Readonly<Record<string, string>> = {
  cc_rejected_other_reason: 'rejected_by_issuer',
  cc_rejected_call_for_authorize: 'required_call_for_authorize',
  cc_rejected_insufficient_amount: 'insufficient_amount',
  cc_rejected_bad_filled_security_code: 'bad_filled_card_data',
  cc_rejected_bad_filled_date: 'bad_filled_card_data',
  cc_rejected_bad_filled_other: 'bad_filled_card_data',
  cc_rejected_bad_filled_card_number: 'bad_filled_card_data',
  cc_rejected_invalid_installments: 'invalid_installments',
  cc_rejected_card_disabled: 'card_disabled',
  cc_rejected_max_attempts: 'max_attempts_exceeded',
  cc_rejected_blacklist: 'high_risk',
  cc_rejected_high_risk: 'high_risk',
  rejected_high_risk: 'high_risk',
  cc_rejected_card_error: 'processing_error',
  cc_rejected_time_out: 'processing_error',
  cc_rejected_expired_operation: 'processing_error',
  bank_error: 'processing_error',
  cc_rejected_fraud: 'high_risk',
  rejected_call_for_authorize: 'required_call_for_authorize',
  insufficient_amount: 'insufficient_amount',
  am_insufficient_amount: 'insufficient_amount',
  cc_amount_rate_limit_exceeded: 'amount_limit_exceeded',
  rejected_cap_exceeded: 'amount_limit_exceeded',
  rejected_other_reason: 'rejected_other_reason',
  cc_rejected_3ds_challenge: 'cc_rejected_3ds_challenge',
  rejected_by_bank: 'rejected_by_issuer',
  rejected_by_regulations: 'amount_limit_exceeded',
};

/** Refusals that no test cardholder gives. They can be ordered for the next payment. */
export const ORDERED_FAILURES = [
  'amount_limit_exceeded',
  'bad_filled_card_data',
  'card_disabled',
  'card_insufficient_amount',
  'high_risk',
  'insufficient_amount',
  'invalid_card_token',
  'invalid_installments',
  'max_attempts_exceeded',
  'processing_error',
  'rejected_by_issuer',
  'required_call_for_authorize',
] as const;

export const isOrderedFailure = (name: string): boolean => ORDERED_FAILURES.some((known) => known === name);

/** The state of a transaction, which follows from its classic payment once there is one. */
export function stateOfPayment(order: OrderRecord, { payment, failure }: OrderPayment): OrderState {
  if (failure !== null) return state('failed', failure);
  if (payment) return stateOfClassic(payment);
  if (order.ended === 'expired') return state('expired', 'expired');
  return order.ended ? state('canceled', 'canceled_transaction') : state('created', 'created');
}

function stateOfClassic(payment: PaymentRecord): OrderState {
  const { status, statusDetail } = payment;
  switch (status) {
    case 'approved':
      return state('processed', statusDetail);
    case 'authorized':
      return state('action_required', 'waiting_capture');
    case 'in_process':
      return state('processing', statusDetail === 'pending_review_manual' ? statusDetail : 'in_process');
    case 'pending':
      return state('action_required', statusDetail.replace(/^pending_(?=waiting_)/, ''));
    case 'rejected':
      return state('failed', FAILURES[statusDetail] ?? 'rejected_by_issuer');
    case 'cancelled':
      if (statusDetail !== 'expired') return state('canceled', 'canceled_transaction');
      return state(payment.challenge ? 'challenge_expired' : 'expired', 'expired');
    case 'refunded':
      return state('refunded', 'refunded');
    case 'in_mediation':
      // This API has no word for it, so that it keeps its earlier word is a guess.
      return state('processed', refundedAmount(payment) > 0 ? 'partially_refunded' : 'accredited');
    case 'charged_back':
      return state('charged_back', statusDetail);
  }
}

/** The state of an order: that of its transaction, in the order's own words where they differ. */
export function stateOfOrder(order: OrderRecord): OrderState {
  const [transaction] = order.payments;
  if (order.ended) return state(order.ended, order.ended);
  if (!transaction) return state('created', 'created');
  const { status, statusDetail } = stateOfPayment(order, transaction);
  if (status === 'failed' || status === 'canceled') return state(status, status);
  if (status !== 'processing') return state(status, statusDetail);
  return state(status, statusDetail === 'pending_review_manual' ? 'in_review' : statusDetail);
}
