import { HTTPException } from 'hono/http-exception';
import { MercadoPagoError } from 'mercadopago';
import {
  card,
  payment,
  pick,
  type Card,
  type RecordedPayment,
  type ShopCustomer,
  type ShopPayment,
} from './answers.js';
import { cartFor } from './cart.js';
import { currentCustomer, currentEmail } from './customer.js';
import { isForeseen } from './errors.js';
import { paymentOfCart } from './cart-payment.js';
import { answerGiven, endEarlierAttempt, findLost } from './earlier-attempt.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { oneAtATime } from './one-at-a-time.js';
import type { OpenAttempt } from './open-attempts.js';
import type { Challenge } from './payment-apis/challenges.js';
import type { Charge, Charged, Refusal } from './payment-apis/payment-api.js';
import { NotSent } from './not-sent.js';
import { keepOpen, openAttempt } from './payment-attempt.js';
import { dateOf } from './payment-date.js';
import { recordPayment } from './record-payment.js';
import { asRefusedCharge, forPage, isKeyUsed, isTokenUnknown, isTokenUsed, refusedCharge } from './refused-charge.js';
import type { PaymentRequest } from './requests.js';
import { saveCard, saveCardAfterChallenge } from './save-card.js';
import type { ShopContext } from './shop-env.js';

/** A payment, and whether its card was saved: `null` when that was not asked for, is not known, or the payment was not approved. */
export interface Purchase {
  readonly payment: ShopPayment;
  readonly cardSaved: boolean | null;
  /** What Mercado Pago said with a refusal, where that is more than the payment. */
  readonly refusal: Refusal | null;
  /** What the shopper's bank asks before it decides. */
  readonly challenge: Challenge | null;
}

/**
 * Charges the cart of the signed-in customer. The request chooses the card and the installments; amount and customer are
 * the server's. The answer is an earlier payment when that one is paid, and no page has said that the shopper has seen it.
 */
export async function pay(c: ShopContext, request: PaymentRequest): Promise<Purchase> {
  try {
    const customer = await currentCustomer(c);
    return await oneAtATime(customer.id, () => payAs(c, customer, request));
  } catch (error) {
    throw forPage(error);
  }
}

async function payAs(c: ShopContext, customer: ShopCustomer, request: PaymentRequest): Promise<Purchase> {
  const cardId = request.card_id;
  const idempotencyKey = idempotencyKeyOf(request.token);
  const given = await answerGiven(c, customer.id, idempotencyKey);
  if (given && given.cartId !== null && request.cart_id && given.cartId !== request.cart_id) throw paidElse();
  if (given?.isOwn) return purchase(c, customer, request, { ...given, refusal: null });
  const earlier = given?.payment ?? (await paidBefore(c, customer.id, idempotencyKey, request.cart_id));
  if (earlier) {
    const cardSaved = await saveCardAfterChallenge(c, customer, earlier);
    return { payment: pick(payment, earlier), refusal: null, challenge: null, cardSaved };
  }
  const cart = cartFor(c.var.session.site);
  const saved = cardId ? await ownCard(c, customer.id, cardId, request.token) : null;

  const { attempt, isFirst } = await openAttempt(c, customer.id, request);
  // A real shop creates its order first, puts the order's number here as `reference`, and sends `additional_info` for a
  // better approval rate, as the device id is. Webhooks report what is decided later.
  const charging = charge(c, customer.id, attempt, isFirst, {
    token: request.token,
    customerId: cardId ? customer.id : null,
    email: currentEmail(c),
    amount: cart.total,
    description: cart.description,
    reference: customer.id,
    installments: request.installments,
    methodId: request.payment_method_id,
    methodType: request.payment_type_id,
    issuerId: request.issuer_id,
    savedMethod: methodOf(saved),
    deviceId: request.device_id,
    idempotencyKey,
  });
  const charged = await (cardId && !saved ? charging.catch(notKnown) : charging);
  return purchase(c, customer, request, await asOfNow(c, charged), attempt);
}

/** The payment that was made before, for the same cart or in an attempt whose end was not seen: there is nothing to pay. */
async function paidBefore(
  c: ShopContext,
  customerId: string,
  key: string,
  cartId: string | null | undefined,
): Promise<RecordedPayment | null> {
  const paid = (await paymentOfCart(c, cartId)) ?? (await endEarlierAttempt(c, customerId, key, cartId));
  if (!paid) return null;
  const answer = { paymentId: String(paid.id), dateCreated: dateOf(paid), isOwn: false, cartId: cartId ?? null };
  await c.var.config.data?.attempts.answer(c.var.session.site, customerId, key, answer);
  return paid;
}

/** The answer for a payment that this request has made: now by `attempt`, or when it was sent first. */
async function purchase(
  c: ShopContext,
  customer: ShopCustomer,
  request: PaymentRequest,
  { payment: answer, refusal, challenge }: Charged,
  attempt?: OpenAttempt,
): Promise<Purchase> {
  const made = pick(payment, answer);
  // The key is the token's, so a token that has paid before answers with that old payment, no matter who sends it. A real shop
  // compares the answer with its order's number.
  const { total } = cartFor(c.var.session.site);
  if (answer.external_reference !== customer.id || made.transaction_amount !== total) {
    throw paidElse();
  }
  await recordPayment(c, answer, { cartId: attempt?.cartId ?? request.cart_id ?? null });
  if (attempt) await keepOpen(c, customer.id, attempt, answer);

  const saveToken = made.status === 'approved' && request.save_card ? request.save_token : null;
  return {
    payment: made,
    refusal,
    challenge,
    cardSaved: saveToken ? await saveCard(c, customer, made, saveToken) : null,
  };
}

const paidElse = () => new HTTPException(409, { message: 'This token has paid for something else' });

/**
 * The card, if it is one of this customer's: 404 otherwise. `null` when it is not, but the token was used: the page was sent
 * again, and the card removed meanwhile. With the token's key Mercado Pago then answers as it did before; it charges no token
 * twice.
 */
async function ownCard(c: ShopContext, customerId: string, cardId: string, token: string): Promise<Card | null> {
  const { cards, tokens } = c.var.mercadoPago;
  try {
    return pick(card, await cards.get({ customerId, cardId }));
  } catch (error) {
    if (!(error instanceof MercadoPagoError && error.status === 404)) throw error;
    const status = await tokens.get({ id: token }).then(
      (found) => found.status,
      () => undefined,
    );
    // Nothing was charged with a token that can still be used.
    if (status === 'active') throw refusedCharge(error);
    return status === 'used' ? null : notKnown(error);
  }
}

/** Whatever the reason is that nothing can be said now, the token may have paid before. */
function notKnown(error: unknown): never {
  if (!isForeseen(error)) throw error;
  throw new HTTPException(409, { message: 'The card is gone, and this token may have paid' });
}

function methodOf(saved: Card | null): Charge['savedMethod'] {
  const { id, payment_type_id: type } = saved?.payment_method ?? {};
  return id && type ? { id, type } : null;
}

/** A key that is sent again may be answered as it was the first time, though the bank has decided meanwhile. */
async function asOfNow(c: ShopContext, charged: Charged): Promise<Charged> {
  if (!charged.challenge) return charged;
  const id = String(charged.payment.id);
  try {
    return { ...(await c.var.mercadoPago.paymentsOf(id).look(id)), refusal: null };
  } catch (error) {
    if (!isForeseen(error)) throw error;
    return charged;
  }
}

/** What the first sending has made, where the second one was refused since it had the same token. */
async function firstCharged(c: ShopContext, customerId: string, attempt: OpenAttempt): Promise<Charged> {
  const id = attempt.paymentId ?? (await findLost(c, customerId, attempt));
  if (id === null) throw new HTTPException(409, { message: 'This token may have paid' });
  return { ...(await c.var.mercadoPago.paymentsOf(id).look(id)), refusal: null };
}

async function charge(
  c: ShopContext,
  customerId: string,
  attempt: OpenAttempt,
  isFirst: boolean,
  order: Charge,
): Promise<Charged> {
  const { paysWith, newPayments, paymentsOf } = c.var.mercadoPago;
  try {
    // Sent again after the setting has changed, it is the same payment only where it was first sent.
    const charged = await newPayments[attempt.api ?? paysWith].charge(order);
    return isFirst || !isTokenUsed(charged.payment) ? charged : await firstCharged(c, customerId, attempt);
  } catch (error) {
    // Sent again, it may have paid the first time, whatever the reason is that it is refused now.
    const refused = isFirst ? asRefusedCharge(error) : null;
    if (refused || (isFirst && (isTokenUnknown(error) || error instanceof NotSent))) {
      await c.var.config.data?.attempts.forget(c.var.session.site, customerId, attempt);
      throw refused ?? error;
    }
    // Where a key that is sent again is refused, the payment that it made is looked for.
    const id = isKeyUsed(error) ? (attempt.paymentId ?? (await findLost(c, customerId, attempt))) : null;
    if (id === null) throw error;
    return { ...(await paymentsOf(id).look(id)), refusal: null };
  }
}
