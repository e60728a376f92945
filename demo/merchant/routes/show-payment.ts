import { HTTPException } from 'hono/http-exception';
import { currentCustomer } from '../customer.js';
import { readPaymentId } from '../requests.js';
import type { ShopContext } from '../shop-env.js';
import { answerPayment } from './pay-checkout.js';

/** `GET /checkout/payments/{id}`: where the page goes when the bank has decided; the bank's question while it has not. */
export const showPayment = (c: ShopContext) => paymentPage(c, readPaymentId(c));

export async function paymentPage(c: ShopContext, id: string) {
  const customer = await currentCustomer(c);
  const { payment, challenge } = await c.var.mercadoPago.payments.look(id);
  if (payment.external_reference !== customer.id) throw new HTTPException(404, { message: 'Payment not found' });
  const { site } = c.var.session;
  const { data } = c.var.config;
  await data?.records.put(site, payment);
  if (!challenge) await data?.challenges.forget(site, customer.id, id);
  return answerPayment(c, { payment, challenge, refusal: null, cardSaved: null }, null);
}
