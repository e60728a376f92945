import type { PaymentRecord, PaymentStatus } from './record.js';

export interface Outcome {
  readonly status: PaymentStatus;
  readonly statusDetail: string;
}

const rejected = (reason: string): Outcome => ({ status: 'rejected', statusDetail: `cc_rejected_${reason}` });

/** What the test cardholder names decide. */
const OUTCOMES = {
  APRO: { status: 'approved', statusDetail: 'accredited' },
  OTHE: rejected('other_reason'),
  CONT: { status: 'in_process', statusDetail: 'pending_contingency' },
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

export type OutcomeName = keyof typeof OUTCOMES;

export const OUTCOME_NAMES = Object.keys(OUTCOMES) as OutcomeName[];

export const APPROVED: Outcome = OUTCOMES.APRO;
export const EXPIRED_CARD: Outcome = OUTCOMES.EXPI;
export const PENDING_CHALLENGE: Outcome = { status: 'pending', statusDetail: 'pending_challenge' };
export const FAILED_CHALLENGE: Outcome = rejected('3ds_challenge');
const AUTHORIZED: Outcome = { status: 'authorized', statusDetail: 'pending_capture' };

const isOutcomeName = (name: string): name is OutcomeName => Object.hasOwn(OUTCOMES, name);

/** The outcome that a cardholder's name asks for; any other name is approved. */
export function outcomeOfName(name: string | null): Outcome {
  const key = (name ?? '').trim().toUpperCase();
  return isOutcomeName(key) ? OUTCOMES[key] : APPROVED;
}

/** Binary mode knows no waiting; a payment that is not captured yet is only authorized. */
export function withTerms(
  outcome: Outcome,
  { capture, binaryMode }: { capture: boolean; binaryMode: boolean },
): Outcome {
  if (outcome.status === 'in_process' && binaryMode) return OUTCOMES.OTHE;
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
