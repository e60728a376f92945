import { z } from 'zod';
import { profileSchema, type Profile, type ProfileChange } from './profile.js';
import { faultOf, ShopFault } from './shop-fault.js';

const id = z.union([z.string(), z.number()]).transform(String);
const digits = z.union([z.string(), z.number()]).transform((value) => String(value).padStart(4, '0'));

const payment = z.object({
  id,
  status: z.string(),
  transaction_amount: z.number(),
  transaction_amount_refunded: z.number().nullish(),
  date_created: z.coerce.date(),
  can_cancel: z.boolean().nullish(),
  card: z.object({ last_four_digits: digits.nullish() }).nullish(),
});
export type Payment = z.output<typeof payment>;

const paymentList = z
  .object({ payments: z.array(payment), is_complete: z.boolean() })
  .transform(({ payments, is_complete: isComplete }) => ({ payments, isComplete }));
export type PaymentList = z.output<typeof paymentList>;

const refund = z.object({ amount: z.number() });

/** Longer than the shop waits for Mercado Pago, so that the shop's answer comes first. */
const TIMEOUT = 20_000;

interface Write {
  readonly method: 'POST' | 'PUT';
  readonly body?: object;
  readonly idempotencyKey?: string;
}

/** The shop's server as its account page calls it. Every call throws a `ShopFault` and nothing else. */
export class AccountServer {
  profile(): Promise<Profile> {
    return read('/api/customer', profileSchema);
  }

  changeProfile(body: ProfileChange): Promise<Profile> {
    return read('/api/customer', profileSchema, { method: 'PUT', body });
  }

  /** Newest first. Not complete where the shop could not find out about all of them. */
  payments(): Promise<PaymentList> {
    return read('/api/payments', paymentList);
  }

  /** Refunds `amount`, or all that is left. The same key again asks for the same refund. */
  async refund(id: string, amount: number | null, idempotencyKey: string): Promise<number> {
    const body = amount === null ? {} : { amount };
    const path = `/api/payments/${encodeURIComponent(id)}/refunds`;
    return (await read(path, refund, { method: 'POST', body, idempotencyKey })).amount;
  }

  cancelPayment(id: string): Promise<Payment> {
    const body = { status: 'cancelled' };
    return read(`/api/payments/${encodeURIComponent(id)}`, payment, { method: 'PUT', body });
  }
}

async function read<T>(path: string, schema: z.ZodType<T>, write?: Write): Promise<T> {
  const answer = schema.safeParse(await ask(path, write));
  if (!answer.success) throw new ShopFault('unavailable', { cause: answer.error });
  return answer.data;
}

/** The answer's JSON; `undefined` when it has none. */
async function ask(path: string, write?: Write): Promise<unknown> {
  const { response, text } = await exchange(path, write);
  const body = parsed(text);
  if (!response.ok) throw faultOf(response.status, body);
  return body;
}

async function exchange(path: string, write?: Write): Promise<{ response: Response; text: string }> {
  const { method = 'GET', body, idempotencyKey } = write ?? {};
  const headers = new Headers({ Accept: 'application/json' });
  if (body) headers.set('Content-Type', 'application/json');
  if (idempotencyKey) headers.set('X-Idempotency-Key', idempotencyKey);
  const init = { method, headers, signal: AbortSignal.timeout(TIMEOUT), ...(body && { body: JSON.stringify(body) }) };
  try {
    const response = await fetch(path, init);
    return { response, text: await response.text() };
  } catch (cause) {
    throw new ShopFault('offline', { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
