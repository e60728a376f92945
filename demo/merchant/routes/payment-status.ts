import { HTTPException } from 'hono/http-exception';
import type { RecordedPayment } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { isEnded, isPaid } from '../payment-state.js';
import { recordPayment } from '../record-payment.js';
import { readPaymentId } from '../requests.js';
import { saveCardAfterChallenge } from '../save-card.js';
import type { ShopContext } from '../shop-env.js';

/**
 * `GET /api/payments/{id}`: the state of a payment, for the customer who made it. `<mp-payment-challenge>` asks for it until
 * the bank has decided. A webhook may know it first.
 */
export async function paymentStatus(c: ShopContext) {
  const id = readPaymentId(c);
  const { site } = c.var.session;
  const { data } = c.var.config;
  const customer = await currentCustomer(c);
  const known = (await data?.records.of(site, customer.id))?.find((record) => String(record.id) === id);
  const payment = known && (isPaid(known) || isEnded(known)) ? known : await read(c, id, customer.id);
  await saveCardAfterChallenge(c, customer, payment);
  return c.json({ status: payment.status, status_detail: payment.status_detail ?? '' });
}

async function read(c: ShopContext, id: string, customerId: string): Promise<RecordedPayment> {
  const payment = await c.var.mercadoPago.paymentsOf(id).get(id);
  if (payment.external_reference !== customerId) throw new HTTPException(404, { message: 'Payment not found' });
  await recordPayment(c, payment);
  return payment;
}
