import { Customer, CustomerCard, MercadoPagoConfig, Payment, PaymentRefund } from 'mercadopago';

/** The clients of the official SDK that saved cards need. */
export interface MercadoPago {
  readonly customers: Customer;
  readonly cards: CustomerCard;
  readonly payments: Payment;
  readonly refunds: PaymentRefund;
}

/**
 * Clients for one request of one shopper.
 *
 * Never share them between requests, nor one config between clients: the SDK merges the options of a call, the
 * idempotency key included, into its config and keeps them for every later call.
 */
export function connect(accessToken: string): MercadoPago {
  // The widget waits 15 s for the shop and then offers a retry itself: retrying here as well would only outlast it.
  const config = () => new MercadoPagoConfig({ accessToken, options: { timeout: 12_000, maxRetries: 0 } });
  return {
    customers: new Customer(config()),
    cards: new CustomerCard(config()),
    payments: new Payment(config()),
    refunds: new PaymentRefund(config()),
  };
}
