import { CardToken, Customer, CustomerCard, MercadoPagoConfig } from 'mercadopago';
import { ordersApi } from './payment-apis/orders.js';
import type { PaymentApi, PaymentApiName } from './payment-apis/payment-api.js';
import { paymentsApi } from './payment-apis/payments.js';
import type { Site } from './sites.js';
import { TIMEOUT } from './timeout.js';

/** The clients of the official SDK that saved cards need, and one of the two APIs for payments. */
export interface MercadoPago {
  readonly customers: Customer;
  readonly cards: CustomerCard;
  /** To look at tokens only: they are made in the shopper's browser. */
  readonly tokens: CardToken;
  readonly payments: PaymentApi;
}

/**
 * Clients for one request of one shopper.
 *
 * Never share them between requests, nor one config between clients: the SDK merges the options of a call, the
 * idempotency key included, into its config and keeps them for every later call.
 */
export function connect(accessToken: string, api: PaymentApiName, site: Site): MercadoPago {
  const config = () => new MercadoPagoConfig({ accessToken, options: { timeout: TIMEOUT, maxRetries: 0 } });
  return {
    customers: new Customer(config()),
    cards: new CustomerCard(config()),
    tokens: new CardToken(config()),
    payments: api === 'orders' ? ordersApi(config, site) : paymentsApi(config),
  };
}
