import type { RecordedPayment } from './answers.js';
import { isForeseen } from './errors.js';
import type { MadeFor } from './payment-records.js';
import { isToBeCaptured } from './payment-state.js';
import type { ShopContext } from './shop-env.js';

/**
 * Keeps what Mercado Pago has just answered about a payment, since its search may not know it for a while. The payment is made
 * or changed by now: a failing disk does not change the answer to the shopper. A webhook will report it again.
 *
 * @param made what this shop made it for; absent where Mercado Pago may have made it for an order
 */
export async function recordPayment(c: ShopContext, payment: RecordedPayment, made?: MadeFor): Promise<void> {
  try {
    const { site } = c.var.session;
    const { records, webhooks } = c.var.config.data ?? {};
    await records?.put(site, payment, made);
    // As if a webhook had named it: it is looked at, and captured, until that is done.
    if (isToBeCaptured(payment)) await webhooks?.receive({ site, topic: 'order', id: String(payment.id) });
  } catch (error) {
    console.error(error);
  }
}

/** The same of a payment that has just been changed, where the answer was not the payment. */
export async function recordChange(c: ShopContext, id: string): Promise<void> {
  try {
    await recordPayment(c, await c.var.mercadoPago.paymentsOf(id).get(id));
  } catch (error) {
    // The change is made, and its webhook will report it.
    if (!isForeseen(error)) throw error;
  }
}
