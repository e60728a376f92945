import { type OrderState, stateOfOrder } from './outcomes.js';
import type { OrderRecord } from './record.js';
import type { OrderSwitches } from './switches.js';

/** A state in the words that the switches want. Answers, webhooks and searches all have it from here. */
export function shownState(switches: OrderSwitches, { status, statusDetail }: OrderState) {
  const { canceled, canceled_detail: detail, refunded_status: refunded, challenge_expired: expired } = switches;
  if (status === 'expired' && expired === 'canceled') return { status: canceled, status_detail: statusDetail };
  if (statusDetail === 'canceled_transaction')
    return { status: canceled, status_detail: switches.canceled_transaction };
  if (status === 'canceled') {
    return { status: canceled, status_detail: detail === 'canceled' ? canceled : switches.canceled_transaction };
  }
  return { status: status === 'refunded' ? refunded : status, status_detail: statusDetail };
}

export const shownStateOfOrder = (switches: OrderSwitches, order: OrderRecord) =>
  shownState(switches, stateOfOrder(order));
