import { HTTPException } from 'hono/http-exception';
import { MercadoPagoError } from 'mercadopago';
import type { RecordedPayment } from './answers.js';
import { credentialsFor } from './config.js';
import { connect } from './mercado-pago.js';
import type { OpenChallenge } from './open-challenges.js';
import type { Looked, PaymentApi } from './payment-apis/payment-api.js';
import type { ShopContext } from './shop-env.js';

/** An earlier payment may still be approved, so that there is no other one now. */
export class EarlierPaymentWaits extends HTTPException {
  /** When it counts as not made, in ms; `null` when the bank decides that. */
  readonly until: number | null;

  constructor(until: number | null) {
    super(409, { message: 'An earlier payment still waits' });
    this.until = until;
  }
}

/** The bank has not decided yet. The status counts: a failed order can say `pending_challenge` too. */
export const waitsForBank = ({ status, status_detail: detail }: Pick<RecordedPayment, 'status' | 'status_detail'>) =>
  status === 'pending' && detail === 'pending_challenge';

/**
 * Before another attempt: what became of an earlier one that the bank was asked about. It is cancelled if it still waits, so
 * that it cannot be approved as well; if it was approved, it is the payment, and there is none to make.
 *
 * @param key of the new attempt; the earlier one has the same when it is only sent again
 * @param isKnownEnough a page that has heard of the approval means another purchase
 */
export async function endEarlierChallenge(
  c: ShopContext,
  customerId: string,
  key: string,
  isKnownEnough: boolean,
): Promise<RecordedPayment | null> {
  const { site } = c.var.session;
  const data = c.var.config.data;
  const answered = await answerGiven(c, customerId, key);
  if (answered) return answered;
  const open = await data?.challenges.get(site, customerId);
  if (!open || open.key === key) return null;
  const ended = await end(apiOf(c, open.paymentId), open.paymentId);
  if (!ended) requireGone(c, open);
  else if (waitsForBank(ended)) throw new EarlierPaymentWaits(null);
  else await data?.records.put(site, ended);
  const isAnswer = ended?.status === 'approved' && !(open.isKnown && isKnownEnough);
  const { paymentId } = open;
  if (isAnswer) await data?.challenges.answer(site, customerId, key, { paymentId, dateCreated: dateOf(ended) });
  await data?.challenges.forget(site, customerId, paymentId);
  return isAnswer ? ended : null;
}

const dateOf = (payment: RecordedPayment): string | null => payment.date_created ?? null;

/** The earlier payment that was the answer when this attempt came first. */
async function answerGiven(c: ShopContext, customerId: string, key: string): Promise<RecordedPayment | null> {
  const data = c.var.config.data;
  const answer = await data?.challenges.answerTo(c.var.session.site, customerId, key);
  if (!data || !answer) return null;
  const payment = await orNull(apiOf(c, answer.paymentId).get(answer.paymentId));
  // It was approved: there is no reason to pay.
  if (!payment && data.readableWithin > 0) throw new EarlierPaymentWaits(null);
  return payment && dateOf(payment) === answer.dateCreated ? payment : null;
}

/**
 * The payment that the customer's bank was asked about last, as it is now; `null` when there is none, or the shopper has seen
 * how it ended.
 *
 * @throws EarlierPaymentWaits it cannot be read yet
 */
export async function lookAtOpenChallenge(c: ShopContext, customerId: string): Promise<Looked | null> {
  const { site } = c.var.session;
  const { payments } = c.var.mercadoPago;
  const data = c.var.config.data;
  const open = await data?.challenges.get(site, customerId);
  if (!open || !payments.isId(open.paymentId)) return null;
  const looked = await orNull(payments.look(open.paymentId));
  if (looked) await data?.records.put(site, looked.payment);
  else {
    requireGone(c, open);
    await data?.challenges.forget(site, customerId, open.paymentId);
  }
  return looked;
}

/** Not found is not yet readable, for a while: it may still be approved. */
function requireGone(c: ShopContext, { since }: OpenChallenge): void {
  const until = since + (c.var.config.data?.readableWithin ?? 0);
  if (Date.now() < until) throw new EarlierPaymentWaits(until);
}

/** `null`: Mercado Pago does not find it. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof MercadoPagoError && error.status === 404) return null;
    throw error;
  }
}

/** Cancels the payment unless it is decided; how it is then. `null`: Mercado Pago does not find it. */
async function end(payments: PaymentApi, id: string): Promise<RecordedPayment | null> {
  const now = await orNull(payments.get(id));
  if (!now || !waitsForBank(now)) return now;
  // Refused when the bank was faster: then it is decided.
  await payments.cancel(id).catch((error: unknown) => {
    if (!(error instanceof MercadoPagoError && [400, 404, 409].includes(error.status))) throw error;
  });
  return orNull(payments.get(id));
}

/** The API that made the payment: the demo's switch may have changed since. */
function apiOf(c: ShopContext, id: string): PaymentApi {
  const { payments } = c.var.mercadoPago;
  if (payments.isId(id)) return payments;
  const { site } = c.var.session;
  const { accessToken } = credentialsFor(c.var.config.backend, site);
  return connect(accessToken, id.startsWith('ORD') ? 'orders' : 'payments', site).payments;
}
