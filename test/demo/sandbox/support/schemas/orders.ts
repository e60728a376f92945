import type { SchemaObject } from 'ajv';
import { anything, date, exactly, list, oneOf, text } from './vocabulary.js';

/**
 * The answers of the Orders API, after the official OpenAPI description (`Order`, `OrderTransactionPayment`). Nothing is
 * required there; here what a card order was measured to have is. What departs from the description is listed.
 */
const decimal: SchemaObject = { type: 'string', pattern: '^\\d+(\\.\\d{1,2})?$' };
const utc: SchemaObject = { ...date, pattern: '\\.\\d{3}Z$' };
const duration: SchemaObject = { type: 'string', pattern: '^P' };

/** Where the description is contradicted by measurements or by other official pages. */
const EXCEPTIONS = {
  'order.id': { type: 'string', pattern: '^ORD(TST)?[0-9A-HJKMNP-TV-Z]{26}$' }, // an example without prefix there
  'order.country_code': { type: 'string', pattern: '^([A-Z]{3}|ML[A-Z])$' }, // `MLB` there, `BRA` measured
  'order.user_id': { type: ['string', 'integer'] }, // a number there, text measured
  // Lacks failed, refunded, expired, charged_back there, which the page "Order status" and the SDKs have.
  'order.status': oneOf(
    'created',
    'processed',
    'action_required',
    'processing',
    'canceled',
    'failed',
    'refunded',
    'expired',
    'charged_back',
    'in_review', // as an integrator saw
  ),
  // Likewise without those of the other statuses.
  'order.status_detail': oneOf(
    'created',
    'accredited',
    'in_process',
    'waiting_payment',
    'waiting_capture',
    'waiting_transfer',
    'canceled',
    'expired',
    'failed',
    'refunded',
    'partially_refunded',
    'pending_challenge',
    'in_review',
    'settled',
    'reimbursed',
  ),
  'payment.status_detail': text, // the reasons of section "possible errors" are missing there
  'security.validation': oneOf('never', 'on_fraud_risk', 'always', 'supported', 'required'), // `status` alone there
  'security.url': { type: 'string', format: 'uri' }, // `redirect_url` there, `url` on the 3DS page and in all SDKs
  'paging.value': { type: ['integer', 'string'] }, // numbers there, text in the Node and Go SDKs
} as const satisfies Record<string, SchemaObject>;

/** Not in the description at all, but measured or in the types of the SDKs. */
const ADDED_TO_ORDER = { currency: text, expiration_time: duration } as const;
const ADDED_TO_PAYMENT = { refunded_amount: decimal } as const;
const ADDED_TO_METHOD = { card_id: text, installment_amount: decimal } as const;
const refunds = list(
  exactly({ id: text, transaction_id: text, reference_id: text, amount: decimal, status: oneOf('processed') }),
);

const chargebacks = list(
  exactly({ id: text, transaction_id: text, case_id: text, status: text, references: list(text) }),
);

const transactionSecurity = exactly(
  { validation: EXCEPTIONS['security.validation'] },
  { liability_shift: oneOf('required', 'preferred', 'not_required'), url: EXCEPTIONS['security.url'] },
);

const method = exactly(
  {
    id: text,
    type: oneOf('credit_card', 'debit_card', 'prepaid_card', 'bank_transfer', 'ticket'),
  },
  {
    ...ADDED_TO_METHOD,
    token: text,
    installments: { type: 'integer', minimum: 1 },
    statement_descriptor: { type: 'string', maxLength: 50 },
    ticket_url: { type: 'string', format: 'uri' },
    financial_institution: text,
    transaction_security: transactionSecurity,
  },
);

const payment = exactly(
  {
    id: { type: 'string', pattern: '^PAY[0-9A-HJKMNP-TV-Z]{26}$' },
    reference_id: text,
    amount: decimal,
    status: EXCEPTIONS['order.status'],
    status_detail: EXCEPTIONS['payment.status_detail'],
    payment_method: method,
  },
  { ...ADDED_TO_PAYMENT, paid_amount: decimal, date_of_expiration: date, expiration_time: duration },
);

export const order = exactly(
  {
    id: EXCEPTIONS['order.id'],
    type: oneOf('online'),
    processing_mode: oneOf('automatic', 'manual'),
    capture_mode: oneOf('automatic', 'manual', 'automatic_async'),
    status: EXCEPTIONS['order.status'],
    status_detail: EXCEPTIONS['order.status_detail'],
    total_amount: decimal,
    country_code: EXCEPTIONS['order.country_code'],
    user_id: EXCEPTIONS['order.user_id'],
    created_date: utc,
    last_updated_date: utc,
    integration_data: exactly({ application_id: text }, { integrator_id: text, platform_id: text }),
    transactions: exactly({ payments: list(payment) }, { refunds, chargebacks }),
    ...ADDED_TO_ORDER,
  },
  {
    external_reference: text,
    total_paid_amount: decimal,
    description: text,
    payer: anything,
    items: list(anything),
    config: anything,
  },
);

const { 'paging.value': count } = EXCEPTIONS;
export const orderPage = exactly({
  data: list(order),
  paging: exactly({ total: count, total_pages: count, offset: count, limit: count }),
});

/** 402 and every other refusal: not the `status, error, message, cause` of the description, but what was measured. */
export const orderFault = exactly(
  { errors: list(exactly({ code: text, message: text }, { details: list(text) })) },
  { data: order },
);
