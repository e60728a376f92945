import type { Account } from '../engine/account.js';
import { orderError } from './errors.js';
import type { OrderPayment, OrderRecord } from './record.js';

const ULID = '[0-9A-HJKMNP-TV-Z]{26}';

/** An order of this account; one of another account counts as not found. */
export function requireOrder(account: Account, id: string): OrderRecord {
  if (!new RegExp(`^ORD(TST)?${ULID}$`).test(id)) throw orderError('invalid_path_param', ['order_id']);
  const order = account.orders.get(id);
  if (!order) throw orderError('order_not_found');
  return order;
}

export function requireTransaction(order: OrderRecord, id: string): OrderPayment {
  if (!new RegExp(`^PAY${ULID}$`).test(id)) throw orderError('invalid_transaction_id');
  const transaction = order.payments.find((each) => each.id === id);
  if (!transaction) throw orderError('transaction_not_found');
  return transaction;
}
