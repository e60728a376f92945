import type { Account } from '../engine/account.js';
import { stateOfOrder, stateOfPayment } from './outcomes.js';
import type { OrderRecord } from './record.js';
import { paidAmount } from './view.js';

/** Statuses that the documentation names an action for. The others have the ones that were seen for any change. */
const ACTIONS = ['processed', 'failed', 'canceled', 'refunded', 'expired', 'action_required'];

/** Webhooks of the topic `order`. The classic payment of an order has none of its own; whether it has live is not known. */
const announce = (otherwise: string) => (account: Account, order: OrderRecord) => {
  const { status, statusDetail } = stateOfOrder(order);
  // That a refund of a part is called so too is guessed.
  const name = statusDetail === 'partially_refunded' ? 'refunded' : status;
  const action = `order.${ACTIONS.includes(name) ? name : otherwise}`;
  order.version += 1;
  account.announce({ topic: 'order', action, id: order.id, data: dataOf(account, order) });
};

export const announceNewOrder = announce('created');
export const announceOrder = announce('updated');

function dataOf(account: Account, order: OrderRecord) {
  const { status, statusDetail } = stateOfOrder(order);
  return {
    external_reference: order.sent.external_reference,
    status,
    status_detail: statusDetail,
    total_amount: order.sent.total_amount,
    total_paid_amount: paidAmount(account, order),
    type: order.sent.type,
    version: order.version,
    transactions: {
      payments: order.payments.map((transaction) => {
        const { id, type, installments } = transaction.method;
        const state = stateOfPayment(order, transaction);
        return {
          id: transaction.id,
          amount: transaction.sent.amount,
          paid_amount: paidAmount(account, { payments: [transaction] }),
          status: state.status,
          status_detail: state.statusDetail,
          reference: { id: transaction.referenceId },
          payment_method: { id, type, installments },
        };
      }),
    },
  };
}
