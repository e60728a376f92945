import { z } from 'zod';

/** Whether an address is on this machine: nothing that runs offline may call anywhere else. */
export function isOnThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** What a seller enters at Mercado Pago under "Webhooks". A reset of the sandbox leaves it as it is. */
export const panelBody = z.strictObject({
  url: z.string().refine(isOnThisMachine, 'expected the URL of a server on this machine').nullable(),
  /** The key of the signatures, as the panel shows it. */
  secret: z.string().min(1).max(256).default('sandbox-webhook-secret'),
});

export type Panel = z.output<typeof panelBody>;

/** How webhooks misbehave. All of it was reported of the real ones, but for the wrong signature, which is a forgery. */
export const webhookSwitches = z.strictObject({
  /** How long each one waits before it is sent. */
  late_ms: z.int().min(0).max(120_000).default(0),
  /** Each one waits until `POST /sandbox/webhooks/deliver`. */
  hold: z.boolean().default(false),
  /** How often each one is sent. */
  times: z.int().min(1).max(5).default(1),
  /** Those that wait are sent newest first. */
  reversed: z.boolean().default(false),
  signature: z.enum(['valid', 'wrong', 'missing']).default('valid'),
  /** What the topic of orders is called: `orders` in one text of Mercado Pago only. */
  order_topic: z.enum(['order', 'orders']).default('order'),
  /** The body's own `id`, besides that of the order: in some captures of orders' webhooks only. */
  order_event_id: z.enum(['absent', 'present']).default('absent'),
  /** Documentation and SDKs disagree on what is signed: the id as it is in the URL, or in lower case. */
  signed_id: z.enum(['as_sent', 'lower_case']).default('as_sent'),
  /** And on the unit of `ts`. */
  timestamp: z.enum(['seconds', 'milliseconds']).default('seconds'),
});

export type WebhookSwitches = z.output<typeof webhookSwitches>;

export const NO_SWITCHES: WebhookSwitches = webhookSwitches.parse({});
