/** How Mercado Pago's webhooks arrive at the shop; `webhooks` as `demo/sandbox/webhooks/settings.ts` has it. */
const behaviours = {
  usual: { label: 'at once', webhooks: null },
  late: { label: '5 s late', webhooks: { late_ms: 5_000 } },
  twice: { label: 'twice', webhooks: { times: 2 } },
  held: { label: 'not at all', webhooks: { hold: true } },
  forged: { label: 'with a wrong signature', webhooks: { signature: 'wrong' } },
  unsigned: { label: 'without a signature', webhooks: { signature: 'missing' } },
} as const;

export type WebhookName = keyof typeof behaviours;

export const webhookSwitches = (name: WebhookName): object | null => behaviours[name].webhooks;

export const webhookLabels = Object.fromEntries(
  Object.entries(behaviours).map(([name, { label }]) => [name, label]),
) as Readonly<Record<WebhookName, string>>;
