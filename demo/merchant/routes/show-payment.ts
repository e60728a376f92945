import { HTTPException } from 'hono/http-exception';
import { MercadoPagoError } from 'mercadopago';
import type { ShopCustomer } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { lookAtOpenChallenge, waitsForBank } from '../earlier-challenge.js';
import { isForeseen } from '../errors.js';
import type { Looked } from '../payment-apis/payment-api.js';
import { readPaymentId } from '../requests.js';
import { saveCardAfterChallenge } from '../save-card.js';
import type { ShopContext } from '../shop-env.js';
import { answerError, answerPayment } from './pay-checkout.js';

/** `GET /checkout/payments/{id}`: where the page goes when the bank has decided; the bank's question while it has not. */
export async function showPayment(c: ShopContext) {
  const id = readPaymentId(c);
  try {
    const customer = await currentCustomer(c);
    return await showResult(c, customer, await lookAt(c, customer.id, id));
  } catch (error) {
    // What is not there, or is another customer's, is no payment to say anything about.
    if (!isForeseen(error) || (error instanceof HTTPException && error.status === 404)) throw error;
    return answerError(c, error, null);
  }
}

async function lookAt(c: ShopContext, customerId: string, id: string): Promise<Looked> {
  try {
    const looked = await c.var.mercadoPago.payments.look(id);
    if (looked.payment.external_reference === customerId) return looked;
  } catch (error) {
    if (!(error instanceof MercadoPagoError && error.status === 404)) throw error;
    // Made a moment ago, it may not be readable yet.
    const open = await c.var.config.data?.challenges.get(c.var.session.site, customerId);
    if (open?.paymentId === id) await lookAtOpenChallenge(c, customerId);
  }
  throw new HTTPException(404, { message: 'Payment not found' });
}

/** The page for a payment that the bank was asked about. One whose end is shown is not shown again. */
export async function showResult(c: ShopContext, customer: ShopCustomer, { payment, challenge }: Looked) {
  const { site } = c.var.session;
  const { data } = c.var.config;
  const id = String(payment.id);
  await data?.records.put(site, payment);
  const open = await data?.challenges.get(site, customer.id);
  const cardSaved = await saveCardAfterChallenge(c, customer, payment);
  if (!waitsForBank(payment)) await data?.challenges.forget(site, customer.id, id);
  const cardId = open?.paymentId === id ? open.cardId : null;
  return answerPayment(c, { payment, challenge, refusal: null, cardSaved }, cardId);
}
