import { EarlierPaymentWaits } from '../earlier-challenge.js';
import { isForeseen, toApiError } from '../errors.js';
import { challengePage } from '../pages/challenge-page.js';
import { checkoutPage } from '../pages/checkout-page.js';
import { thanksPage } from '../pages/thanks-page.js';
import { wordsFor } from '../pages/words.js';
import { pay, type Purchase } from '../pay.js';
import { checkoutForm, readForm } from '../requests.js';
import type { ShopContext } from '../shop-env.js';
import { countryOf } from '../sites.js';

/**
 * `POST /checkout`: what the plain form sends. Pays and answers with a page.
 *
 * The page is the answer itself, without a redirect: a reload sends the same token again, and one token pays once.
 */
export async function payCheckout(c: ShopContext) {
  if (c.var.session.email === null) return c.html(checkoutPage(c, { notice: wordsOf(c).signIn }), 401);
  const { token, ...form } = await readForm(c, checkoutForm);
  // The shopper's browser did not run the widget, or no card was chosen.
  if (!token) return c.html(checkoutPage(c, { notice: wordsOf(c).noToken, cardId: form.card_id }), 400);
  try {
    return answerPayment(c, await pay(c, { ...form, token }), form.card_id);
  } catch (error) {
    if (!isForeseen(error)) throw error;
    return answerError(c, error, form.card_id);
  }
}

/** The page for a payment. */
export function answerPayment(
  c: ShopContext,
  { payment, cardSaved, challenge }: Purchase,
  cardId: string | null | undefined,
) {
  const { id, status, status_detail: statusDetail } = payment;
  const result = { status, statusDetail: statusDetail ?? '', paymentId: String(id) };
  if (mayBePaid(result.statusDetail)) return c.html(checkoutPage(c, { notice: wordsOf(c).unknown, result, cardId }));
  if (status === 'rejected') {
    return c.html(checkoutPage(c, { notice: wordsOf(c).refused, result, refusal: result.statusDetail, cardId }));
  }
  if (status === 'cancelled') return c.html(checkoutPage(c, { notice: wordsOf(c).ended, result, cardId }));
  if (challenge) return c.html(challengePage(c, result, challenge));
  return c.html(thanksPage(c, result, cardSaved));
}

/** The checkout again, with what is known about the money. */
export function answerError(c: ShopContext, error: unknown, cardId: string | null | undefined) {
  const { status, body } = toApiError(error);
  const result = { status: 'error', statusDetail: String(body.cause[0]?.code ?? status), paymentId: '' };
  // No answer is not a no: the payment may have been made, and sending the page again is the way to ask.
  if (status >= 500 || UNDECIDED.includes(status) || mayBePaid(result.statusDetail))
    return c.html(checkoutPage(c, { notice: unknownWords(c, error), result, cardId }), status);
  return c.html(checkoutPage(c, { notice: wordsOf(c).failed, result, refusal: result.statusDetail, cardId }), status);
}

/**
 * The request was not looked at (408, 425, 429), is still running (423), or was carried out before (409). It may have been
 * sent before, and paid then.
 */
const UNDECIDED = [408, 409, 423, 425, 429];

/** Codes by which Mercado Pago says that a token or a key is used up, or unknown: its first use may have been approved. */
const USED_UP = [
  ...['2001', '2004', '2006', '2007', '2041', '2062', '3003', '3006', '3008'],
  ...['invalid_card_token', 'card_token_not_found', 'idempotency_key_already_used', 'idempotency_validation_failed'],
];

const mayBePaid = (code: string): boolean => USED_UP.includes(code);

/** How long an earlier payment keeps this one waiting, where that is known. */
function unknownWords(c: ShopContext, error: unknown): string {
  const { earlierWaits, unknown } = wordsOf(c);
  const until = error instanceof EarlierPaymentWaits ? error.until : null;
  return until === null ? unknown : earlierWaits(Math.ceil((until - Date.now()) / 60_000));
}

const wordsOf = (c: ShopContext) => wordsFor(countryOf(c.var.session.site).locale);
