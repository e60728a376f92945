import { requireUsableToken, spend } from '../card-tokens/tokens.js';
import { securityCodeRule } from '../cards/saved-cards.js';
import type { Account } from '../engine/account.js';
import { isCardExpired, plusDays } from '../engine/clock.js';
import type { CardTokenRecord } from '../engine/records.js';
import { paymentErrors } from '../http/catalogue.js';
import { plansFor, priceOf } from '../lookups/plans.js';
import { issuerOfMethod, methodOfBin, methodOfId } from '../sites/index.js';
import type { CardMethod, OfflineMethod } from '../sites/site.js';
import { requireWholeUnits } from './amounts.js';
import { announceCreation } from './announce.js';
import { challengeOf } from './challenge.js';
import { EXPIRED_CARD, type Outcome, outcomeOfName, PENDING_CHALLENGE, settle, withTerms } from './outcomes.js';
import { payerOf } from './payer.js';
import type { PaymentRecord } from './record.js';
import { type CreateBody, notesOf } from './request.js';

/**
 * Makes a payment. `takeOrdered` gives the outcome that was ordered for the next card payment, whatever the card says;
 * it is asked once everything that could refuse the request has been checked. An order announces its payment itself.
 */
export function createPayment(
  account: Account,
  body: CreateBody,
  takeOrdered: () => Outcome | null,
  orderId: string | null = null,
): PaymentRecord {
  requireWholeUnits(account, body.transaction_amount);
  const { minAmount, maxAmount } = account.site;
  if (body.transaction_amount < minAmount || body.transaction_amount > maxAmount) {
    throw paymentErrors.error(400, '4037');
  }
  const made = body.token ? payWithCard(account, body, body.token, takeOrdered) : payElsewhere(account, body);
  const payment = { ...made, orderId };
  account.payments.set(payment.id, payment);
  if (payment.dateOfExpiration) account.waiting.add(payment);
  if (orderId === null) announceCreation(account, payment);
  return payment;
}

function payWithCard(
  account: Account,
  body: CreateBody,
  tokenId: string,
  takeOrdered: () => Outcome | null,
): PaymentRecord {
  const token = requireUsableToken(account, tokenId);
  const payer = payerOf(account, body.payer, token);
  const method = requireMethod(account, body, token);
  const issuer = body.issuer_id ? issuerOfMethod(method, body.issuer_id) : issuerOfToken(account, token, method);
  if (!issuer) throw paymentErrors.error(400, '3001');
  requireSecurityCode(account, token);

  if (body.installments === undefined || body.installments === null) throw paymentErrors.error(400, '4004');
  const amount = body.transaction_amount;
  const plan = plansFor(account.site, method, amount).find(({ installments }) => installments === body.installments);
  if (!plan) throw paymentErrors.error(400, '109');
  const capture = body.capture ?? true;
  if (!capture && method.paymentTypeId !== 'credit_card') throw paymentErrors.error(400, '2077');

  const challenge = challengeOf(token.face, body.three_d_secure_mode);
  const decided = takeOrdered() ?? (challenge ? PENDING_CHALLENGE : outcomeOfCard(account, token));
  const outcome = withTerms(decided, { capture, binaryMode: body.binary_mode ?? false });
  spend(account, token);

  const payment = newPayment(account, body, payer, {
    method,
    issuerId: String(issuer.id),
    installments: plan.installments,
    totalPaidAmount: priceOf(account.site, plan, amount).totalAmount,
    card: { id: token.cardId, face: token.face },
    captured: capture,
    // Ordered for a card that has no challenge of its own, it can be passed.
    challenge: outcome === PENDING_CHALLENGE ? (challenge ?? 'passes') : null,
    dateOfExpiration: outcome === PENDING_CHALLENGE ? plusDays(account.now(), 1) : null,
  });
  settle(payment, outcome, account.now());
  return payment;
}

/** Methods without a card wait for the shopper: pix for a day, tickets for three. */
function payElsewhere(account: Account, body: CreateBody): PaymentRecord {
  const { payment_method_id: methodId } = body;
  if (!methodId) throw paymentErrors.error(400, '4001');
  if (methodOfId(account.site, methodId)) throw paymentErrors.error(400, '4000');
  const method = account.site.offlineMethods.find(({ id }) => id === methodId);
  if (!method) throw paymentErrors.error(400, '3028');
  const days = method.paymentTypeId === 'bank_transfer' ? 1 : 3;
  const payment = newPayment(account, body, payerOf(account, body.payer, null), {
    method,
    issuerId: null,
    installments: 1,
    totalPaidAmount: body.transaction_amount,
    card: null,
    captured: true,
    challenge: null,
    dateOfExpiration: body.date_of_expiration ? new Date(body.date_of_expiration) : plusDays(account.now(), days),
  });
  const statusDetail =
    method.paymentTypeId === 'bank_transfer' ? 'pending_waiting_transfer' : 'pending_waiting_payment';
  settle(payment, { status: 'pending', statusDetail }, account.now());
  return payment;
}

function requireMethod(account: Account, body: CreateBody, token: CardTokenRecord): CardMethod {
  const method = methodOfBin(account.site, token.face.firstSixDigits);
  if (!method) throw paymentErrors.error(400, '2131');
  if (body.payment_method_id && body.payment_method_id !== method.id) {
    throw paymentErrors.error(400, token.cardId === null ? '3028' : '3026');
  }
  return method;
}

function issuerOfToken(account: Account, token: CardTokenRecord, method: CardMethod) {
  const card = token.cardId === null ? undefined : account.cards.get(token.cardId);
  return card ? issuerOfMethod(method, card.issuerId) : method.issuers[0];
}

/** A code is never compared, but without one only the cards that need none can pay. */
function requireSecurityCode(account: Account, token: CardTokenRecord): void {
  const card = token.cardId === null ? undefined : account.cards.get(token.cardId);
  const mode = card ? securityCodeRule(account, card).mode : 'mandatory';
  if (mode === 'mandatory' && token.securityCodeLength === 0) throw paymentErrors.error(400, '3031');
}

/** What a card says that no one has ordered anything for. */
export function outcomeOfCard(account: Account, { face }: CardTokenRecord): Outcome {
  if (isCardExpired(face.expirationMonth, face.expirationYear, account.now())) return EXPIRED_CARD;
  return outcomeOfName(face.cardholder.name);
}

interface Terms extends Pick<
  PaymentRecord,
  'issuerId' | 'installments' | 'totalPaidAmount' | 'card' | 'captured' | 'challenge' | 'dateOfExpiration'
> {
  readonly method: CardMethod | OfflineMethod;
}

function newPayment(
  account: Account,
  body: CreateBody,
  payer: PaymentRecord['payer'],
  { method, ...terms }: Terms,
): PaymentRecord {
  const now = account.now();
  const id = account.ids.number('payment');
  return {
    ...terms,
    id,
    orderId: null,
    dateCreated: now,
    dateLastUpdated: now,
    dateApproved: null,
    status: 'pending',
    statusDetail: 'pending_provider_response',
    amount: body.transaction_amount,
    methodId: method.id,
    paymentTypeId: method.paymentTypeId,
    payer,
    binaryMode: body.binary_mode ?? false,
    authorizationCode: terms.card ? String(id % 1_000_000).padStart(6, '0') : null,
    notes: notesOf(body),
    refunds: [],
  };
}
