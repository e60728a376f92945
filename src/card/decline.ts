import { fieldsOf, textOf } from './fields.js';

/** What mends a refused payment. `retry`: the same again, later; `bank`: the same again after a call; `none`: do not pay again. */
export type Mend = 'code' | 'card' | 'bank' | 'installments' | 'retry' | 'none';

interface Reason {
  readonly mend: Mend;
  /** Mercado Pago's values and codes, apart by spaces; `cc_rejected_` and `rejected_` are left out. */
  readonly values: string;
  readonly isCardUnusable?: boolean;
  readonly needsCode?: boolean;
}

/**
 * Why a payment was refused, by what it asks of the shopper (source: `status_detail` of a payment, the codes of
 * `POST /v1/payments` and of a card token). Each reason is also the key of its words in `Messages`.
 */
const REASONS = {
  codeRejected: { mend: 'code', values: 'bad_filled_security_code 224 3012 3032 E203 E302', needsCode: true },
  codeNeeded: { mend: 'code', values: '3013 3031', needsCode: true },
  // The token was used before or is not known any more.
  notCompleted: { mend: 'code', values: '2006 2062 3003 3006 3008' },
  dataRejected: { mend: 'code', values: 'bad_filled_other' },
  // The shopper cannot correct what is saved.
  cardDataRejected: {
    mend: 'card',
    values: 'bad_filled_card_number bad_filled_date 3015 3016 3029 3030 3034 7523 E301',
    isCardUnusable: true,
  },
  cardNotAccepted: {
    mend: 'card',
    values: 'blacklist card_type_not_allowed 204 3010 3011 3014 3026 3027 3028 E201',
    isCardUnusable: true,
  },
  cardDisabled: { mend: 'card', values: 'card_disabled', isCardUnusable: true },
  tooManyAttempts: { mend: 'card', values: 'max_attempts', isCardUnusable: true },
  insufficientFunds: { mend: 'card', values: 'insufficient_amount' },
  declined: {
    mend: 'card',
    values: 'high_risk other_reason by_regulations 3ds_mandatory 106 129 150 151 160 2060 6033',
  },
  bankRefused: { mend: 'bank', values: 'call_for_authorize by_bank' },
  bankUnconfirmed: { mend: 'retry', values: '3ds_challenge' },
  installmentsRejected: { mend: 'installments', values: 'invalid_installments 109 4004 4005' },
  alreadyPaid: { mend: 'none', values: 'duplicated_payment 801 2001' },
  notProcessed: { mend: 'retry', values: 'card_error time_out expired' },
} satisfies Record<string, Reason>;

export type DeclineReason = keyof typeof REASONS;

/** What a shopper can do about a refused payment. */
export interface DeclineGuidance {
  readonly reason: DeclineReason;
  readonly mend: Mend;
  /** Paying again with the same card cannot succeed. */
  readonly isCardUnusable: boolean;
  /** The card's code is needed, also where it was optional. */
  readonly needsCode: boolean;
}

/** A payment that was made, or is still on its way. */
const NOT_REFUSED =
  /^(accredited|approved|authorized|in_mediation|in_process|offline_process|partially_refunded|pending|refunded|settled)/;

function reasonOf(value: string): DeclineReason | undefined {
  const wanted = value.trim().replace(/^(cc_)?rejected_/, '');
  return (Object.keys(REASONS) as DeclineReason[]).find((reason) => REASONS[reason].values.split(' ').includes(wanted));
}

/** The values that may tell, most telling first. `cause` is an entry, or a list of them, at times too deep. */
function valuesOf(refusal: unknown): string[] {
  const { status_detail: detail, cause } = fieldsOf(refusal);
  const codes = [cause].flat(Infinity).map((entry) => textOf(fieldsOf(entry)['code']) || textOf(entry));
  return [textOf(refusal), textOf(detail), ...codes].filter(Boolean);
}

/**
 * Guidance after a payment, from a `status_detail`, the code of an error, or Mercado Pago's answer
 * `{status_detail?, cause?}`. Nothing for a payment that was not refused.
 */
export function declineGuidance(refusal: unknown): DeclineGuidance | undefined {
  const values = valuesOf(refusal);
  if (values.some((value) => NOT_REFUSED.test(value))) return undefined;
  // Of what is new to us, a word is a refusal by somebody; anything else is a request that went wrong.
  const isWord = values.some((value) => /^[a-z]/.test(value));
  const reason = values.map(reasonOf).find(Boolean) ?? (isWord ? 'declined' : 'notProcessed');
  const { mend, isCardUnusable = false, needsCode = false }: Reason = REASONS[reason];
  return { reason, mend, isCardUnusable, needsCode };
}
