import type { ShopPayment } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { isForeseen, toApiError } from '../errors.js';
import { checkoutPage } from '../pages/checkout-page.js';
import { thanksPage } from '../pages/thanks-page.js';
import { wordsFor } from '../pages/words.js';
import { idempotencyKeyOf, pay } from '../pay.js';
import { checkoutForm, readForm, type CheckoutForm } from '../requests.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';

/**
 * `POST /checkout`: what the plain form sends. Pays and answers with a page.
 *
 * The page is the answer itself, without a redirect: a reload sends the same token again, and one token pays once.
 */
export async function payCheckout(c: ShopContext) {
  const words = wordsOf(c);
  if (c.var.session.email === null) return c.html(checkoutPage(c, { notice: words.signIn }), 401);
  const { token, ...form } = await readForm(c, checkoutForm);
  // The shopper's browser did not run the widget, or no card was chosen.
  if (!token) return c.html(checkoutPage(c, { notice: words.noToken, cardId: form.card_id }), 400);
  try {
    return await answerPayment(c, form, await pay(c, { ...form, token }));
  } catch (error) {
    if (!isForeseen(error)) throw error;
    return answerError(c, form, error);
  }
}

async function answerPayment(c: ShopContext, form: Omit<CheckoutForm, 'token'>, payment: ShopPayment) {
  const { status, status_detail: statusDetail } = payment;
  const result = { status, statusDetail: statusDetail ?? '', paymentId: String(payment.id) };
  if (status === 'rejected' || status === 'cancelled') {
    const notice = wordsOf(c).refused;
    return c.html(checkoutPage(c, { notice, result, refusal: result.statusDetail, cardId: form.card_id }));
  }
  // `pending_challenge` (3-D Secure): a real shop shows the bank's page here.
  const wantsCardSaved = form.save_card === 'true' && form.save_token;
  const cardSaved = status === 'approved' && wantsCardSaved ? await saveCard(c, wantsCardSaved) : null;
  return c.html(thanksPage(c, result, cardSaved));
}

function answerError(c: ShopContext, form: Omit<CheckoutForm, 'token'>, error: unknown) {
  const words = wordsOf(c);
  const { status, body } = toApiError(error);
  const result = { status: 'error', statusDetail: String(body.cause[0]?.code ?? status), paymentId: '' };
  // No answer is not a no: the payment may have been made, and sending the page again is the way to ask.
  const state = status >= 500 ? { notice: words.unknown } : { notice: words.failed, refusal: result.statusDetail };
  return c.html(checkoutPage(c, { ...state, result, cardId: form.card_id }), status);
}

/** The payment stands whatever becomes of this. */
async function saveCard(c: ShopContext, token: string): Promise<boolean> {
  try {
    const { id: customerId } = await currentCustomer(c);
    const requestOptions = { idempotencyKey: idempotencyKeyOf(token) };
    await c.var.mercadoPago.cards.create({ customerId, body: { token }, requestOptions });
    return true;
  } catch (error) {
    if (!isForeseen(error)) throw error;
    return false;
  }
}

const wordsOf = (c: ShopContext) => wordsFor(countryOf(c.var.session.site).locale);
