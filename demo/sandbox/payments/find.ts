import type { Account } from '../engine/account.js';
import { paymentErrors } from '../http/catalogue.js';
import type { PaymentRecord, RefundRecord } from './record.js';

/** `Number` alone would read `0x1f`, `1e3` and ` 12 ` as ids too. */
const idOf = (id: string | number): number => (/^[1-9]\d{0,15}$/.test(String(id)) ? Number(id) : Number.NaN);

/** A payment of this account; one of another account counts as not found (2000). */
export function requirePayment(account: Account, id: string | number): PaymentRecord {
  const payment = account.payments.get(idOf(id));
  if (!payment) throw paymentErrors.error(404, '2000');
  return payment;
}

export function requireRefund(payment: PaymentRecord, id: string | number): RefundRecord {
  const refund = payment.refunds.find((each) => each.id === idOf(id));
  if (!refund) throw paymentErrors.error(404, '2000', 'refund not found');
  return refund;
}
