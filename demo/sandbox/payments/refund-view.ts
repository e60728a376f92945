import type { Account } from '../engine/account.js';
import { timestamp } from '../engine/clock.js';
import type { RefundRecord } from './record.js';

/** A refund as the API shows it. */
export function refundView(account: Account, refund: RefundRecord) {
  return {
    id: refund.id,
    payment_id: refund.paymentId,
    amount: refund.amount,
    metadata: {},
    source: { id: String(account.userId), name: account.name, type: 'collector' },
    date_created: timestamp(refund.dateCreated),
    unique_sequence_number: null,
    refund_mode: 'standard',
    adjustment_amount: 0,
    status: 'approved',
    reason: null,
    label: [],
    partition_details: [],
    amount_refunded_to_payer: refund.amount,
  };
}
