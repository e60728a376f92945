import { CardToken, Customer, CustomerCard, MercadoPagoConfig } from 'mercadopago';
import { ordersApi } from './payment-apis/orders.js';
import { apiOf, type MadePayments, type NewPayments, type PaymentApiName } from './payment-apis/payment-api.js';
import { paymentsApi } from './payment-apis/payments.js';
import type { Site } from './sites.js';
import { TIMEOUT } from './timeout.js';

/** The clients of the official SDK that saved cards need, and the two APIs for payments. */
export interface MercadoPago {
  readonly customers: Customer;
  readonly cards: CustomerCard;
  /** To look at tokens only: they are made in the shopper's browser. */
  readonly tokens: CardToken;
  /** The API that payments are made with now. */
  readonly paysWith: PaymentApiName;
  readonly newPayments: Readonly<Record<PaymentApiName, NewPayments>>;
  /** The API that made this payment. That may be the other one: a shop's setting changes, and its payments stay. */
  paymentsOf(id: string): MadePayments;
}

/**
 * Clients for one request of one shopper.
 *
 * Never share them between requests, nor one config between clients: the SDK merges the options of a call, the
 * idempotency key included, into its config and keeps them for every later call.
 */
export function connect(accessToken: string, paysWith: PaymentApiName, site: Site): MercadoPago {
  // A redirect is not followed: a charge would become a GET of something else, whose error says nothing about the charge. The
  // SDK hands on to `fetch` what it does not know.
  const options = { timeout: TIMEOUT, maxRetries: 0, redirect: 'manual' };
  const config = () => new MercadoPagoConfig({ accessToken, options });
  const apis = { payments: paymentsApi(config), orders: ordersApi(config, site) };
  return {
    customers: new Customer(config()),
    cards: new CustomerCard(config()),
    tokens: new CardToken(config()),
    paysWith,
    newPayments: apis,
    paymentsOf: (id) => apis[apiOf(id) ?? paysWith],
  };
}
