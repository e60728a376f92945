import { MercadoPagoError } from 'mercadopago';
import { pick, recordedPayment } from '../answers.js';
import { credentialsFor, type Backend } from '../config.js';
import { connect, type MercadoPago } from '../mercado-pago.js';
import type { PaymentRecords } from '../payment-records.js';
import type { Site } from '../sites.js';
import type { Handler, WebhookEvent } from './webhooks.js';

type Reader = (mercadoPago: MercadoPago, records: PaymentRecords, site: Site, id: string) => Promise<void>;

/** What is read again when a webhook tells that it has changed, by topic. */
const readers: Record<WebhookEvent['topic'], Reader> = {
  payment: async ({ payments }, records, site, id) => {
    await records.put(site, pick(recordedPayment, await payments.get({ id })));
  },
  // The shop that pays through /v1/payments has no orders; the one that pays through /v1/orders reads its order here.
  order: async () => {},
};

/**
 * Reads the payment or the order that a webhook is about. The webhook itself is not believed: its body is not signed, it
 * may come late, twice or before an older one, and what counts is what Mercado Pago answers now.
 */
export function readResource(backend: Backend, records: PaymentRecords): Handler {
  return async ({ site, topic, id }) => {
    try {
      await readers[topic](connect(credentialsFor(backend, site).accessToken), records, site, id);
    } catch (error) {
      // The panel's "simulate" sends ids that do not exist. Anything else is tried again.
      if (!(error instanceof MercadoPagoError && error.status === 404)) throw error;
    }
  };
}
