import type { RecordedPayment } from './answers.js';
import { closeCart } from './cart-payment.js';
import { recentPayments } from './earlier-attempt.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import type { OpenAttempt } from './open-attempts.js';
import { dateOf } from './payment-date.js';
import { isEnded, isUndecided } from './payment-state.js';
import type { PaymentRequest } from './requests.js';
import type { ShopContext } from './shop-env.js';

/**
 * Written before the charge, whose answer can be lost. The same attempt sent again stays what it is, and is not the first.
 * Without a place for it nothing is charged: an answer that is lost then would be paid twice.
 */
export async function openAttempt(
  c: ShopContext,
  customerId: string,
  request: PaymentRequest,
): Promise<{ attempt: OpenAttempt; isFirst: boolean }> {
  const { token, card_id: cardId = null, cart_id: cartId = null, save_card: savesCard } = request;
  const attempts = c.var.config.data?.attempts;
  const { site } = c.var.session;
  const key = idempotencyKeyOf(token);
  const known = await attempts?.get(site, customerId);
  if (known?.key === key && !(await canMove(c, known, token))) return { attempt: known, isFirst: false };
  const kept = {
    key,
    api: c.var.mercadoPago.paysWith,
    ...(known?.key === key && { movedFrom: known.api }),
    paymentId: null,
    dateCreated: null,
    missingSince: null,
    cardId,
    cartId,
    savesCard,
  };
  const attempt = { ...kept, since: Date.now(), earlier: await recentPayments(c, customerId) };
  await attempts?.put(site, customerId, attempt);
  // The answer can be lost, and the payment be found later.
  if (savesCard && request.save_token) attempts?.keepSaveToken(site, customerId, request.save_token);
  return { attempt, isFirst: known?.key !== key };
}

/**
 * Whether the same attempt can be made with the other API, since the setting has changed: its token has paid nothing yet if it can
 * still be used, and pays once, whichever request comes first. A sandbox that was reset gives its tokens again, too.
 */
async function canMove(c: ShopContext, { api }: OpenAttempt, token: string): Promise<boolean> {
  const { paysWith, tokens } = c.var.mercadoPago;
  if (api === undefined || api === paysWith) return false;
  return tokens.get({ id: token }).then(
    ({ status }) => status === 'active',
    () => false,
  );
}

/**
 * After the charge, the attempt stays open while it may be approved, and if it waited before: until a page says that the end was
 * seen.
 */
export async function keepOpen(
  c: ShopContext,
  customerId: string,
  attempt: OpenAttempt,
  made: RecordedPayment,
): Promise<void> {
  const attempts = c.var.config.data?.attempts;
  const { site } = c.var.session;
  try {
    const answer = {
      paymentId: String(made.id),
      dateCreated: dateOf(made),
      isOwn: true,
      cartId: attempt.cartId,
    };
    await attempts?.answer(site, customerId, attempt.key, answer);
    await closeCart(c, attempt.cartId, made);
    const isShownLater = isUndecided(made) || (attempt.paymentId !== null && !isEnded(made));
    if (!isShownLater) return await attempts?.forget(site, customerId, attempt);
    await attempts?.put(site, customerId, { ...attempt, paymentId: String(made.id), dateCreated: dateOf(made) });
  } catch (error) {
    // The attempt is open already, without the payment's id: that is looked for.
    console.error(error);
  }
}
