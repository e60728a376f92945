import { z } from 'zod';
import { type ChallengeSwitches, challengeSwitches } from '../challenges/settings.js';
import { ORDER_NAMES } from '../payments/outcomes.js';
import { paymentErrors } from '../http/catalogue.js';
import { isOrderErrorCode } from '../orders/errors.js';
import { isOrderedFailure } from '../orders/outcomes.js';
import { type OrderSettings, orderSettings } from '../orders/switches.js';
import { webhookSwitches, type WebhookSwitches } from '../webhooks/settings.js';

/** Which requests a fault is for, and how often it strikes. */
const aim = {
  /** HTTP method; without it every one. */
  method: z.string().toUpperCase().optional(),
  /** Beginning of the path, such as `/v1/payments` or `/secure-fields`; without it every path. */
  path: z.string().startsWith('/').optional(),
  /** How many requests are hit before the fault is gone; without it every request until it is cleared. */
  times: z.int().min(1).optional(),
};

const faultSchema = z.discriminatedUnion('kind', [
  /** The answer comes later: after this time, or when the fault is taken away. */
  z.strictObject({ kind: z.literal('latency'), ms: z.int().min(0).max(120_000), ...aim }),
  /** 429 with `Retry-After`. */
  z.strictObject({ kind: z.literal('rate_limit'), ...aim }),
  /** 500 with the usual envelope. */
  z.strictObject({ kind: z.literal('server_error'), ...aim }),
  /** 502 with a page of HTML, as a proxy gives it. */
  z.strictObject({ kind: z.literal('bad_gateway'), ...aim }),
  /** The connection is closed, nothing was done. */
  z.strictObject({ kind: z.literal('drop'), ...aim }),
  /** The request is carried out, then the connection is closed instead of an answer. */
  z.strictObject({ kind: z.literal('drop_answer'), ...aim }),
  /** The request is carried out, the answer breaks off in the middle. */
  z.strictObject({ kind: z.literal('malformed_json'), ...aim }),
  /** `E601`: card tokens cannot be made. */
  z.strictObject({ kind: z.literal('token_failure'), ...aim }),
  /** Errors come with their causes nested one level too deep. */
  z.strictObject({ kind: z.literal('nested_cause'), ...aim }),
  /** Any other refusal of the API. */
  z.strictObject({
    kind: z.literal('refusal'),
    status: z.int().min(400).max(599),
    code: z.union([z.string(), z.number()]),
    message: z.string().default('invalid parameters'),
    ...aim,
  }),
]);

export type Fault = z.output<typeof faultSchema>;

/** What `POST /sandbox/faults` takes: each key that is sent replaces its earlier value. */
export const settingsPatch = z.strictObject({
  /**
   * Decides the next payment only: a cardholder name such as `SECU`, a `status_detail` that has no such name, or an error
   * code of payments such as `3031`. The Orders API takes its own names and codes as well, such as `high_risk`.
   */
  next_payment: z
    .union([z.enum(ORDER_NAMES), z.string().refine((name) => paymentErrors.has(name) || isOfOrders(name))])
    .nullable()
    .optional(),
  /** How many cards a customer may have. */
  card_limit: z.int().min(0).nullable().optional(),
  faults: z.array(faultSchema).max(50).optional(),
  /** A profile of the Orders API, and the switches in which it is to differ; see `orders/switches.ts`. */
  orders: orderSettings.optional(),
  /** How long the search does not know of a payment that was made or has changed. */
  search_delay_ms: z.int().min(0).nullable().optional(),
  /** What is not named is as it should be. */
  webhooks: webhookSwitches.nullable().optional(),
  /** How the bank's challenge behaves; what is not named is as usual. */
  challenge: challengeSwitches.nullable().optional(),
});

const isOfOrders = (name: string): boolean => isOrderedFailure(name) || isOrderErrorCode(name);

export type SettingsPatch = z.output<typeof settingsPatch>;

/** What is in force, for everyone or for one account. */
export interface Settings {
  readonly next_payment: string | null;
  readonly card_limit: number | null;
  readonly faults: readonly Fault[];
  readonly orders: OrderSettings;
  readonly search_delay_ms: number | null;
  readonly webhooks: WebhookSwitches | null;
  readonly challenge: ChallengeSwitches | null;
}

export const NO_SETTINGS: Settings = {
  next_payment: null,
  card_limit: null,
  faults: [],
  orders: {},
  search_delay_ms: null,
  webhooks: null,
  challenge: null,
};
