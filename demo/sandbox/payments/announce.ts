import type { Account } from '../engine/account.js';
import type { PaymentRecord } from './record.js';

/** Webhooks of the topic `payment`. */
const announce = (action: string) => (account: Account, payment: PaymentRecord) =>
  account.announce({ topic: 'payment', action, id: String(payment.id), url: payment.notes.notificationUrl });

export const announceCreation = announce('payment.created');
export const announceUpdate = announce('payment.updated');
