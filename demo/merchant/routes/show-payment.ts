import { HTTPException } from 'hono/http-exception';
import { MercadoPagoError } from 'mercadopago';
import type { ShopCustomer } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { lookAtOpenAttempt } from '../earlier-attempt.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { Looked } from '../payment-apis/payment-api.js';
import { isEnded } from '../payment-state.js';
import { recordPayment } from '../record-payment.js';
import { readPaymentId } from '../requests.js';
import { saveCardAfterChallenge } from '../save-card.js';
import type { ShopContext } from '../shop-env.js';
import { answerError, answerPayment, askToSignIn } from './pay-checkout.js';

/** `GET /checkout/payments/{id}`: where the page goes when the bank has decided; the bank's question while it has not. */
export async function showPayment(c: ShopContext) {
  const id = readPaymentId(c);
  if (c.var.session.email === null) return askToSignIn(c);
  try {
    const customer = await currentCustomer(c);
    return await showResult(c, customer, await lookAt(c, customer.id, id));
  } catch (error) {
    // What is not there, or is another customer's, is no payment to say anything about.
    if (error instanceof HTTPException && error.status === 404) throw error;
    return answerError(c, error);
  }
}

async function lookAt(c: ShopContext, customerId: string, id: string): Promise<Looked> {
  try {
    const looked = await c.var.mercadoPago.paymentsOf(id).look(id);
    if (looked.payment.external_reference === customerId) return looked;
  } catch (error) {
    if (!(error instanceof MercadoPagoError && error.status === 404)) throw error;
    // Made a moment ago, it may not be readable yet.
    const open = await c.var.config.data?.attempts.get(c.var.session.site, customerId);
    if (open?.paymentId === id) await oneAtATime(customerId, () => lookAtOpenAttempt(c, customerId));
  }
  throw new HTTPException(404, { message: 'Payment not found' });
}

/**
 * The page for a payment that the bank was asked about. One that is paid is shown until the shopper leaves it with its button,
 * since this page can be lost on its way.
 */
export async function showResult(c: ShopContext, customer: ShopCustomer, { payment, challenge }: Looked) {
  const { site } = c.var.session;
  const { data } = c.var.config;
  const id = String(payment.id);
  await recordPayment(c, payment);
  const open = await data?.attempts.get(site, customer.id);
  const cardSaved = await saveCardAfterChallenge(c, customer, payment);
  const isOpen = open?.paymentId === id;
  if (isOpen && isEnded(payment)) await data?.attempts.forget(site, customer.id, open);
  // After its end was seen, the page still pays for what it paid for, which may be paid by now.
  const chosen = isOpen
    ? { cardId: open.cardId, cartId: open.cartId }
    : { cartId: (await data?.records.cartOf(site, payment)) ?? null };
  return answerPayment(c, { payment, challenge, refusal: null, cardSaved }, chosen);
}
