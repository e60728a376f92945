import { HTTPException } from 'hono/http-exception';
import type { RecordedPayment } from './answers.js';
import type { OpenCart } from './carts.js';
import { isForeseen } from './errors.js';
import { orNull } from './own-payment.js';
import { dateOf, isSameDate } from './payment-date.js';
import { isEnded, isPaid } from './payment-state.js';
import type { ShopContext } from './shop-env.js';

/** The cart that a page shows; `null` where no one is signed in, or the shop keeps nothing. */
export async function openCart(c: ShopContext): Promise<OpenCart | null> {
  const { site, email } = c.var.session;
  return email === null ? null : ((await c.var.config.data?.carts.open(site, email)) ?? null);
}

/**
 * The payment that this cart was paid with, or that is in review for it; `null` if there is none, or it has ended.
 */
export async function paymentOfCart(
  c: ShopContext,
  cartId: string | null | undefined,
): Promise<RecordedPayment | null> {
  const { site, email } = c.var.session;
  const { data } = c.var.config;
  const paidWith = cartId && email !== null ? await data?.carts.paymentOf(site, email, cartId) : null;
  if (!data || !paidWith) return null;
  const found = await orNull(c.var.mercadoPago.paymentsOf(paidWith.paymentId).get(paidWith.paymentId));
  if (!found && data.readableWithin > 0) throw notReadable();
  return found && isSameDate(dateOf(found), paidWith.dateCreated) && !isEnded(found) ? found : null;
}

/** What Mercado Pago has announced, and does not find: nothing is known of it now. */
export const notReadable = () => new HTTPException(409, { message: 'A payment cannot be read yet' });

/** From now on this payment is the answer to every request that pays for this cart. */
export async function closeCart(c: ShopContext, cartId: string | null, paidWith: RecordedPayment): Promise<void> {
  if (isPaid(paidWith)) await close(c, cartId, paidWith);
}

/** The same for one that is in review, once the shopper has read that. What is bought now is in the next cart. */
export async function leaveCart(c: ShopContext, cartId: string | null, left: RecordedPayment): Promise<void> {
  const { site, email } = c.var.session;
  await close(c, cartId, left);
  if (email !== null) await c.var.config.data?.carts.leave(site, email, String(left.id));
}

async function close(c: ShopContext, cartId: string | null, paidWith: RecordedPayment): Promise<void> {
  const { site, email } = c.var.session;
  if (cartId === null || email === null) return;
  const payment = { paymentId: String(paidWith.id), dateCreated: dateOf(paidWith) };
  await c.var.config.data?.carts.close(site, email, cartId, payment);
}

/** The payment of the cart before this one, if its page may not have reached the shopper. */
export async function unseenPayment(c: ShopContext, { before }: OpenCart): Promise<string | null> {
  const { site, email } = c.var.session;
  const { data } = c.var.config;
  if (!data || !before || email === null) return null;
  const { paymentId, dateCreated } = before;
  try {
    const found = await orNull(c.var.mercadoPago.paymentsOf(paymentId).get(paymentId));
    // Not found is not a no, except in a sandbox that was reset.
    const isPaidBefore = found ? isSameDate(dateOf(found), dateCreated) && isPaid(found) : data.readableWithin > 0;
    if (isPaidBefore) return paymentId;
    await data.carts.leave(site, email, paymentId);
    return null;
  } catch (error) {
    if (!isForeseen(error)) throw error;
    return paymentId;
  }
}

/** What a page writes into its form: the cart of the request that it answers, or else the customer's current cart. */
export async function cartOfPage(
  c: ShopContext,
  requested: string | null | undefined,
): Promise<{ readonly id: string | null; readonly paidBefore: string | null }> {
  if (requested) return { id: requested, paidBefore: null };
  try {
    const open = await openCart(c);
    return { id: open?.id ?? null, paidBefore: open && (await unseenPayment(c, open)) };
  } catch (error) {
    // A disk that fails must not cost the shopper the page.
    console.error(error);
    return { id: null, paidBefore: null };
  }
}
