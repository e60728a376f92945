import type { Account } from '../engine/account.js';
import type { OrderRecord } from './record.js';
import { orderView } from './view.js';

/** Statuses that the documentation names an action for. The others have the ones that were seen for any change. */
const ACTIONS = ['processed', 'failed', 'canceled', 'refunded', 'expired', 'action_required', 'charged_back'];

/**
 * Webhooks of the topic `order`: what they say is taken from the order as the API shows it at that moment. The classic
 * payment of an order has none of its own; whether it has live is not known.
 */
const announce = (otherwise: string) => (account: Account, order: OrderRecord) => {
  // No address of the view is sent, so none is made: there is no request that came to one.
  const shown = orderView({ account, switches: account.orderSwitches, origin: '' }, order);
  order.version += 1;
  account.announce({
    topic: 'order',
    action: `order.${actionOf(shown) ?? otherwise}`,
    id: order.id,
    seller: { application_id: shown.integration_data.application_id, user_id: shown.user_id },
    data: dataOf(shown, order.version),
  });
};

export const announceNewOrder = announce('created');
export const announceOrder = announce('updated');

type Shown = ReturnType<typeof orderView>;

/** The action has one spelling. That a refund of a part is called so too is guessed. */
function actionOf({ status, status_detail: detail }: Shown): string | undefined {
  if (detail === 'refunded' || detail === 'partially_refunded') return 'refunded';
  const name = status === 'cancelled' ? 'canceled' : status;
  return ACTIONS.find((each) => each === name);
}

function dataOf(shown: Shown, version: number) {
  const { external_reference, status, status_detail, total_amount, total_paid_amount, type, transactions } = shown;
  return {
    external_reference,
    status,
    status_detail,
    total_amount,
    total_paid_amount,
    type,
    version,
    transactions: {
      payments: transactions.payments.map((payment) => ({
        id: payment.id,
        amount: payment.amount,
        paid_amount: payment.paid_amount,
        status: payment.status,
        status_detail: payment.status_detail,
        reference: { id: payment.reference_id },
        payment_method: {
          id: payment.payment_method.id,
          type: payment.payment_method.type,
          installments: payment.payment_method.installments,
        },
      })),
      ...(transactions.chargebacks && {
        chargebacks: transactions.chargebacks.map(({ id, case_id }) => ({ id, case_id, amount: total_amount })),
      }),
    },
  };
}
