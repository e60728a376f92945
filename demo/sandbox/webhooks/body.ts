import type { Account } from '../engine/account.js';
import { timestamp } from '../engine/clock.js';
import type { WebhookEvent } from '../engine/webhook-event.js';

/** The body of a webhook, made once: the same for every attempt to deliver it. */
export function bodyOf(account: Account, { topic, action, id, data }: WebhookEvent, type: string = topic) {
  const common = {
    // Deliveries for test accounts were seen with `true`: it does not tell test from live.
    live_mode: true,
    type,
    date_created: timestamp(account.now()),
    api_version: 'v1',
    action,
    data: { ...data, id },
  };
  return topic === 'payment'
    ? { id: account.ids.number('notification'), ...common, user_id: account.userId }
    : { ...common, application_id: '0', user_id: String(account.userId) };
}
