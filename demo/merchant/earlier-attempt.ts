import { MercadoPagoError } from 'mercadopago';
import type { RecordedPayment } from './answers.js';
import { cartFor } from './cart.js';
import { closeCart, notReadable } from './cart-payment.js';
import { EarlierPaymentWaits } from './earlier-payment-waits.js';
import type { OpenAttempt } from './open-attempts.js';
import { orNull } from './own-payment.js';
import { apiOf, type Looked, type MadePayments, type PaymentApiName } from './payment-apis/payment-api.js';
import { createdAt, dateOf, isSameDate, labelOf } from './payment-date.js';
import { isEnded, isPaid, isUndecided } from './payment-state.js';
import { recordPayment } from './record-payment.js';
import { isTokenUsed } from './refused-charge.js';
import type { ShopContext } from './shop-env.js';

const MINUTE = 60_000;

/** A page that names no cart is taken for the same purchase for so long, in ms. */
const SAME_PURCHASE = 24 * 60 * MINUTE;

/** Clocks of the shop and of Mercado Pago may differ by so much, in ms. */
const CLOCKS = 24 * 60 * MINUTE;

/** After so long, in ms, a payment that neither the search nor a webhook has named was not made. */
const UNNAMED = 2 * MINUTE;

/**
 * Before another attempt: how an earlier one ended whose end the shopper has not seen. It is cancelled if it may still be
 * approved, so that it cannot be approved as well; if it is paid, it is the answer, and there is no payment to make.
 *
 * @param key of the new attempt; the earlier one has the same when it is only sent again
 * @param cartId what the new attempt pays for
 * @throws EarlierPaymentWaits it cannot be cancelled, or not be read yet
 */
export async function endEarlierAttempt(
  c: ShopContext,
  customerId: string,
  key: string,
  cartId: string | null | undefined,
): Promise<RecordedPayment | null> {
  const { site } = c.var.session;
  const attempts = c.var.config.data?.attempts;
  const open = await attempts?.get(site, customerId);
  if (!open || open.key === key) return null;
  const id = open.paymentId ?? (await findLost(c, customerId, open));
  const ended = id === null ? null : await end(c.var.mercadoPago.paymentsOf(id), id);
  if (ended && isAnother(ended, customerId, open)) return null;
  if (!ended) await requireGone(c, customerId, open, id);
  else await keepFound(c, customerId, open, ended);
  if (ended && isUndecided(ended)) throw new EarlierPaymentWaits(null);
  if (ended && isPaid(ended) && isSamePurchase(open, cartId)) return ended;
  await attempts?.forget(site, customerId, open);
  return null;
}

/** Of an attempt whose answer was lost, or whose payment could not be read for a while. */
async function keepFound(c: ShopContext, customerId: string, open: OpenAttempt, found: RecordedPayment): Promise<void> {
  await recordPayment(c, found, open);
  await closeCart(c, open.cartId, found);
  if (open.paymentId !== null && open.missingSince === null) return;
  const known = { ...open, paymentId: String(found.id), dateCreated: dateOf(found), missingSince: null };
  await c.var.config.data?.attempts.put(c.var.session.site, customerId, known);
}

const isSamePurchase = ({ cartId, since }: OpenAttempt, now: string | null | undefined): boolean =>
  cartId !== null && now ? cartId === now : Date.now() - since < SAME_PURCHASE;

/** A sandbox that was reset has given the id to another payment. */
const isAnother = (payment: RecordedPayment, customerId: string, { dateCreated }: OpenAttempt): boolean =>
  payment.external_reference !== customerId || !isSameDate(dateOf(payment), dateCreated);

/** What an attempt was answered with. */
export interface GivenAnswer extends Looked {
  /** The attempt made this payment; otherwise an earlier one was paid already. */
  readonly isOwn: boolean;
  /** What the attempt was for. */
  readonly cartId: string | null;
}

/**
 * The payment that was the answer when this attempt came first, as it is now. So a request that is sent again needs no second
 * charge, whose answer could be another one.
 */
export async function answerGiven(c: ShopContext, customerId: string, key: string): Promise<GivenAnswer | null> {
  const { data } = c.var.config;
  const answer = await data?.attempts.answerTo(c.var.session.site, customerId, key);
  if (!data || !answer) return null;
  const { paymentId, dateCreated, isOwn, cartId } = answer;
  const looked = await orNull(c.var.mercadoPago.paymentsOf(paymentId).look(paymentId));
  // It was paid: there is no reason to pay. An own payment is found by its key.
  if (!looked && !isOwn && data.readableWithin > 0) throw notReadable();
  return looked && isSameDate(dateOf(looked.payment), dateCreated) ? { ...looked, isOwn, cartId } : null;
}

/**
 * The payment of an attempt whose answer was lost: the one that names it, or an order of this customer's that names none, of the
 * same amount, which the shop has never seen. `null`: none was made, or the search does not know it yet. A real shop's order has a
 * reference of its own.
 */
export async function findLost(c: ShopContext, customerId: string, open: OpenAttempt): Promise<string | null> {
  const { site } = c.var.session;
  const records = (await c.var.config.data?.records.of(site, customerId)) ?? [];
  const { paysWith } = c.var.mercadoPago;
  // The API that the attempt was made with, whichever is used now: the other one does not find what that has made.
  const apis = [open.api ?? paysWith, open.movedFrom].filter((api) => api !== undefined);
  // An order also has a payment of the other API, which a webhook may have named.
  const own = records.filter(({ id }) => apis.some((api) => apiOf(String(id)) === api));
  const isIt = (each: RecordedPayment) => each.metadata?.attempt === open.key && !isTokenUsed(each);
  const named = own.find(isIt);
  if (named) return String(named.id);
  const listed = await Promise.all(apis.map((api) => listOrWait(c, api, customerId, open)));
  const found = [...listed.flat(), ...own];
  const { total } = cartFor(site);
  // An order that does not repeat its token does not say which attempt made it. A refused one then decides nothing: the
  // charge may have made another one, which the search does not know yet.
  const mayBeIt = (each: RecordedPayment) =>
    apiOf(String(each.id)) === 'orders' &&
    each.transaction_amount === total &&
    !isEnded(each) &&
    !open.earlier.includes(labelOf(each)) &&
    createdAt(each) >= open.since - CLOCKS;
  const lost = found.find(isIt) ?? found.find((each) => !each.metadata?.attempt && mayBeIt(each));
  return lost ? String(lost.id) : null;
}

/**
 * What an API finds. One that the shop pays with no more may be closed to it since, or have been from the beginning: then only a
 * webhook can name the payment, and the shopper must be able to pay in the end.
 */
async function listOrWait(c: ShopContext, api: PaymentApiName, customerId: string, { since }: OpenAttempt) {
  const { paysWith, newPayments } = c.var.mercadoPago;
  try {
    return await newPayments[api].list(customerId);
  } catch (error) {
    const isClosed = error instanceof MercadoPagoError && [401, 403].includes(error.status);
    if (!isClosed || api === paysWith) throw error;
    const now = Date.now();
    const until = Math.min(since, now) + (c.var.config.data?.readableWithin ?? 0);
    if (now < until) throw new EarlierPaymentWaits(until);
    return [];
  }
}

/** What `findLost` must not take for the lost payment. */
export async function recentPayments(c: ShopContext, customerId: string): Promise<string[]> {
  const records = (await c.var.config.data?.records.of(c.var.session.site, customerId)) ?? [];
  const recent = records.filter((each) => createdAt(each) >= Date.now() - 2 * CLOCKS);
  return recent.map(labelOf);
}

/**
 * The payment of the customer's open attempt, as it is now; `null` when there is none, or the shopper has seen how it ended.
 *
 * @throws EarlierPaymentWaits it cannot be read yet
 */
export async function lookAtOpenAttempt(c: ShopContext, customerId: string): Promise<Looked | null> {
  const { site } = c.var.session;
  const attempts = c.var.config.data?.attempts;
  const open = await attempts?.get(site, customerId);
  if (!open) return null;
  const id = open.paymentId ?? (await findLost(c, customerId, open));
  const looked = id === null ? null : await orNull(c.var.mercadoPago.paymentsOf(id).look(id));
  if (!looked) await requireGone(c, customerId, open, id);
  if (!id || !looked || isAnother(looked.payment, customerId, open)) {
    await attempts?.forget(site, customerId, open);
    return null;
  }
  await keepFound(c, customerId, open, looked.payment);
  return looked;
}

/**
 * Not found is not yet readable, for a while: it may still be approved. So may one that nothing has named: its charge can take
 * longer than the shop waited, and the search can be behind.
 */
async function requireGone(c: ShopContext, customerId: string, open: OpenAttempt, id: string | null): Promise<void> {
  const { readableWithin = 0, attempts } = c.var.config.data ?? {};
  const now = Date.now();
  // One that was readable may be missing for a moment. A date that is ahead is from before the clock was set back.
  const since = Math.min(id === null ? open.since : (open.missingSince ?? now), now);
  const until = since + (id === null ? Math.min(readableWithin, UNNAMED) : readableWithin);
  if (now >= until) return;
  const waiting = id === null ? { ...open, since } : { ...open, missingSince: since };
  await attempts?.put(c.var.session.site, customerId, waiting);
  throw new EarlierPaymentWaits(until);
}

/** Cancels the payment unless it is decided; how it is then. `null`: Mercado Pago does not find it. */
async function end(payments: MadePayments, id: string): Promise<RecordedPayment | null> {
  const now = await orNull(payments.get(id));
  if (!now || isEnded(now) || isPaid(now)) return now;
  // Refused when the bank was faster: then it is decided. Which status says so differs by API and time.
  await payments.cancel(id).catch((error: unknown) => {
    if (!(error instanceof MercadoPagoError && error.status >= 400 && error.status < 500)) throw error;
  });
  return orNull(payments.get(id));
}
