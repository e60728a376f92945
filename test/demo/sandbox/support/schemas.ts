import assert from 'node:assert/strict';
import { Ajv, type SchemaObject } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * The shapes of answers, after Mercado Pago's API description, reference and SDK types. Every property named here must
 * be there, and nothing else may be.
 */
const exactly = (
  properties: Record<string, SchemaObject>,
  optional: Record<string, SchemaObject> = {},
): SchemaObject => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items: SchemaObject): SchemaObject => ({ type: 'array', items });
const orNull = (schema: SchemaObject): SchemaObject => ({ anyOf: [schema, { type: 'null' }] });
const oneOf = (...values: (string | null)[]): SchemaObject => ({ enum: values });

const text: SchemaObject = { type: 'string' };
const textOrNull: SchemaObject = { type: ['string', 'null'] };
const number: SchemaObject = { type: 'number' };
const integer: SchemaObject = { type: 'integer' };
const flag: SchemaObject = { type: 'boolean' };
const date: SchemaObject = { type: 'string', format: 'date-time' };
const nothing: SchemaObject = { type: 'null' };
const anything: SchemaObject = { type: 'object' };
const httpsAddress: SchemaObject = { type: 'string', pattern: '^https://' };
const sixDigits: SchemaObject = { type: 'string', pattern: '^\\d{6}$' };
const fourDigits: SchemaObject = { type: 'string', pattern: '^\\d{4}$' };

const identification = exactly({ type: textOrNull, number: textOrNull });
const cardholder = exactly({ name: textOrNull, identification });
const cardMethodType = oneOf('credit_card', 'debit_card', 'prepaid_card');

const securityCode = exactly(
  { length: integer, card_location: oneOf('back', 'front') },
  { mode: oneOf('mandatory', 'optional') },
);

const card = exactly({
  id: { type: 'string', pattern: '^\\d+$' },
  customer_id: text,
  user_id: text,
  expiration_month: { type: 'integer', minimum: 1, maximum: 12 },
  expiration_year: { type: 'integer', minimum: 2000, maximum: 2099 },
  first_six_digits: sixDigits,
  last_four_digits: fourDigits,
  payment_method: exactly({
    id: text,
    name: text,
    payment_type_id: cardMethodType,
    thumbnail: text,
    secure_thumbnail: httpsAddress,
  }),
  security_code: securityCode,
  issuer: exactly({ id: integer, name: text }),
  cardholder,
  date_created: date,
  date_last_updated: date,
  live_mode: flag,
});

const address = exactly({
  id: textOrNull,
  zip_code: textOrNull,
  street_name: textOrNull,
  street_number: textOrNull,
  city: orNull(exactly({ name: textOrNull })),
});

const customer = exactly({
  id: { type: 'string', pattern: '^\\d+-[0-9A-Za-z]{14}$' },
  email: { type: 'string', format: 'email' },
  first_name: textOrNull,
  last_name: textOrNull,
  phone: exactly({ area_code: textOrNull, number: textOrNull }),
  identification,
  address,
  date_registered: textOrNull,
  description: textOrNull,
  date_created: date,
  date_last_updated: date,
  metadata: anything,
  default_card: textOrNull,
  default_address: textOrNull,
  cards: list(card),
  addresses: list(address),
  live_mode: flag,
  user_id: integer,
  merchant_id: integer,
  client_id: integer,
  status: oneOf('active'),
});

const tokenBase = {
  id: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  public_key: text,
  status: oneOf('active', 'used', 'expired'),
  date_created: date,
  date_last_updated: date,
  date_due: date,
  luhn_validation: flag,
  live_mode: flag,
  require_esc: flag,
  security_code_length: integer,
};
const rawToken = exactly({
  ...tokenBase,
  first_six_digits: sixDigits,
  last_four_digits: fourDigits,
  expiration_month: integer,
  expiration_year: integer,
  cardholder,
  card_number_length: integer,
});
const savedCardToken = exactly({ ...tokenBase, card_id: text });

const refund = exactly({
  id: integer,
  payment_id: integer,
  amount: number,
  metadata: anything,
  source: exactly({ id: text, name: text, type: text }),
  date_created: date,
  unique_sequence_number: textOrNull,
  refund_mode: oneOf('standard', 'instant'),
  adjustment_amount: number,
  status: oneOf('approved', 'in_process', 'rejected'),
  reason: textOrNull,
  label: list(text),
  partition_details: list(anything),
  amount_refunded_to_payer: number,
});

const charge = exactly({
  id: text,
  name: text,
  type: text,
  accounts: exactly({ from: text, to: text }),
  client_id: integer,
  date_created: date,
  last_updated: date,
  amounts: exactly({ original: number, refunded: number }),
  metadata: anything,
  reserve_id: nothing,
  refund_charges: list(anything),
  user_id: integer,
});

const paymentCard = exactly({
  id: textOrNull,
  first_six_digits: sixDigits,
  last_four_digits: fourDigits,
  bin: sixDigits,
  expiration_month: integer,
  expiration_year: integer,
  date_created: date,
  date_last_updated: date,
  cardholder,
});

const payment = exactly(
  {
    id: integer,
    date_created: date,
    date_approved: orNull(date),
    date_last_updated: date,
    date_of_expiration: orNull(date),
    money_release_date: orNull(date),
    money_release_status: textOrNull,
    money_release_schema: nothing,
    operation_type: oneOf('regular_payment'),
    issuer_id: textOrNull,
    payment_method_id: text,
    payment_type_id: oneOf('credit_card', 'debit_card', 'prepaid_card', 'ticket', 'bank_transfer', 'atm'),
    payment_method: exactly({ id: text, type: text, issuer_id: textOrNull }),
    status: oneOf('pending', 'approved', 'authorized', 'in_process', 'rejected', 'cancelled', 'refunded'),
    status_detail: text,
    currency_id: oneOf('ARS', 'BRL', 'MXN', 'CLP', 'COP', 'PEN', 'UYU'),
    description: textOrNull,
    live_mode: flag,
    sponsor_id: nothing,
    authorization_code: textOrNull,
    integrator_id: nothing,
    taxes_amount: number,
    counter_currency: nothing,
    shipping_amount: number,
    build_version: text,
    pos_id: nothing,
    store_id: nothing,
    platform_id: nothing,
    corporation_id: nothing,
    payer: exactly({
      type: oneOf('customer', 'registered', 'guest', null),
      id: text,
      operator_id: nothing,
      email: textOrNull,
      first_name: textOrNull,
      last_name: textOrNull,
      identification,
      phone: exactly({ area_code: textOrNull, number: textOrNull, extension: textOrNull }),
      entity_type: nothing,
    }),
    collector_id: integer,
    metadata: anything,
    additional_info: anything,
    order: anything,
    external_reference: textOrNull,
    transaction_amount: number,
    transaction_amount_refunded: number,
    coupon_amount: number,
    differential_pricing_id: nothing,
    deduction_schema: nothing,
    installments: { type: 'integer', minimum: 1 },
    transaction_details: exactly({
      payment_method_reference_id: nothing,
      acquirer_reference: nothing,
      net_received_amount: number,
      total_paid_amount: number,
      overpaid_amount: number,
      external_resource_url: textOrNull,
      installment_amount: number,
      financial_institution: nothing,
      payable_deferral_period: nothing,
    }),
    fee_details: list(exactly({ type: text, amount: number, fee_payer: text })),
    charges_details: list(charge),
    captured: flag,
    binary_mode: flag,
    call_for_authorize_id: nothing,
    statement_descriptor: textOrNull,
    card: { anyOf: [paymentCard, exactly({})] },
    notification_url: textOrNull,
    callback_url: textOrNull,
    refunds: list(refund),
    processing_mode: oneOf('aggregator'),
    merchant_account_id: nothing,
    merchant_number: nothing,
    point_of_interaction: anything,
  },
  { three_ds_info: exactly({ external_resource_url: text, creq: text }) },
);

const methodBase = {
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
const searchedMethod = exactly({
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

const issuer = exactly({
  id: text,
  name: text,
  thumbnail: text,
  secure_thumbnail: httpsAddress,
  processing_mode: text,
  merchant_account_id: nothing,
});

const installments = exactly({
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

const identificationType = exactly({
  id: text,
  name: text,
  type: oneOf('number', 'string'),
  min_length: integer,
  max_length: integer,
});

const cause = exactly({ code: { type: ['string', 'integer'] }, description: text, data: textOrNull });
const error = exactly({ message: text, error: text, status: integer, cause: list(cause) });
const paging = exactly({ total: integer, limit: integer, offset: integer });
const pageOf = (results: SchemaObject) => exactly({ paging, results: list(results) });

const SCHEMAS = {
  card,
  cards: list(card),
  customer,
  customers: pageOf(customer),
  error,
  identificationTypes: list(identificationType),
  installments: list(installments),
  issuers: list(issuer),
  payment,
  payments: pageOf(payment),
  paymentMethods: list(exactly(methodBase)),
  rawToken,
  refund,
  refunds: list(refund),
  savedCardToken,
  searchedMethods: pageOf(searchedMethod),
};

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
addFormats(ajv);

/** Fails when a value is not of the named shape, and says where. */
export function assertShape(name: keyof typeof SCHEMAS, value: unknown): void {
  const validate = ajv.getSchema(name) ?? ajv.addSchema(SCHEMAS[name], name).getSchema(name);
  assert.ok(validate);
  assert.ok(validate(value), `not a ${name}: ${ajv.errorsText(validate.errors)}`);
}
