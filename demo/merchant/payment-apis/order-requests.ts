import { buildError, MPConnectionError, MercadoPagoError } from 'mercadopago';
import { z } from 'zod';
import { apiUrl } from '../api-base.js';
import { TIMEOUT } from '../timeout.js';
import { faultBody, refusalBody } from './order-answers.js';
import type { Refusal } from './payment-api.js';

/** A card that was refused. The order exists, so this is an outcome like another, and no failure of the request. */
export class RefusedOrder extends MercadoPagoError {
  readonly refusal: Refusal;
  /** The failed order, as it came. */
  readonly order: unknown;

  constructor(refusal: Refusal, order: unknown) {
    super({ status: 402, message: refusal.errors[0]?.message ?? '', cause: causesOf(refusal.errors) });
    this.refusal = refusal;
    this.order = order;
  }
}

/**
 * POSTs to the Orders API.
 *
 * Not with the official SDK: its errors are built from `message` and `cause`, which this API does not send, so that the
 * codes of a refusal and the failed order of a 402 are lost. They are put into an error of the SDK here, so that the rest
 * of the shop handles the errors of both APIs alike.
 */
export async function postOrder(
  accessToken: string,
  path: string,
  { idempotencyKey, deviceId }: { readonly idempotencyKey: string; readonly deviceId?: string | undefined },
  body?: object,
) {
  const { status, text } = await exchange(apiUrl(`/v1/orders${path}`), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${accessToken}`,
      'Content-Type': 'application/json',
      'X-Idempotency-Key': idempotencyKey,
      ...(deviceId && { 'X-meli-session-id': deviceId }),
    },
    ...(body && { body: JSON.stringify(body) }),
    // Followed, it would be a GET of something else, whose answer says nothing about the charge.
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const answer = parsed(text);
  if (status >= 200 && status < 300) return answer;
  const fault = faultBody.safeParse(answer).data;
  const refusal = status === 402 ? refusalBody.safeParse(answer).data : undefined;
  if (refusal) throw new RefusedOrder(refusal, fault?.data);
  // The OpenAPI description has the envelope of the other resources.
  const other = otherFault.safeParse(answer).data;
  if (other) throw buildError(status, other);
  throw buildError(status, { message: fault?.errors[0]?.message ?? '', cause: causesOf(fault?.errors ?? []) });
}

const otherFault = z.object({
  message: z.string(),
  cause: z.array(z.object({ code: z.union([z.string(), z.number()]), description: z.string().catch('') })),
});

const causesOf = (errors: Refusal['errors']) => errors.map(({ code, message }) => ({ code, description: message }));

async function exchange(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw new MPConnectionError(cause);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
