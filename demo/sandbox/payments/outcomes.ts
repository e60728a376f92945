import type { PaymentRecord, PaymentStatus } from './record.js';

export interface Outcome {
  readonly status: PaymentStatus;
  readonly statusDetail: string;
}

const refused = (statusDetail: string): Outcome => ({ status: 'rejected', statusDetail });
const rejected = (reason: string): Outcome => refused(`cc_rejected_${reason}`);
const waiting = (statusDetail: string): Outcome => ({ status: 'in_process', statusDetail });

/** What the test cardholder names decide. */
const OUTCOMES = {
  APRO: { status: 'approved', statusDetail: 'accredited' },
  OTHE: rejected('other_reason'),
  CONT: waiting('pending_contingency'),
  CALL: rejected('call_for_authorize'),
  FUND: rejected('insufficient_amount'),
  SECU: rejected('bad_filled_security_code'),
  EXPI: rejected('bad_filled_date'),
  FORM: rejected('bad_filled_other'),
  CARD: rejected('bad_filled_card_number'),
  INST: rejected('invalid_installments'),
  DUPL: rejected('duplicated_payment'),
  LOCK: rejected('card_disabled'),
  CTNA: rejected('card_type_not_allowed'),
  ATTE: rejected('max_attempts'),
  BLAC: rejected('blacklist'),
} as const satisfies Record<string, Outcome>;

/** Documented results that no test card gives. They can be ordered for the next payment. */
const ORDERED_ONLY = {
  cc_rejected_high_risk: rejected('high_risk'),
  cc_rejected_card_error: rejected('card_error'),
  cc_rejected_time_out: rejected('time_out'),
  cc_rejected_3ds_challenge: rejected('3ds_challenge'),
  cc_rejected_3ds_mandatory: rejected('3ds_mandatory'),
  cc_rejected_fraud: rejected('fraud'),
  cc_rejected_expired_operation: rejected('expired_operation'),
  cc_amount_rate_limit_exceeded: refused('cc_amount_rate_limit_exceeded'),
  cc_unsupported_unsupported: refused('cc_unsupported_unsupported'),
  rejected_by_bank: refused('rejected_by_bank'),
  rejected_by_regulations: refused('rejected_by_regulations'),
  rejected_call_for_authorize: refused('rejected_call_for_authorize'),
  rejected_cap_exceeded: refused('rejected_cap_exceeded'),
  rejected_high_risk: refused('rejected_high_risk'),
  rejected_insufficient_data: refused('rejected_insufficient_data'),
  rejected_other_reason: refused('rejected_other_reason'),
  am_insufficient_amount: refused('am_insufficient_amount'),
  insufficient_amount: refused('insufficient_amount'),
  authorization_revoked: refused('authorization_revoked'),
  bank_error: refused('bank_error'),
  bank_rejected: refused('bank_rejected'),
  payer_unavailable: refused('payer_unavailable'),
  offline_process: waiting('offline_process'),
  pending_additional_info: waiting('pending_additional_info'),
  pending_card_validation: waiting('pending_card_validation'),
  pending_online_validation: waiting('pending_online_validation'),
  pending_provider_response: waiting('pending_provider_response'),
  pending_review_manual: waiting('pending_review_manual'),
  pending_waiting_for_remedy: waiting('pending_waiting_for_remedy'),
} as const satisfies Record<string, Outcome>;

export type OutcomeName = keyof typeof OUTCOMES;
type DecisionName = OutcomeName | keyof typeof ORDERED_ONLY;

/** What a payment that waits can be decided to be. */
export const DECISION_NAMES = Object.keys({ ...OUTCOMES, ...ORDERED_ONLY }) as DecisionName[];

export const APPROVED: Outcome = OUTCOMES.APRO;
export const EXPIRED_CARD: Outcome = OUTCOMES.EXPI;
export const PENDING_CHALLENGE: Outcome = { status: 'pending', statusDetail: 'pending_challenge' };
export const FAILED_CHALLENGE: Outcome = rejected('3ds_challenge');
const AUTHORIZED: Outcome = { status: 'authorized', statusDetail: 'pending_capture' };

const isOutcomeName = (name: string): name is OutcomeName => Object.hasOwn(OUTCOMES, name);

/**
 * The outcome that a cardholder's name asks for. Any other name is approved, with a warning: what Mercado Pago does with it is
 * not known. The name is not printed, since it may be a person's.
 */
export function outcomeOfName(name: string | null): Outcome {
  const key = (name ?? '').trim().toUpperCase();
  if (isOutcomeName(key)) return OUTCOMES[key];
  const known = Object.keys(OUTCOMES).join(', ');
  console.warn(`Approved a cardholder who has none of the test names, which Mercado Pago may not do: ${known}`);
  return APPROVED;
}

/** What can be ordered for the next payment: also that the bank asks about it, whichever card pays. */
export const ORDER_NAMES = [...DECISION_NAMES, 'pending_challenge'] as const;
type OrderName = (typeof ORDER_NAMES)[number];

/** The outcome that was ordered by name. */
export const outcomeOfOrder = (name: OrderName): Outcome =>
  name === 'pending_challenge' ? PENDING_CHALLENGE : { ...OUTCOMES, ...ORDERED_ONLY }[name];

export const isOrderName = (name: string): name is OrderName => ORDER_NAMES.some((known) => known === name);

/** In binary mode no payment is pending; a payment that is not captured yet is only authorized. */
export function withTerms(
  outcome: Outcome,
  { capture, binaryMode }: { capture: boolean; binaryMode: boolean },
): Outcome {
  if (['in_process', 'pending'].includes(outcome.status) && binaryMode) return OUTCOMES.OTHE;
  if (outcome.status === 'approved' && !capture) return AUTHORIZED;
  return outcome;
}

/** Moves a payment to an outcome, with the dates that follow from it. */
export function settle(payment: PaymentRecord, { status, statusDetail }: Outcome, now: Date): void {
  payment.status = status;
  payment.statusDetail = statusDetail;
  payment.dateLastUpdated = now;
  if (status === 'approved') {
    payment.dateApproved ??= now;
    payment.captured = true;
  }
}
