import type { Account } from '../engine/account.js';
import { announceOrder } from '../orders/announce.js';
import type { PaymentRecord } from './record.js';

/** Webhooks of the topic `payment`. */
const announce = (action: string) => (account: Account, payment: PaymentRecord) =>
  account.announce({
    topic: 'payment',
    action,
    id: String(payment.id),
    seller: { user_id: account.userId },
    url: payment.notes.notificationUrl,
  });

export const announceCreation = announce('payment.created');
const announcePaymentUpdate = announce('payment.updated');

/** A change of an order's payment is one of the order, whichever API or page made it. */
export function announceUpdate(account: Account, payment: PaymentRecord): void {
  const order = account.orders.get(payment.orderId ?? '');
  if (order) announceOrder(account, order);
  else announcePaymentUpdate(account, payment);
}
