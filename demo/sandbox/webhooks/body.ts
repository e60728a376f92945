import type { Account } from '../engine/account.js';
import { timestamp } from '../engine/clock.js';
import type { WebhookEvent } from '../engine/webhook-event.js';
import type { WebhookSwitches } from './settings.js';

/** The body of a webhook, made once: the same for every attempt to deliver it. */
export function bodyOf(
  account: Account,
  { topic, action, id, seller, data }: WebhookEvent,
  { order_topic, order_event_id }: WebhookSwitches,
) {
  const hasId = topic === 'payment' || order_event_id === 'present';
  const common = {
    // Deliveries for test accounts were seen with `true`: it does not distinguish test from live.
    live_mode: true,
    type: topic === 'order' ? order_topic : topic,
    date_created: timestamp(account.now()),
    api_version: 'v1',
    action,
    data: { ...data, id },
  };
  return {
    ...(hasId && { id: account.ids.number('notification') }),
    ...common,
    ...seller,
  };
}
