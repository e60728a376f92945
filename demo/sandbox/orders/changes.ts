import type { Account } from '../engine/account.js';
import { ApiError } from '../http/api-error.js';
import { cancel, capture, refund } from '../payments/changes.js';
import { refundedAmount } from '../payments/record.js';
import { announceOrder } from './announce.js';
import { charge } from './charge.js';
import { cents, newTransaction, requireMethodWords, requirePaymentOf } from './create.js';
import { orderError, type OrderErrorCode } from './errors.js';
import { requireTransaction } from './find.js';
import { stateOfOrder } from './outcomes.js';
import type { OrderPayment, OrderRecord } from './record.js';
import type { MethodBody, PaymentBody } from './request.js';
import { shownStateOfOrder } from './shown-state.js';
import type { OrderSwitches } from './switches.js';

/** What refusals of the Payments API to refund are called here. */
const REFUSED_REFUNDS: Readonly<Record<string, OrderErrorCode>> = {
  // In mediation, which this API has no status for.
  '3005': 'cannot_refund_order',
  // Peru refunds whole payments only. What this API says to a part is not known.
  '3024': 'operation_not_supported',
};

/** Charges an order that was made in the mode `manual`. */
export function processOrder(
  account: Account,
  switches: OrderSwitches,
  order: OrderRecord,
  takeOrdered: () => string | null,
): void {
  requireManual(order, switches);
  const [transaction] = order.payments;
  if (!transaction) throw orderError('order_builder_without_transactions');
  charge(account, switches, order, transaction, takeOrdered);
  order.dateLastUpdated = account.now();
  announceOrder(account, order);
}

/** Captures all of what was authorized: this API captures no part. */
export function captureOrder(account: Account, order: OrderRecord): void {
  const { status, statusDetail } = stateOfOrder(order);
  const payment = order.payments[0]?.payment;
  if (!payment || status !== 'action_required' || statusDetail !== 'waiting_capture') {
    throw orderError('cannot_capture_order');
  }
  capture(account, payment);
}

export function cancelOrder(account: Account, switches: OrderSwitches, order: OrderRecord): void {
  const { status } = stateOfOrder(order);
  const refused = Number(switches.refused_cancel);
  const shown = shownStateOfOrder(switches, order).status;
  if (shown === switches.canceled) throw orderError(`order_already_${switches.canceled}`, [], refused);
  if (status !== 'created' && status !== 'action_required') throw orderError('cannot_cancel_order', [], refused);
  order.dateLastUpdated = account.now();
  const payment = order.payments[0]?.payment;
  if (payment) return cancel(account, payment);
  order.ended = 'canceled';
  announceOrder(account, order);
}

/** Ends an order that was never charged, when its time has run out. */
export function expireOrder(account: Account, order: OrderRecord): void {
  if (stateOfOrder(order).status !== 'created') throw orderError('operation_not_supported');
  order.ended = 'expired';
  order.dateLastUpdated = account.now();
  announceOrder(account, order);
}

/** Refunds a part of a transaction, or all that is left of the order. */
export function refundOrder(
  account: Account,
  order: OrderRecord,
  wanted: { readonly id: string; readonly amount?: string | undefined } | undefined,
): void {
  const { status } = stateOfOrder(order);
  if (status === 'refunded') throw orderError('order_already_refunded');
  const transaction = wanted ? requireTransaction(order, wanted.id) : order.payments[0];
  const payment = transaction?.payment;
  if (status !== 'processed' || !payment) throw orderError('cannot_refund_order');
  const amount = wanted?.amount === undefined ? null : Number(wanted.amount);
  if (amount !== null && cents(amount) > cents(payment.amount - refundedAmount(payment))) {
    throw orderError('refund_amount_exceeds');
  }
  try {
    refund(account, payment, amount);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw orderError(REFUSED_REFUNDS[String(error.causes[0]?.code)] ?? 'invalid_transaction_amount');
  }
}

export function addTransaction(
  account: Account,
  switches: OrderSwitches,
  order: OrderRecord,
  body: PaymentBody,
): OrderPayment {
  requireManual(order, switches);
  if (order.payments.length > 0) throw orderError('exceeded_number_of_transactions');
  requirePaymentOf(order.sent, switches, body, '$.payments[0]');
  const transaction = newTransaction(account, body);
  order.payments = [transaction];
  order.dateLastUpdated = account.now();
  announceOrder(account, order);
  return transaction;
}

export function changeTransaction(
  account: Account,
  switches: OrderSwitches,
  order: OrderRecord,
  id: string,
  changes: Partial<{ [Key in keyof MethodBody]: MethodBody[Key] | undefined }>,
): OrderPayment {
  requireManual(order, switches);
  const transaction = requireTransaction(order, id);
  if (Object.keys(changes).length === 0) throw orderError('minimum_properties', ["minProperties '$.payment_method'"]);
  requireMethodWords(switches, changes, '$.payment_method');
  transaction.method = { ...transaction.method, ...(changes as Partial<MethodBody>) };
  order.dateLastUpdated = account.now();
  announceOrder(account, order);
  return transaction;
}

export function removeTransaction(account: Account, switches: OrderSwitches, order: OrderRecord, id: string): void {
  requireManual(order, switches);
  const transaction = requireTransaction(order, id);
  order.payments = order.payments.filter((each) => each !== transaction);
  order.dateLastUpdated = account.now();
  announceOrder(account, order);
}

/** Transactions are changed and processed by hand only before an order is processed, and only in the mode `manual`. */
function requireManual(order: OrderRecord, switches: OrderSwitches): void {
  if (order.mode !== 'manual') {
    throw orderError('invalid_order_mode_for_operation', [], Number(switches.wrong_mode));
  }
  if (stateOfOrder(order).status !== 'created') throw orderError('operation_not_supported');
}
