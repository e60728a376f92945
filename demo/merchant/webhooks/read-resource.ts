import { MercadoPagoError } from 'mercadopago';
import { credentialsFor, type Backend } from '../config.js';
import { connect } from '../mercado-pago.js';
import { apiOf, type PaymentApiName } from '../payment-apis/payment-api.js';
import { isToBeCaptured } from '../payment-state.js';
import type { ShopData } from '../shop-data.js';
import type { Handler, WebhookEvent } from './webhooks.js';

/** The API that knows what a webhook is about. Not the one that the shop pays with now: a setting may have changed since. */
const apis: Record<WebhookEvent['topic'], PaymentApiName> = { payment: 'payments', order: 'orders' };

/** Money that is not captured is lost in the end: the event stays, and the order is looked at again. */
class NotCaptured extends Error {
  override readonly name = 'NotCaptured';
}

/**
 * Reads the payment or the order that a webhook is about. The webhook itself is not trusted: its body is not signed, it
 * may come late, twice or before an older one, and what counts is what Mercado Pago answers now.
 */
export function readResource(backend: Backend, { records, readableWithin }: ShopData): Handler {
  return async ({ site, topic, id, since }) => {
    // The panel's "simulate" sends any id, also one that cannot exist.
    if (apiOf(id) !== apis[topic]) return;
    const { accessToken } = credentialsFor(backend, site);
    try {
      const { payment } = await connect(accessToken, apis[topic], site).paymentsOf(id).look(id);
      await records.put(site, payment);
      if (isToBeCaptured(payment)) throw new NotCaptured();
    } catch (error) {
      // Or one that does not exist, which looks like one that is not readable yet. Anything else is tried again.
      const isUnknown = error instanceof MercadoPagoError && [400, 404].includes(error.status);
      if (!isUnknown || Date.now() - since < readableWithin) throw error;
      console.warn(`Webhook about ${topic} ${id} dropped: Mercado Pago does not know it`);
    }
  };
}
