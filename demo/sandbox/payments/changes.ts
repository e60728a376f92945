import type { Account } from '../engine/account.js';
import { paymentErrors } from '../http/catalogue.js';
import { requireWholeUnits, roundToUnits } from './amounts.js';
import { APPROVED, FAILED_CHALLENGE, settle, withTerms } from './outcomes.js';
import { type PaymentRecord, type RefundRecord, refundedAmount } from './record.js';

const wrongState = () => paymentErrors.error(400, '3005');

/** Captures an authorized payment, whole or in part; what is not captured is released. */
export function capture(account: Account, payment: PaymentRecord, amount: number = payment.amount): void {
  if (payment.status !== 'authorized') throw wrongState();
  if (amount > payment.amount) throw paymentErrors.error(400, '4037');
  requireWholeUnits(account, amount);
  payment.totalPaidAmount = roundToUnits(account.site, (payment.totalPaidAmount * amount) / payment.amount);
  payment.amount = amount;
  settle(payment, APPROVED, account.now());
}

/** Cancels a payment that is not paid yet. A paid one can only be refunded. */
export function cancel(account: Account, payment: PaymentRecord): void {
  if (!['pending', 'in_process', 'authorized'].includes(payment.status)) throw wrongState();
  settle(payment, { status: 'cancelled', statusDetail: 'by_collector' }, account.now());
}

/** Gives a ticket or a transfer another last day. */
export function postpone(account: Account, payment: PaymentRecord, until: Date): void {
  if (payment.status !== 'pending') throw wrongState();
  payment.dateOfExpiration = until;
  payment.dateLastUpdated = account.now();
}

/** Ends the 3DS challenge that a payment waits for, as its test card has it. */
export function finishChallenge(account: Account, payment: PaymentRecord): void {
  if (payment.statusDetail !== 'pending_challenge') throw wrongState();
  const outcome = payment.challenge === 'passes' ? APPROVED : FAILED_CHALLENGE;
  settle(payment, withTerms(outcome, { capture: payment.captured, binaryMode: payment.binaryMode }), account.now());
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
  return record;
}
