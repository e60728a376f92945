import { z } from 'zod';
import { durationText as duration } from './duration.js';

const text = (max = 256) => z.string().min(1).max(max);
/** An amount of money: text, with two decimals in the docs; fewer are taken as well. */
export const amountText = z.string().regex(/^(?=.*[1-9])\d{1,10}(\.\d{1,2})?$/);
const dateTime = z.iso.datetime({ offset: true });
const loose = z.record(z.string(), z.unknown());
/** An object whose names are known from the SDKs' types, and its values are not looked at. */
const named = (...names: readonly string[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.unknown().optional()]))).optional();

const address = z.strictObject({
  street_name: text().optional(),
  street_number: text().optional(),
  zip_code: text().optional(),
  neighborhood: text().optional(),
  city: text().optional(),
  state: text().optional(),
  complement: text().optional(),
});

/** Digits only; Brazil's companies have letters in theirs today. */
const identification = z
  .strictObject({ type: text().optional(), number: text().optional() })
  .refine(({ type, number = '0' }) => (type === 'CNPJ' ? /^[\dA-Za-z]+$/ : /^\d+$/).test(number), {
    path: ['number'],
  });

const payer = z.strictObject({
  customer_id: text().optional(),
  email: z.email().max(254).optional(),
  first_name: text().optional(),
  last_name: text().optional(),
  entity_type: z.enum(['individual', 'association']).optional(),
  identification: identification.optional(),
  phone: z.strictObject({ area_code: text().optional(), number: text().optional() }).optional(),
  address: address.optional(),
});

/** The spellings of the SDKs and of the OpenAPI description. */
const transactionSecurity = z.strictObject({
  validation: z.enum(['never', 'on_fraud_risk', 'always', 'supported', 'required']).optional(),
  liability_shift: z.enum(['required', 'preferred', 'not_required']).optional(),
});

const methodFields = {
  id: text(),
  type: z.enum([
    'credit_card',
    'debit_card',
    'prepaid_card',
    'bank_transfer',
    'ticket',
    'digital_wallet',
    'account_money',
  ]),
  token: text().optional(),
  installments: z.int().min(1).optional(),
  statement_descriptor: text(50).optional(),
  transaction_security: transactionSecurity.optional(),
  financial_institution: text().optional(),
};
const method = z.strictObject(methodFields);
export type MethodBody = z.output<typeof method>;

const payment = z.strictObject({
  amount: amountText,
  payment_method: method,
  expiration_time: duration.optional(),
  date_of_expiration: dateTime.optional(),
  stored_credential: named(
    'payment_initiator',
    'reason',
    'store_payment_method',
    'first_payment',
    'prev_transaction_ref',
    'previous_transaction_reference',
  ),
  automatic_payments: named('payment_profile_id', 'retries', 'schedule_date', 'due_date', 'subscription'),
  subscription_data: named('subscription_sequence', 'invoice_id', 'invoice_period', 'billing_date'),
});
export type PaymentBody = z.output<typeof payment>;

const payments = z.array(payment).min(1).max(1);

const item = z.strictObject({
  title: text(),
  // Text in the SDKs, a number in the OpenAPI description.
  unit_price: z.union([amountText, z.number().positive()]),
  quantity: z.int().min(1),
  external_code: text(30).optional(),
  category_id: text().optional(),
  description: text().optional(),
  picture_url: text(600).optional(),
  type: text().optional(),
  warranty: z.boolean().optional(),
  event_date: text().optional(),
  unit_measure: text().optional(),
  external_categories: z.array(loose).optional(),
});

/** The names of Checkout Pro are taken as well. */
const online = z.strictObject({
  ...named(
    ...[
      'callback_url',
      'success_url',
      'pending_url',
      'failure_url',
      'auto_return_url',
      'auto_return',
      'available_from',
    ],
    ...['allowed_user_type', 'retries', 'tracks', 'differential_pricing'],
  ).unwrap().shape,
  transaction_security: transactionSecurity.optional(),
});

/** Names outside the documented ones are refused. */
export const orderBody = z.strictObject({
  type: z.string(),
  external_reference: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  total_amount: amountText,
  processing_mode: z.enum(['automatic', 'manual', 'automatic_async']).default('automatic'),
  capture_mode: z.enum(['automatic', 'manual', 'automatic_async']).optional(),
  currency: text(3).optional(),
  description: text(600).optional(),
  marketplace: text().optional(),
  marketplace_fee: amountText.optional(),
  expiration_time: duration.optional(),
  checkout_available_at: dateTime.optional(),
  payer,
  transactions: z.strictObject({ payments: payments.optional() }).optional(),
  config: z
    .strictObject({
      online: online.optional(),
      payment_method: named(
        ...['not_allowed_ids', 'not_allowed_types', 'default_id', 'default_type', 'max_installments'],
        ...['min_installments', 'default_installments', 'installments', 'installments_cost'],
      ),
      statement_descriptor: text(50).optional(),
      default_payment_due_date: duration.optional(),
    })
    .optional(),
  items: z.array(item).min(1).optional(),
  shipment: z
    .strictObject({
      ...named('mode', 'local_pickup', 'cost', 'free_shipping', 'free_methods').unwrap().shape,
      address: named(
        ...['zip_code', 'street_name', 'street_number', 'floor', 'apartment', 'neighborhood', 'city', 'state'],
        ...['complement', 'country'],
      ),
    })
    .optional(),
  additional_info: loose.optional(),
  integration_data: z
    .strictObject({
      integrator_id: text().optional(),
      platform_id: text().optional(),
      corporation_id: text().optional(),
      sponsor: z.strictObject({ id: text().optional() }).optional(),
    })
    .optional(),
});
export type OrderBody = z.output<typeof orderBody>;

export const transactionsBody = z.strictObject({ payments });

/** A change of a payment method names what changes and leaves the rest. */
export const changeBody = z.strictObject({ payment_method: z.strictObject(methodFields).partial() });

export const refundBody = z.strictObject({
  transactions: z
    .array(z.strictObject({ id: text(), amount: amountText.optional() }))
    .min(1)
    .max(1)
    .optional(),
});
