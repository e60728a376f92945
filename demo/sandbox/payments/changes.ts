import type { Account } from '../engine/account.js';
import { paymentErrors } from '../http/catalogue.js';
import { requireWholeUnits, roundToUnits } from './amounts.js';
import { APPROVED, type Outcome, settle, withTerms } from './outcomes.js';
import { announceUpdate } from './announce.js';
import { type PaymentRecord, type RefundRecord, refundedAmount } from './record.js';

export const wrongState = () => paymentErrors.error(400, '3005');

/** Captures an authorized payment, whole or in part; what is not captured is released. */
export function capture(account: Account, payment: PaymentRecord, amount: number = payment.amount): void {
  if (payment.status !== 'authorized') throw wrongState();
  if (amount > payment.amount) throw paymentErrors.error(400, '4037');
  requireWholeUnits(account, amount);
  payment.totalPaidAmount = roundToUnits(account.site, (payment.totalPaidAmount * amount) / payment.amount);
  payment.amount = amount;
  settle(payment, APPROVED, account.now());
  announceUpdate(account, payment);
}

/** Cancels a payment that is not paid yet. A paid one can only be refunded. */
export function cancel(account: Account, payment: PaymentRecord): void {
  if (!['pending', 'in_process', 'authorized'].includes(payment.status)) throw wrongState();
  settle(payment, { status: 'cancelled', statusDetail: 'by_collector' }, account.now());
  announceUpdate(account, payment);
}

/** Gives a ticket or a transfer another last day. */
export function postpone(account: Account, payment: PaymentRecord, until: Date): void {
  if (payment.status !== 'pending') throw wrongState();
  payment.dateOfExpiration = until;
  payment.dateLastUpdated = account.now();
  announceUpdate(account, payment);
}

/** Decides a payment that waits for a review, a bank or the shopper. */
export function decide(account: Account, payment: PaymentRecord, outcome: Outcome): void {
  if (!['pending', 'in_process'].includes(payment.status)) throw wrongState();
  settle(payment, withTerms(outcome, { capture: payment.captured, binaryMode: payment.binaryMode }), account.now());
  announceUpdate(account, payment);
}

/** Refunds an approved payment: all that is left of it, or `amount`. */
export function refund(account: Account, payment: PaymentRecord, amount: number | null): RefundRecord {
  if (payment.status !== 'approved') throw wrongState();
  const left = roundToUnits(account.site, payment.amount - refundedAmount(payment));
  const given = amount ?? left;
  if (given > left) throw paymentErrors.error(400, '4037');
  requireWholeUnits(account, given);
  if (given < payment.amount && !account.site.partialRefunds) throw paymentErrors.error(400, '3024');

  const now = account.now();
  const record = { id: account.ids.number('refund'), paymentId: payment.id, amount: given, dateCreated: now };
  payment.refunds.push(record);
  payment.dateLastUpdated = now;
  if (given === left) payment.status = 'refunded';
  payment.statusDetail = given === left ? 'refunded' : 'partially_refunded';
  announceUpdate(account, payment);
  return record;
}
