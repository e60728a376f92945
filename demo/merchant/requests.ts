import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { apiOf } from './payment-apis/payment-api.js';
import type { ShopContext } from './shop-env.js';
import { sites } from './sites.js';
import { topics } from './webhooks/webhooks.js';

// Allowlists for requests: what is not named here is dropped. `npm run build` writes them into `openapi.yaml`.

/**
 * Ids are digits, but for those of orders: any other text in a path of Mercado Pago may be the name of another resource,
 * such as `search`.
 */
const id = z.string().regex(/^\d{1,20}$/);
const paymentId = z.string().refine((text) => apiOf(text) !== undefined);
const methodId = z.string().regex(/^\w{1,64}$/);
const token = z
  .string()
  .regex(/^[\w-]{1,128}$/)
  .meta({ description: 'Card token of MercadoPago.js' });
const issuerId = z.union([z.string().regex(/^\d{1,20}$/), z.int().min(0).transform(String)]);
const documentType = z.string().regex(/^[\w.-]{1,64}$/);
const text = z.string().trim().max(255);

/** `payment_method_id` and `issuer_id` may be missing: Mercado Pago can read both from the token. */
const cardToken = z.object({ token, payment_method_id: methodId.nullish(), issuer_id: issuerId.nullish() });

export const newCardRequest = cardToken;

export const paymentRequest = cardToken.extend({
  card_id: id.nullish().meta({ description: 'The saved card that the token was made of; absent for a typed one' }),
  payment_type_id: methodId.nullish().meta({ description: 'For the Orders API, with a card that was just typed' }),
  cart_id: z.uuid().nullish().meta({
    description:
      'The cart that the page shows: it is paid once. Without it the shop knows no more than what the shopper has not seen the end of',
  }),
  // A real shop allows only the installments that it offers for this amount.
  installments: z.coerce.number().int().min(1).max(48).default(1),
  // `<mp-add-card>` with its box ticked: a second token, to save the card with once the payment is approved.
  save_card: z
    .union([z.boolean(), z.stringbool()])
    .default(false)
    .meta({ description: 'Save the card too if the payment is approved' }),
  save_token: token.nullish().meta({ description: 'A second token of the same card to save it with' }),
  // `MP_DEVICE_SESSION_ID` of Mercado Pago's security.js. What is none is left out: it must not cost a sale.
  device_id: z
    .string()
    .regex(/^[A-Za-z0-9][\w.:-]{7,199}$/)
    .optional()
    .catch(undefined)
    .meta({ description: 'Sent on as `X-meli-session-id`; left out when it cannot be one' }),
});
export type PaymentRequest = z.infer<typeof paymentRequest>;

const keyHeader = 'X-Idempotency-Key';
const idempotencyHeader = z.object({ [keyHeader]: z.uuid() });

export const refundRequest = z.object({
  amount: z.number().positive().exactOptional().meta({ description: 'Absent for all that is left' }),
});

export const cancelRequest = z.object({ status: z.literal('cancelled') });

/** The form's entries are those of a payment. Without a token there is nothing to pay with, only a page to show again. */
export const checkoutForm = paymentRequest.extend({ token: token.optional() });

/**
 * The query of a webhook. `site` is the demo's own, which has an account in every country; a topic of others is left out. One
 * text of Mercado Pago calls that of orders `orders`.
 */
export const webhookQuery = z.object({
  'data.id': z.string().regex(/^\w{1,64}$/),
  type: z
    .preprocess((type) => (type === 'orders' ? 'order' : type), z.enum(topics))
    .optional()
    .catch(undefined),
  site: z.enum(sites).default('MLA'),
});

/** Not the e-mail: the shop finds its customer by it, and Mercado Pago refuses to change it (126). */
export const customerRequest = z.object({
  first_name: text.exactOptional(),
  last_name: text.exactOptional(),
  phone: z.object({ area_code: text, number: text }).exactOptional(),
  identification: z.object({ type: documentType, number: text }).exactOptional(),
  address: z
    .object({
      zip_code: text,
      street_name: text,
      street_number: z.coerce.number().int().positive(),
      city: z.object({ name: text }).default({ name: '' }),
    })
    .exactOptional(),
  default_address: id.exactOptional(),
});

/** The JSON body, reduced to what `schema` names. No body counts as an empty object. */
export async function readBody<T>(c: ShopContext, schema: z.ZodType<T>): Promise<T> {
  const body = await c.req.text();
  return check(schema, parseJson(body === '' ? '{}' : body));
}

/**
 * The entries of a plain HTML form, reduced to what `schema` names. An empty entry counts as absent. An element with a
 * `name` writes `card[token]` instead of `token`: both are understood.
 */
export async function readForm<T>(c: ShopContext, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new HTTPException(415, { message: 'Send application/x-www-form-urlencoded' });
  }
  const entries = Object.entries(await c.req.parseBody()).filter(([, value]) => value !== '');
  return check(schema, Object.fromEntries(entries.map(([name, value]) => [bareName(name), value])));
}

/** The query, reduced to what `schema` names. */
export const readQuery = <T>(c: ShopContext, schema: z.ZodType<T>): T => check(schema, c.req.query());

const bareName = (name: string): string => /^\w+\[(\w+)\]$/.exec(name)?.[1] ?? name;

/** An id of the request's path. */
export const readId = (c: ShopContext): string => check(id, c.req.param('id'));

/** The same of a payment, of either API: one that was made before a setting changed is still the shopper's. */
export const readPaymentId = (c: ShopContext): string => check(paymentId, c.req.param('id'));

/** The key under which the browser may repeat this request without having it done twice. */
export const readIdempotencyKey = (c: ShopContext): { idempotencyKey?: string } =>
  c.req.header(keyHeader) === undefined ? {} : requireIdempotencyKey(c);

/** The same for a request that must not be done twice: one without a key is refused. */
export function requireIdempotencyKey(c: ShopContext): { idempotencyKey: string } {
  return { idempotencyKey: check(idempotencyHeader, { [keyHeader]: c.req.header(keyHeader) })[keyHeader] };
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // Names the fields, never their values.
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'request').join(', ');
  throw new HTTPException(400, { message: `Missing or malformed: ${fields}` });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HTTPException(400, { message: 'The body is not JSON' });
  }
}
