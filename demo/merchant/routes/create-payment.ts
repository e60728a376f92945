import { MercadoPagoError } from 'mercadopago';
import { pay, type Purchase } from '../pay.js';
import { isUnclear, RefusedCharge } from '../refused-charge.js';
import { paymentRequest, readBody, type PaymentRequest } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/**
 * `POST /api/payments`: 201 also for a payment that was rejected, as `/v1/payments` has it; see `status`. `/v1/orders` has a
 * 402 for it, with the failed order: `paymentResult()` of the elements understands both.
 */
export async function createPayment(c: ShopContext) {
  const { payment, cardSaved, refusal, challenge } = await payWith(c, await readBody(c, paymentRequest));
  if (refusal) return c.json({ message: refusal.errors[0]?.message ?? '', cause: [], ...refusal }, 402);
  return c.json({ ...payment, card_saved: cardSaved, ...(challenge && { challenge }) }, 201);
}

/**
 * A page says of the codes in an answer that nothing was charged. So they leave with the charge that was refused, or if they say
 * themselves that the token may have paid before. Of every other error this is not known, whatever its codes are.
 */
async function payWith(c: ShopContext, request: PaymentRequest): Promise<Purchase> {
  try {
    return await pay(c, request);
  } catch (error) {
    if (!(error instanceof MercadoPagoError) || error instanceof RefusedCharge || isUnclear(error)) throw error;
    const { status, message } = error;
    throw new MercadoPagoError({ status: [400, 404, 422].includes(status) ? 409 : status, message });
  }
}
