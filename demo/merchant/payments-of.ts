import { credentialsFor } from './config.js';
import { connect } from './mercado-pago.js';
import { paymentApiNames, type PaymentApi } from './payment-apis/payment-api.js';
import type { ShopContext } from './shop-env.js';

/** The API that made a payment: the demo's switch may have changed since. */
export function paymentsOf(c: ShopContext, id: string): PaymentApi {
  const { payments } = c.var.mercadoPago;
  const { site } = c.var.session;
  const { accessToken } = credentialsFor(c.var.config.backend, site);
  const all = paymentApiNames.map((api) => connect(accessToken, api, site).payments);
  return [payments, ...all].find((api) => api.isId(id)) ?? payments;
}
