import { HTTPException } from 'hono/http-exception';
import { MercadoPagoError } from 'mercadopago';
import type { RecordedPayment } from './answers.js';
import { currentCustomer } from './customer.js';
import { recordPayment } from './record-payment.js';
import type { ShopContext } from './shop-env.js';

/** `null`: Mercado Pago does not find it. */
export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof MercadoPagoError && error.status === 404) return null;
    throw error;
  }
}

/**
 * A payment of the signed-in customer; somebody else's does not exist.
 * A real shop looks into its own table of orders. It also lets its staff, not the shopper, refund and cancel.
 */
export async function requireOwnPayment(c: ShopContext, id: string): Promise<RecordedPayment> {
  const customer = await currentCustomer(c);
  const found = await c.var.mercadoPago.paymentsOf(id).get(id);
  if (found.external_reference !== customer.id) throw new HTTPException(404, { message: 'Payment not found' });
  await recordPayment(c, found);
  return found;
}
