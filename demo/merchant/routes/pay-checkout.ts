import { paymentOfCart } from '../cart-payment.js';
import { currentCustomer } from '../customer.js';
import { EarlierPaymentWaits } from '../earlier-payment-waits.js';
import { isForeseen, toApiError } from '../errors.js';
import { challengePage } from '../pages/challenge-page.js';
import { checkoutPage, type CheckoutState } from '../pages/checkout-page.js';
import { thanksPage } from '../pages/thanks-page.js';
import { wordsFor } from '../pages/words.js';
import { resultOf } from '../pages/result.js';
import { pay, type Purchase } from '../pay.js';
import { isDuplicate, mayBePaid, RefusedCharge } from '../refused-charge.js';
import { checkoutForm, readForm } from '../requests.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';

/**
 * `POST /checkout`: what the plain form sends. Pays and answers with a page.
 *
 * The page is the answer itself, without a redirect: a reload sends the same token again, and one token pays once.
 */
export async function payCheckout(c: ShopContext) {
  if (c.var.session.email === null) return askToSignIn(c);
  const { token, ...form } = await readForm(c, checkoutForm);
  // The shopper's browser did not run the widget, or no card was chosen.
  const chosen = { cardId: form.card_id, cartId: form.cart_id };
  try {
    if (!token) return await answerNoToken(c, chosen);
    return await answerPayment(c, await pay(c, { ...form, token }), chosen);
  } catch (error) {
    return answerError(c, error, chosen);
  }
}

/** That nothing was charged is said only where no earlier attempt may have paid: the checkout says how that ended. */
async function answerNoToken(c: ShopContext, chosen: Chosen) {
  const paid = await paidPage(c, chosen);
  if (paid) return paid;
  const { attempts } = c.var.config.data ?? {};
  const open = attempts && (await attempts.get(c.var.session.site, (await currentCustomer(c)).id));
  if (open) return c.redirect(`/checkout${new URL(c.req.url).search}`, 303);
  return c.html(checkoutPage(c, { notice: wordsOf(c).noToken, ...chosen }), 400);
}

/** What the shopper had chosen: it stays so. */
type Chosen = Pick<CheckoutState, 'cardId' | 'cartId'>;

export const askToSignIn = (c: ShopContext) => c.html(checkoutPage(c, { notice: wordsOf(c).signIn }), 401);

/** The page for a payment. */
export async function answerPayment(c: ShopContext, { payment, cardSaved, challenge }: Purchase, chosen: Chosen) {
  const { status } = payment;
  const result = resultOf(payment);
  const paid = status === 'rejected' || status === 'cancelled' ? await paidPage(c, chosen) : null;
  if (paid) return paid;
  if (status === 'rejected') {
    const { unknown, duplicate, refused } = wordsOf(c);
    const otherwise = mayBePaid(result.statusDetail) ? unknown : refused;
    const notice = isDuplicate(result.statusDetail) ? duplicate : otherwise;
    // A failed challenge may keep the detail that it had while it waited.
    const isChallenge = result.statusDetail === 'pending_challenge';
    const refusal = isChallenge ? 'cc_rejected_3ds_challenge' : result.statusDetail;
    return c.html(checkoutPage(c, { notice, result, refusal, ...chosen }));
  }
  if (status === 'cancelled') return c.html(checkoutPage(c, { notice: wordsOf(c).ended, result, ...chosen }));
  if (challenge) return c.html(challengePage(c, result, challenge));
  return c.html(thanksPage(c, payment, cardSaved));
}

/** Where the cart is paid by now, that is the answer, however this attempt ended; `null` where it is not. */
async function paidPage(c: ShopContext, { cartId }: Chosen) {
  const paid = await paymentOfCart(c, cartId);
  return paid && c.html(thanksPage(c, paid, null));
}

/** The checkout again, with what is known about the money. */
export function answerError(c: ShopContext, error: unknown, chosen: Chosen = {}) {
  // A shop that fails by itself, at its disk for example, shows its shopper a page all the same.
  if (!isForeseen(error)) console.error(error);
  const { status, body } = toApiError(error);
  const result = { status: 'error', statusDetail: String(body.cause[0]?.code ?? status), paymentId: '' };
  if (error instanceof RefusedCharge)
    return c.html(
      checkoutPage(c, { notice: wordsOf(c).failed, result, refusal: result.statusDetail, ...chosen }),
      status,
    );
  // No answer is not a no: the payment may have been made, and sending the page again is the way to ask.
  return c.html(checkoutPage(c, { notice: unknownWords(c, error), result, ...chosen }), status);
}

/** The checkout where nothing can be looked up, before anything is paid. */
export function answerUnavailable(c: ShopContext, error: unknown) {
  if (!isForeseen(error)) console.error(error);
  return c.html(checkoutPage(c, { notice: wordsOf(c).unavailable }), toApiError(error).status);
}

/** How long an earlier payment keeps this one waiting, where that is known. */
function unknownWords(c: ShopContext, error: unknown): string {
  const { earlierWaits, earlierUndecided, unknown } = wordsOf(c);
  if (!(error instanceof EarlierPaymentWaits)) return unknown;
  return error.until === null ? earlierUndecided : earlierWaits(Math.ceil((error.until - Date.now()) / 60_000));
}

const wordsOf = (c: ShopContext) => wordsFor(countryOf(c.var.session.site).locale);
