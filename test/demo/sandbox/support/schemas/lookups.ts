import {
  exactly,
  list,
  oneOf,
  text,
  textOrNull,
  number,
  integer,
  flag,
  nothing,
  anything,
  httpsAddress,
  cardMethodType,
} from './vocabulary.js';

export const methodBase = {
  id: text,
  name: text,
  payment_type_id: text,
  status: oneOf('active'),
  thumbnail: text,
  secure_thumbnail: httpsAddress,
  deferred_capture: oneOf('supported', 'unsupported', 'does_not_apply'),
  settings: list(
    exactly({
      card_number: exactly({ length: integer, validation: oneOf('standard', 'none') }),
      security_code: exactly({ mode: text, length: integer, card_location: text }),
      bin: exactly({ pattern: text, installments_pattern: textOrNull, exclusion_pattern: textOrNull }),
    }),
  ),
  additional_info_needed: list(text),
  min_allowed_amount: number,
  max_allowed_amount: number,
  accreditation_time: integer,
  financial_institutions: list(anything),
  processing_modes: list(text),
};
export const searchedMethod = exactly({
  ...methodBase,
  site_id: text,
  processing_mode: text,
  marketplace: text,
  merchant_account_id: nothing,
  min_accreditation_days: integer,
  max_accreditation_days: integer,
  labels: list(text),
  payer_costs: list(anything),
  bins: list(integer),
  agreements: list(anything),
  issuer: exactly({ id: integer, name: text, default: flag }),
});

export const issuer = exactly({
  id: text,
  name: text,
  thumbnail: text,
  secure_thumbnail: httpsAddress,
  processing_mode: text,
  merchant_account_id: nothing,
});

export const installments = exactly({
  payment_method_id: text,
  payment_type_id: cardMethodType,
  issuer: exactly({ id: integer, name: text, thumbnail: text, secure_thumbnail: httpsAddress }),
  processing_mode: text,
  merchant_account_id: nothing,
  agreements: list(anything),
  payer_costs: list(
    exactly({
      installments: integer,
      installment_rate: number,
      discount_rate: number,
      reimbursement_rate: nothing,
      labels: list(text),
      installment_rate_collector: list(text),
      min_allowed_amount: number,
      max_allowed_amount: number,
      recommended_message: text,
      installment_amount: number,
      total_amount: number,
      payment_method_option_id: text,
    }),
  ),
});

export const identificationType = exactly({
  id: text,
  name: text,
  type: oneOf('number', 'string'),
  min_length: integer,
  max_length: integer,
});
