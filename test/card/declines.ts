import { rejectedOutcome, type OutcomeReason, type Remedy } from '../../src/card/outcome.js';
import { ORDER_DETAILS, PAYMENT_DETAILS } from './status-details.js';

/** Every `status_detail` of a payment that was refused, of both APIs. */
export const REFUSED_DETAILS: readonly string[] = Object.entries({ ...PAYMENT_DETAILS, ...ORDER_DETAILS })
  .filter(([, [kind]]) => kind === 'refused')
  .map(([value]) => value);

type Guidance = readonly [reason: OutcomeReason, remedy: Remedy, flag?: 'unusable' | 'code'];

/** Codes of errors after which the shopper can do something particular. */
export const GUIDED_CODES: Readonly<Record<string, Guidance>> = {
  106: ['declined', 'card'],
  109: ['installmentsRejected', 'installments'],
  129: ['declined', 'card'],
  150: ['declined', 'card'],
  151: ['declined', 'card'],
  160: ['declined', 'card'],
  204: ['cardNotAccepted', 'card', 'unusable'],
  224: ['codeRejected', 'code', 'code'],
  801: ['alreadyPaid', 'look'],
  2001: ['alreadyPaid', 'look'],
  2060: ['declined', 'card'],
  3010: ['cardNotAccepted', 'card', 'unusable'],
  3011: ['cardNotAccepted', 'card', 'unusable'],
  3012: ['codeRejected', 'code', 'code'],
  3013: ['codeNeeded', 'code', 'code'],
  3014: ['cardNotAccepted', 'card', 'unusable'],
  3015: ['cardDataRejected', 'card', 'unusable'],
  3016: ['cardDataRejected', 'card', 'unusable'],
  3026: ['cardNotAccepted', 'card', 'unusable'],
  3027: ['cardNotAccepted', 'card', 'unusable'],
  3028: ['cardNotAccepted', 'card', 'unusable'],
  3029: ['cardDataRejected', 'card', 'unusable'],
  3030: ['cardDataRejected', 'card', 'unusable'],
  3031: ['codeNeeded', 'code', 'code'],
  3032: ['codeRejected', 'code', 'code'],
  3034: ['cardDataRejected', 'card', 'unusable'],
  4004: ['installmentsRejected', 'installments'],
  4005: ['installmentsRejected', 'installments'],
  6033: ['declined', 'card'],
  7523: ['cardDataRejected', 'card', 'unusable'],
  E201: ['cardNotAccepted', 'card', 'unusable'],
  E203: ['codeRejected', 'code', 'code'],
  E301: ['cardDataRejected', 'card', 'unusable'],
  E302: ['codeRejected', 'code', 'code'],
};

/** Codes of a request that Mercado Pago refused as invalid or not permitted: the shop has to correct it. */
export const INVALID_REQUESTS: readonly string[] = (
  '1 3 4 8 23 126 145 1000 2002 2009 2034 2072 2077 2123 2131 3000 3001 3002 3004 3005 3007 3009 3017 3018 3019 3020 ' +
  '3021 3022 3023 3024 3025 4000 4001 4002 4003 4006 4007 4012 4013 4015 4016 4017 4018 4019 4020 4021 4022 4023 ' +
  '4024 4025 4026 4027 4028 4029 4037 4038 4039 4050 4051 ' +
  'json_syntax_error required_properties unsupported_properties minimum_properties property_type property_value ' +
  'maximum_items minimum_items invalid_properties invalid_path_param empty_required_header ' +
  'invalid_idempotency_key_length invalid_total_amount invalid_transaction_amount ' +
  'order_builder_without_transactions invalid_order_type invalid_transaction_id exceeded_number_of_transactions ' +
  'invalid_email_for_sandbox order_items_total_amount_mismatch invalid_order_owner unauthorized user_not_authorized'
).split(' ');

/** Codes that say that the token was used before or is not known. */
export const USED_TOKENS = ['2006', '2062', '3003', '3006', '3008', 'invalid_card_token', 'card_token_not_found'];

/** Codes after which a payment may have been made all the same. */
export const UNKNOWN_CODES = [
  ...USED_TOKENS,
  ...['2004', '2007', '2041', 'E601', 'internal_error', 'idempotency_validation_failed'],
  ...['idempotency_key_already_used', 'resource_locked'],
];

/** One value for each kind of refusal. */
export const REFUSALS: readonly string[] = [
  ...new Map(
    [...REFUSED_DETAILS, ...Object.keys(GUIDED_CODES), 'of no known reason', '3000'].map((value) => [
      JSON.stringify(rejectedOutcome(value)),
      value,
    ]),
  ).values(),
];
