import { z } from 'zod';

/** What a page needs to show the bank's question (3DS), and no more of the payment. */
export interface Challenge {
  readonly url: string;
  /** Posted to `url`; orders have none. */
  readonly creq?: string;
}

const address = z.url({ protocol: /^https?$/ });

/** `three_dsinfo` on an old page of the documentation, `three_ds_info` everywhere else. */
const info = z.object({ external_resource_url: address, creq: z.string().min(1) });
const payment = z.object({
  status_detail: z.literal('pending_challenge'),
  three_ds_info: info.optional(),
  three_dsinfo: info.optional(),
});

/** `redirect_url` in the OpenAPI description, `url` everywhere else. */
const security = z.object({ url: address.optional(), redirect_url: address.optional() });
const order = z.object({
  status: z.literal('action_required'),
  transactions: z.object({
    payments: z.array(z.object({ payment_method: z.object({ transaction_security: security }) })).min(1),
  }),
});

/** The challenge that a payment waits for. */
export function challengeOfPayment(made: unknown): Challenge | null {
  const { data } = payment.safeParse(made);
  const asked = data?.three_ds_info ?? data?.three_dsinfo;
  return asked ? { url: asked.external_resource_url, creq: asked.creq } : null;
}

/** The same of an order, which has an address only while it waits. */
export function challengeOfOrder(made: unknown): Challenge | null {
  const shown = order.safeParse(made).data?.transactions.payments[0]?.payment_method.transaction_security;
  const url = shown?.url ?? shown?.redirect_url;
  return url ? { url } : null;
}
