import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { RecordedPayment, ShopRefund } from '../answers.js';
import { idempotencyKeyOf } from '../idempotency-key.js';
import type { RefundAttempt } from '../refund-attempts.js';

// Allowlists, as in `answers.ts`. An order repeats the card token: the shop recognises its attempt by it, and it must not leave
// the shop.

const text = z.string().nullish();
const method = z.object({ id: text, type: text, installments: z.number().nullish() });
const transaction = z.object({
  id: z.string(),
  status: z.string(),
  status_detail: text,
  amount: text,
  refunded_amount: text,
  payment_method: method.nullish(),
});
const ownTransaction = transaction.extend({ payment_method: method.extend({ token: text }).nullish() });
const refund = z.object({ id: z.string(), amount: z.string(), status: text });

/** What the page gets of an order with a 402. */
const refusedOrder = z.object({
  id: z.string(),
  status: z.string(),
  status_detail: text,
  transactions: z.object({ payments: z.array(transaction).nullish() }).nullish(),
});

export const order = refusedOrder.extend({
  external_reference: text,
  currency: text,
  total_amount: z.string(),
  total_paid_amount: text,
  created_date: text,
  last_updated_date: text,
  transactions: z.object({ payments: z.array(ownTransaction).nullish(), refunds: z.array(refund).nullish() }).nullish(),
});
export type Order = z.infer<typeof order>;

export const orderSearch = z.object({ data: z.array(order).nullish() });

const faults = z.array(
  z.object({ code: z.string(), message: z.string().catch(''), details: z.array(z.string()).nullish() }),
);
/** The body of every refusal of this API: its root has no `message` and no `cause`. */
export const faultBody = z.object({ errors: faults, data: z.unknown().optional() });
export const refusalBody = z.object({ errors: faults, data: refusedOrder });

/** The same in the words of the Payments API. What is not listed waits to be decided. */
const STATUSES: Readonly<Record<string, string>> = {
  processing: 'in_process',
  processed: 'approved',
  failed: 'rejected',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  expired: 'cancelled',
  refunded: 'refunded',
  charged_back: 'charged_back',
};

function statusOf({ status, status_detail: detail }: Order): string {
  if (status === 'action_required' && detail === 'waiting_capture') return 'authorized';
  // A page of Mercado Pago has it so; all others say `refunded`.
  if (status === 'processed' && detail === 'refunded') return 'refunded';
  return STATUSES[status] ?? 'pending';
}

/** An order as a payment of this shop. It knows neither the digits of the card nor when it was approved. */
export function paymentOf(made: Order): RecordedPayment {
  const paid = made.transactions?.payments?.[0];
  const token = paid?.payment_method?.token;
  return {
    id: made.id,
    status: statusOf(made),
    // The reason of a refusal is in the transaction, the order says `failed` twice.
    // One word has two spellings; the elements know that of Mercado Pago's suites.
    status_detail: (paid?.status_detail ?? made.status_detail)?.replace(/^cancelled/, 'canceled'),
    currency_id: made.currency,
    transaction_amount: Number(made.total_amount),
    transaction_amount_refunded: Number(paid?.refunded_amount ?? 0),
    installments: paid?.payment_method?.installments,
    payment_method_id: paid?.payment_method?.id,
    payment_type_id: paid?.payment_method?.type,
    date_created: made.created_date,
    date_last_updated: made.last_updated_date,
    // The Payments API cancels while the bank decides, this one does not.
    can_cancel: made.status === 'created' || made.status === 'action_required',
    transaction_details: { total_paid_amount: Number(made.total_paid_amount ?? 0) },
    external_reference: made.external_reference,
    metadata: token ? { attempt: idempotencyKeyOf(token) } : null,
    refunds: refundsOf(made),
  };
}

/** In cents, since decimals do not add up. */
const cents = (amount: number): number => Math.round(amount * 100);

/**
 * The refund that was asked for, among all of the order: one that was not there before, of the amount that was asked for.
 * Where none is new the key has refunded before, and the amount decides. The position in the list says nothing.
 */
export function refundOf({ amount, before }: RefundAttempt, made: Order): ShopRefund {
  const known = before.refunds ?? [];
  const left = known.reduce((rest, each) => rest - cents(each.amount), cents(before.transaction_amount));
  // When nothing was left, this key may have refunded that, and how much it was is not known.
  const wanted = amount === null ? left || null : cents(amount);
  const all = refundsOf(made);
  const added = all.filter(({ id }) => !known.some((each) => each.id === id));
  const [found, ...others] = (added.length > 0 ? added : all).filter(
    (each) => wanted === null || cents(each.amount) === wanted,
  );
  // Several of one amount are the same to the shopper. Of several amounts none can be claimed.
  if (!found || others.some((each) => each.amount !== found.amount)) {
    throw notKnown();
  }
  return { ...found, payment_id: made.id, date_created: made.last_updated_date };
}

/** The same where only a refund can be meant that was not there before. */
export function madeSince(attempt: RefundAttempt, made: Order): ShopRefund {
  if (refundsOf(made).length <= (attempt.before.refunds?.length ?? 0)) throw notKnown();
  return refundOf(attempt, made);
}

const notKnown = () =>
  new HTTPException(409, { message: 'Which refund this key has made is not known: read the payment again' });

const refundsOf = (made: Order) =>
  (made.transactions?.refunds ?? []).map(({ id, amount, status }) => ({ id, amount: Number(amount), status }));
