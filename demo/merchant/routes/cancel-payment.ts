import { MercadoPagoError } from 'mercadopago';
import { payment, pick, type ShopPayment } from '../answers.js';
import { requireOwnPayment } from '../own-payment.js';
import { recordChange } from '../record-payment.js';
import { cancelRequest, readBody, readPaymentId } from '../requests.js';
import type { ShopContext } from '../shop-env.js';

/** `PUT /api/payments/{id}` with `{"status": "cancelled"}`: only a payment that still waits can be cancelled. */
export async function cancelPayment(c: ShopContext) {
  const id = readPaymentId(c);
  await readBody(c, cancelRequest);
  await requireOwnPayment(c, id);
  const cancelled = await cancel(c, id);
  await recordChange(c, id);
  return c.json(pick(payment, cancelled));
}

/** Sent again after a lost answer it is refused, since there is nothing left to cancel. */
async function cancel(c: ShopContext, id: string): Promise<ShopPayment> {
  const payments = c.var.mercadoPago.paymentsOf(id);
  try {
    return await payments.cancel(id);
  } catch (error) {
    if (!(error instanceof MercadoPagoError && error.status >= 400 && error.status < 500)) throw error;
    const now = await payments.get(id);
    if (now.status !== 'cancelled') throw error;
    return now;
  }
}
