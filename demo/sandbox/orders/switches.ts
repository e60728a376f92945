import { z } from 'zod';

/** Points on which the sources about the Orders API contradict each other. They were not all tried on the live API. */
const switches = z.strictObject({
  /**
   * An approved order whose `capture_mode` was sent as `automatic_async`: paid at once, as integrators measured, or waiting
   * to be captured, as the end-to-end suites of the Node and Go SDKs expect.
   */
  async_capture: z.enum(['processed', 'waiting_capture']),
  /** `country_code`: `BRA` as measured, or `MLB` as in the OpenAPI description. */
  country_code: z.enum(['iso3', 'site']),
  /** `user_id`: text as measured, or a number as in the OpenAPI description. */
  user_id: z.enum(['text', 'number']),
  /** `payer` in answers: not measured there, but in the types of all SDKs. */
  payer: z.enum(['hidden', 'shown']),
  /** Values of `paging`: numbers in the OpenAPI description, text in the types of the Node and Go SDKs. */
  paging: z.enum(['number', 'text']),
  /** What the id of an order begins with: test sellers have ids of their own, older examples do not. */
  order_ids: z.enum(['ORDTST', 'ORD']),
  /** The same key with the same body: the same answer again, or a 409. Both were seen. */
  same_request: z.enum(['replayed', 'refused']),
  /** A second request with a key or about an order while the first one runs: 423 or 409. Neither is confirmed. */
  at_once: z.enum(['423', '409']),
  /** Payments in a new order of the mode `manual`: the suites send them, the OpenAPI description forbids them. */
  manual_payments: z.enum(['accepted', 'refused']),
  /** `payer.email` together with a `payer.customer_id`: not needed as measured, required in the OpenAPI description. */
  customer_email: z.enum(['optional', 'required']),
  /** Required on older pages. */
  external_reference: z.enum(['optional', 'required']),
  /** `status` of an order that was refunded whole: `refunded`, or `processed` on a page of Checkout Pro. */
  refunded_status: z.enum(['refunded', 'processed']),
  /** A payment that is reviewed by hand: `in_process`, or `in_review` as detail in the OpenAPI description, or as status, as seen. */
  review: z.enum(['in_process', 'in_review_detail', 'in_review']),
  /** How the word is spelt, in the status and in the error code. */
  canceled: z.enum(['canceled', 'cancelled']),
  /** `status_detail` of such an order: that word again in the suites, the one of its payment in an example. */
  canceled_detail: z.enum(['canceled', 'canceled_transaction']),
  /** How the payment's word is spelt: the example has both `cancelled` and `canceled_transaction`. */
  canceled_transaction: z.enum(['canceled_transaction', 'cancelled_transaction']),
  /** A cancellation of what cannot be canceled: 409 in the list of errors, 422 as it was seen once. */
  refused_cancel: z.enum(['409', '422']),
  /** The answer to a capture: the whole order, or its id, status and transactions. */
  capture_answer: z.enum(['order', 'short']),
  /** A token that is used up, unknown or foreign: 400, or 402 with a failed order. Neither is confirmed. */
  unusable_token: z.enum(['400', '402']),
  /** A refused card: 402, or 201 with a failed order, as one integrator saw. */
  refusal: z.enum(['402', '201']),
  /** Keys of `additional_info`: flat with dots as measured, or nested as in the OpenAPI description. */
  additional_info: z.enum(['flat', 'nested']),
  /** Longest `statement_descriptor`: 50 in the OpenAPI description, 22 for the Payments API. */
  statement_descriptor: z.enum(['50', '22']),
  /** A change of transactions that the order's mode does not allow. */
  wrong_mode: z.enum(['400', '409']),
  /** Words of `transaction_security` that are taken: those of the SDKs, those of the OpenAPI description, or both. */
  security_words: z.enum(['both', 'sdk', 'openapi']),
  /**
   * What `on_fraud_risk` leads to for a card that is to be approved: a challenge for the test cards of 3DS, or for every card,
   * as one integrator saw.
   */
  fraud_risk: z.enum(['test_cards', 'every_card']),
  /** What the address of a challenge is called: `url` in docs and SDKs, `redirect_url` in the OpenAPI description. */
  challenge_address: z.enum(['url', 'redirect_url']),
  /**
   * Why a challenge failed: the word of the SDKs, the one of the page *Transaction status*, which also is that of a challenge
   * still to be done, or the one that a shop saw.
   */
  challenge_failed: z.enum(['cc_rejected_3ds_challenge', 'pending_challenge', '3ds_challenge_failed']),
  /** A challenge without an answer: `failed` with `3ds_challenge_expired`, or `expired` as other orders, or `canceled`. */
  challenge_expired: z.enum(['failed', 'expired', 'canceled']),
  /** How many minutes it waits: 40 on the status page, 5 in an example of the Node SDK. */
  challenge_minutes: z.enum(['40', '5']),
  /** Brazil's test card 5031 4332 1540 6351: integrators found it unknown, the suites and this sandbox's customers have it. */
  brazil_master: z.enum(['known', 'unknown']),
  /** How a refusal looks: `{errors}` as integrators saw it, or `{status, error, message, cause}` as the OpenAPI description has it. */
  error_envelope: z.enum(['errors', 'cause']),
});

export type OrderSwitches = z.output<typeof switches>;

/** What integrators measured, and where nothing was measured what most sources say. */
const MEASURED: OrderSwitches = {
  async_capture: 'processed',
  country_code: 'iso3',
  user_id: 'text',
  payer: 'hidden',
  paging: 'number',
  order_ids: 'ORDTST',
  same_request: 'replayed',
  at_once: '423',
  manual_payments: 'accepted',
  customer_email: 'optional',
  external_reference: 'optional',
  refunded_status: 'refunded',
  review: 'in_process',
  canceled: 'canceled',
  canceled_detail: 'canceled',
  canceled_transaction: 'canceled_transaction',
  refused_cancel: '409',
  capture_answer: 'order',
  unusable_token: '400',
  refusal: '402',
  additional_info: 'flat',
  statement_descriptor: '50',
  wrong_mode: '400',
  security_words: 'both',
  fraud_risk: 'test_cards',
  challenge_address: 'url',
  challenge_failed: 'cc_rejected_3ds_challenge',
  challenge_expired: 'failed',
  challenge_minutes: '40',
  brazil_master: 'known',
  error_envelope: 'errors',
};

const PROFILES = {
  measured: MEASURED,
  /** What the end-to-end suites of the official SDKs expect. */
  'official-e2e': { ...MEASURED, async_capture: 'waiting_capture', payer: 'shown', paging: 'text', order_ids: 'ORD' },
} as const satisfies Record<string, OrderSwitches>;

/** A profile, and switches that differ from it. */
export const orderSettings = switches.partial().extend({ profile: z.enum(['measured', 'official-e2e']).optional() });

export type OrderSettings = z.output<typeof orderSettings>;

/** All switches; the later settings come before the earlier ones. */
export function switchesOf(...settings: readonly OrderSettings[]): OrderSwitches {
  return settings.reduce<OrderSwitches>((before, { profile, ...own }) => {
    const base = profile ? PROFILES[profile] : before;
    return { ...base, ...(own as Partial<OrderSwitches>) };
  }, MEASURED);
}
