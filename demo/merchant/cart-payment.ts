import type { RecordedPayment } from './answers.js';
import type { OpenCart } from './carts.js';
import { EarlierPaymentWaits } from './earlier-payment-waits.js';
import { isForeseen } from './errors.js';
import { dateOf, orNull } from './own-payment.js';
import { isPaid } from './payment-state.js';
import type { ShopContext } from './shop-env.js';

/** The cart that a page shows; `null` where no one is signed in, or the shop keeps nothing. */
export async function openCart(c: ShopContext): Promise<OpenCart | null> {
  const { site, email } = c.var.session;
  return email === null ? null : ((await c.var.config.data?.carts.open(site, email)) ?? null);
}

/**
 * The payment that this cart was paid with; `null` if it was not, or the money was given back.
 *
 * @throws EarlierPaymentWaits Mercado Pago does not find it, though it is paid
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
  if (!found && data.readableWithin > 0) throw new EarlierPaymentWaits(null);
  return found && dateOf(found) === paidWith.dateCreated && isPaid(found) ? found : null;
}

/** From now on this payment is the answer, whoever pays for this cart. */
export async function closeCart(
  c: ShopContext,
  cartId: string | null | undefined,
  paidWith: RecordedPayment,
): Promise<void> {
  const { site, email } = c.var.session;
  if (!cartId || email === null || !isPaid(paidWith)) return;
  const payment = { paymentId: String(paidWith.id), dateCreated: dateOf(paidWith) };
  await c.var.config.data?.carts.close(site, email, cartId, payment);
}

/** The payment of the cart before this one, if its page may not have reached the shopper. */
export async function unseenPayment(c: ShopContext, { before }: OpenCart): Promise<string | null> {
  const { site, email } = c.var.session;
  if (!before || email === null) return null;
  const { paymentId, dateCreated } = before;
  try {
    const found = await orNull(c.var.mercadoPago.paymentsOf(paymentId).get(paymentId));
    if (found && dateOf(found) === dateCreated && isPaid(found)) return paymentId;
    await c.var.config.data?.carts.leave(site, email, paymentId);
    return null;
  } catch (error) {
    if (!isForeseen(error)) throw error;
    return paymentId;
  }
}
