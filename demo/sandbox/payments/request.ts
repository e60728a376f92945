import { z } from 'zod';
import { bodyRules } from '../http/body.js';
import { paymentErrors } from '../http/catalogue.js';
import type { PaymentNotes } from './record.js';

/** Schema messages are codes of the catalogue; this one distinguishes an absent value from a wrong one. */
const required = (missing: string, invalid: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined || input === null ? missing : invalid),
});
const text = (max = 256) => z.string('1').max(max, '1').nullish();
const idText = z.union([z.string(), z.number()], '1').transform(String).nullish();
const record = (code: string) => z.record(z.string(), z.unknown(), code);

const payer = z.object(
  {
    type: z.enum(['customer', 'registered', 'guest'], '4029').nullish(),
    id: idText,
    email: z.string('4050').max(254, '4051').pipe(z.email('4050')).nullish(),
    first_name: text(),
    last_name: text(),
    identification: z.object({ type: z.string().nullish(), number: z.string().nullish() }, '4006').nullish(),
    entity_type: text(),
    phone: record('4006').nullish(),
    address: record('4006').nullish(),
  },
  '4006',
);

/** Names outside the documented ones are refused, as the live API does. */
export const createBody = z.strictObject(
  {
    transaction_amount: z.number(required('4002', '4003')).positive('4037'),
    token: z.string('3003').nullish(),
    installments: z.number('4005').int('4005').min(1, '4005').nullish(),
    payment_method_id: text(),
    issuer_id: idText,
    payer,
    description: text(),
    external_reference: text(),
    statement_descriptor: text(22),
    notification_url: z.url('4020').nullish(),
    callback_url: text(500),
    metadata: record('4022').nullish(),
    additional_info: record('1').nullish(),
    capture: z.boolean('1').nullish(),
    binary_mode: z.boolean('1').nullish(),
    three_d_secure_mode: z.enum(['not_supported', 'optional', 'mandatory'], '1').nullish(),
    date_of_expiration: z.iso.datetime({ offset: true, message: '23' }).nullish(),
    application_fee: z.number('1').nullish(),
    campaign_id: idText,
    coupon_amount: z.number('1').nullish(),
    coupon_code: text(),
    differential_pricing_id: z.number('1').nullish(),
    sponsor_id: z.number('1').nullish(),
    processing_mode: text(),
    payment_method: record('1').nullish(),
    point_of_interaction: record('1').nullish(),
    forward_data: record('1').nullish(),
    transaction_details: record('1').nullish(),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? '8' : '1') },
);

export type CreateBody = z.output<typeof createBody>;

export const changeBody = z.object({
  capture: z.boolean('1').optional(),
  status: z.literal('cancelled', '1').optional(),
  transaction_amount: z.number('4003').positive('4037').optional(),
  date_of_expiration: z.iso.datetime({ offset: true, message: '23' }).optional(),
});

export const cancellationBody = z.object({ status: z.literal('cancelled', '1') });

export const refundBody = z.object({ amount: z.number('4024').positive('4037').nullish() });

export const paymentBodyRules = bodyRules({
  errors: paymentErrors,
  notAnObject: '1',
  fallback: '1',
});

export function notesOf(body: CreateBody): PaymentNotes {
  return {
    description: body.description ?? null,
    externalReference: body.external_reference ?? null,
    statementDescriptor: body.statement_descriptor ?? null,
    notificationUrl: body.notification_url ?? null,
    callbackUrl: body.callback_url ?? null,
    metadata: body.metadata ?? {},
    additionalInfo: body.additional_info ?? {},
  };
}
