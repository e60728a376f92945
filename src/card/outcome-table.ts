export type OutcomeKind = 'approved' | 'pending' | 'challenge' | 'ended' | 'returned' | 'refused' | 'unknown';

/**
 * What the shopper can do: type the security code, use another card, call the bank, choose other installments, try again
 * later, look whether it was charged before paying again (`look`), or nothing.
 */
export type Remedy = 'code' | 'card' | 'bank' | 'installments' | 'retry' | 'look' | 'none';

/** A field of the form for a new card that can be corrected. */
export type CorrectableField = 'cardNumber' | 'expirationDate' | 'securityCode' | 'cardholderName';

/** One row of the table. Its lists are separated by spaces. */
interface UntypedRow {
  readonly reason: string;
  /** `refused` if left out. */
  readonly kind?: OutcomeKind;
  /** `none` if left out. */
  readonly remedy?: Remedy;
  /** Values of `status`. */
  readonly statuses?: string;
  /** Values of `status_detail`, without their prefix `cc_rejected_` or `rejected_`. */
  readonly rejected?: string;
  /** Other values of `status_detail`, and error codes. */
  readonly values?: string;
  readonly isCardUnusable?: boolean;
  readonly needsCode?: boolean;
  readonly field?: CorrectableField;
}

/**
 * All values and codes of the Payments API and the Orders API, grouped by their meaning. Two rows may have the same reason
 * and differ in the field that can be corrected.
 */
const ROWS = [
  {
    reason: 'paid',
    kind: 'approved',
    statuses: 'approved authorized processed',
    values: 'accredited pending_capture waiting_capture',
  },
  {
    reason: 'paymentPending',
    kind: 'pending',
    statuses: 'pending in_process in_mediation processing in_review created action_required',
    values:
      'offline_process pending_contingency pending_provider_response pending_review_manual pending_card_validation ' +
      'pending_online_validation pending_additional_info pending_waiting_for_remedy pending_waiting_payment ' +
      'pending_waiting_transfer waiting_bank_confirmation waiting_payment waiting_transfer waiting_retry',
  },
  { reason: 'paymentChallenge', kind: 'challenge', values: 'pending_challenge' },
  {
    reason: 'paymentEnded',
    kind: 'ended',
    remedy: 'retry',
    statuses: 'cancelled canceled expired',
    values: 'by_payer by_collector by_admin canceled_transaction',
  },
  {
    reason: 'returned',
    kind: 'returned',
    statuses: 'refunded charged_back',
    values: 'partially_refunded settled reimbursed',
  },
  {
    // The token was used before, and its first use may have been approved; or the request failed halfway.
    reason: 'paymentUnknown',
    kind: 'unknown',
    remedy: 'look',
    values:
      '2006 2062 3003 3006 3008 invalid_card_token card_token_not_found 2004 2007 2041 E601 internal_error ' +
      'idempotency_key_already_used idempotency_validation_failed resource_locked',
  },
  {
    reason: 'codeRejected',
    remedy: 'code',
    rejected: 'bad_filled_security_code',
    values: '224 3012 3032 E203 E302',
    needsCode: true,
    field: 'securityCode',
  },
  { reason: 'codeNeeded', remedy: 'code', values: '3013 3031', needsCode: true, field: 'securityCode' },
  // The Orders API has this one value for a wrong security code, date, number or name.
  { reason: 'cardDataUnclear', remedy: 'code', values: 'bad_filled_card_data', field: 'securityCode' },
  { reason: 'dataRejected', remedy: 'code', rejected: 'bad_filled_other', field: 'cardholderName' },
  // The data of a saved card cannot be corrected.
  {
    reason: 'cardDataRejected',
    remedy: 'card',
    rejected: 'bad_filled_card_number',
    values: '3015 3016 3034 E301',
    isCardUnusable: true,
    field: 'cardNumber',
  },
  {
    reason: 'cardDataRejected',
    remedy: 'card',
    rejected: 'bad_filled_date',
    values: '3029 3030 7523',
    isCardUnusable: true,
    field: 'expirationDate',
  },
  {
    reason: 'cardNotAccepted',
    remedy: 'card',
    rejected: 'blacklist card_type_not_allowed',
    values: 'cc_unsupported_unsupported 204 3010 3011 3014 3026 3027 3028 E201',
    isCardUnusable: true,
  },
  // The bank can activate the card, so it stays usable.
  { reason: 'cardDisabled', remedy: 'bank', rejected: 'card_disabled', values: 'card_disabled' },
  {
    reason: 'tooManyAttempts',
    remedy: 'card',
    rejected: 'max_attempts',
    values: 'max_attempts_exceeded',
    isCardUnusable: true,
  },
  {
    reason: 'insufficientFunds',
    remedy: 'card',
    rejected: 'insufficient_amount',
    values: 'insufficient_amount am_insufficient_amount card_insufficient_amount',
  },
  {
    // Also the meaning of every `rejected` value that no row lists.
    reason: 'declined',
    remedy: 'card',
    statuses: 'rejected',
    values:
      'high_risk cc_amount_rate_limit_exceeded amount_limit_exceeded payer_unavailable authorization_revoked ' +
      '106 129 150 151 160 2060 6033',
  },
  { reason: 'declined', remedy: 'card', rejected: 'insufficient_data', field: 'cardholderName' },
  {
    reason: 'bankRefused',
    remedy: 'bank',
    rejected: 'call_for_authorize by_bank by_issuer',
    values: 'required_call_for_authorize bank_rejected',
  },
  {
    reason: 'bankUnconfirmed',
    remedy: 'retry',
    rejected: '3ds_challenge',
    values: '3ds_challenge_expired 3ds_challenge_failed',
  },
  {
    reason: 'installmentsRejected',
    remedy: 'installments',
    rejected: 'invalid_installments',
    values: 'invalid_installments 109 4004 4005',
  },
  { reason: 'alreadyPaid', remedy: 'look', rejected: 'duplicated_payment', values: '801 2001' },
  // A technical failure, or a request that was rejected as invalid.
  {
    reason: 'notProcessed',
    remedy: 'retry',
    rejected: 'card_error time_out expired_operation',
    values:
      'bank_error processing_error ' +
      '1 3 4 8 23 126 145 1000 2002 2009 2034 2072 2077 2123 2131 3001 3002 3004 3005 3007 3009 3017 3018 3019 3024 ' +
      '3025 4000 4001 4002 4003 4006 4007 4012 4013 4015 4016 4017 4018 4019 4020 4021 4022 4023 4024 4025 4026 ' +
      '4027 4028 4029 4037 4038 4039 4050 4051 ' +
      'json_syntax_error required_properties unsupported_properties minimum_properties property_type property_value ' +
      'maximum_items minimum_items invalid_properties invalid_path_param empty_required_header ' +
      'invalid_idempotency_key_length invalid_total_amount invalid_transaction_amount ' +
      'order_builder_without_transactions invalid_order_type invalid_transaction_id exceeded_number_of_transactions ' +
      'invalid_email_for_sandbox order_items_total_amount_mismatch invalid_order_owner unauthorized user_not_authorized',
  },
  { reason: 'notProcessed', remedy: 'retry', values: '3000 3020 3021 3022 3023', field: 'cardholderName' },
  // `failed` alone may come from the shop instead of Mercado Pago, so it does not mean that nothing was charged.
  { reason: 'refusedPlain', remedy: 'retry', statuses: 'failed' },
] as const satisfies readonly UntypedRow[];

export type OutcomeReason = (typeof ROWS)[number]['reason'];

export interface Row extends UntypedRow {
  readonly reason: OutcomeReason;
}

export const TABLE: readonly Row[] = ROWS;

export const rowNamed = (reason: OutcomeReason): Row => TABLE.find((row) => row.reason === reason) as Row;
