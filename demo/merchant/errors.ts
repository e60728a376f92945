import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { MercadoPagoError } from 'mercadopago';
import { z } from 'zod';

/** An error as the shop's API answers it: Mercado Pago's own shape, and no more than that. */
export interface ApiError {
  readonly status: ContentfulStatusCode;
  readonly body: { readonly message: string; readonly cause: readonly ErrorCause[] };
}

const causeSchema = z.object({ code: z.union([z.string(), z.number()]), description: z.string().catch('') });
export type ErrorCause = z.infer<typeof causeSchema>;

/** Whether an error is expected, and not a bug in this program. */
export const isForeseen = (error: unknown): boolean =>
  error instanceof MercadoPagoError || error instanceof HTTPException;

/** The answer to the browser for an error. A real shop also logs it, without bodies: they contain tokens. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof MercadoPagoError) return fromMercadoPago(error);
  if (error instanceof HTTPException) return { status: error.status, body: says(error.message) };
  return { status: 500, body: says('Something went wrong in the shop') };
}

function fromMercadoPago(error: MercadoPagoError): ApiError {
  // Status 0: no answer at all. Below 400: an answer of something in between. 401 and 403 are about the shop's credentials; passed on they would ask the shopper to
  // sign in again.
  if (error.status < 400 || error.status === 401 || error.status === 403) {
    return { status: 502, body: says('Mercado Pago cannot be used by this shop at the moment') };
  }
  if (error.status >= 500) {
    return { status: error.status as ContentfulStatusCode, body: says('Mercado Pago has a problem at the moment') };
  }
  return {
    status: error.status as ContentfulStatusCode,
    body: { message: error.message, cause: causesOf(error.causes) },
  };
}

/** Mercado Pago nests the causes of a refused card one array deeper than those of other errors. */
export function causesOf(causes: unknown): ErrorCause[] {
  return [causes].flat(Infinity).flatMap((cause) => {
    const known = causeSchema.safeParse(cause);
    return known.success ? [known.data] : [];
  });
}

const says = (message: string): ApiError['body'] => ({ message, cause: [] });
