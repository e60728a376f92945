import { type OrderState, stateOfOrder } from './outcomes.js';
import type { OrderRecord } from './record.js';
import type { OrderSwitches } from './switches.js';

/** A state in the words that the switches want. Answers, webhooks and searches all have it from here. */
export function shownState(switches: OrderSwitches, state: OrderState) {
  const { status, statusDetail } = wordsFor(switches, state);
  return { status, status_detail: statusDetail };
}

export const shownStateOfOrder = (switches: OrderSwitches, order: OrderRecord) =>
  shownState(switches, stateOfOrder(order));

function wordsFor(switches: OrderSwitches, { status, statusDetail }: OrderState): OrderState {
  const { canceled, canceled_detail: detail, canceled_transaction: transaction, review } = switches;
  if (status === 'challenge_expired') {
    return { status: switches.challenge_expired === 'canceled' ? canceled : 'expired', statusDetail };
  }
  if (statusDetail === 'canceled_transaction') return { status: canceled, statusDetail: transaction };
  if (status === 'canceled') {
    return { status: canceled, statusDetail: detail === 'canceled' ? canceled : transaction };
  }
  if (statusDetail === 'in_review' && review !== 'in_review_detail') {
    return review === 'in_review' ? { status: review, statusDetail } : { status, statusDetail: review };
  }
  return { status: status === 'refunded' ? switches.refunded_status : status, statusDetail };
}
