import { spend } from '../card-tokens/tokens.js';
import type { Account } from '../engine/account.js';
import { ApiError } from '../http/api-error.js';
import { paymentErrors } from '../http/catalogue.js';
import { createPayment, outcomeOfCard } from '../payments/create.js';
import { APPROVED, isOrderName, type Outcome, outcomeOfOrder, PENDING_CHALLENGE } from '../payments/outcomes.js';
import type { CreateBody } from '../payments/request.js';
import { methodOfId } from '../sites/index.js';
import { isOrderErrorCode, orderError, type OrderError } from './errors.js';
import { isRetired } from '../sites/mlb.js';
import { isOrderedFailure } from './outcomes.js';
import { afterDuration } from './duration.js';
import type { OrderPayment, OrderRecord } from './record.js';
import type { MethodBody } from './request.js';
import type { OrderSwitches } from './switches.js';

/** Which refusals of a payment's request are about its token. */
const TOKEN_CODES = ['140', '2006', '2062', '3003', '4012'];
/** What the others are called here. All guessed but the amount for a card whose number is unknown. */
const CODES: Readonly<Record<string, () => OrderError>> = {
  '2002': () => orderError('property_value', ["value '$.payer.customer_id' is not valid"]),
  '2072': () => orderError('invalid_transaction_amount'),
  '2077': () => orderError('property_value', ["value '$.capture_mode' is not valid"]),
  '2131': () => orderError('invalid_transaction_amount'),
  '4037': () => orderError('invalid_transaction_amount'),
};

/** Charges a transaction: its classic payment is made, or it fails with a reason. A request that is wrong is refused. */
export function charge(
  account: Account,
  switches: OrderSwitches,
  order: OrderRecord,
  transaction: OrderPayment,
  takeOrdered: () => string | null,
): void {
  requireMethodType(account, transaction);
  requireKnownNumber(account, switches, transaction);
  try {
    const takeOutcome = () =>
      outcomeOrdered(transaction, takeOrdered()) ?? outcomeOfRisk(account, switches, order, transaction);
    transaction.payment = createPayment(
      account,
      classicBody(account, switches, order, transaction),
      takeOutcome,
      order.id,
    );
    if (transaction.payment.challenge) {
      const minutes = Number(switches.challenge_minutes);
      transaction.payment.dateOfExpiration = new Date(account.now().getTime() + minutes * 60_000);
    }
  } catch (error) {
    if (!(error instanceof ApiError) || error.causes.length === 0) throw error;
    transaction.failure = failureOf(switches, String(error.causes[0]?.code));
    const token = account.tokens.get(transaction.method.token ?? '');
    if (token) spend(account, token);
  }
}

/** What was ordered for the next payment: an outcome, a reason to fail that only this API has, or an error code. */
function outcomeOrdered(transaction: OrderPayment, order: string | null): Outcome | null {
  if (order === null) return null;
  if (isOrderName(order)) return outcomeOfOrder(order);
  if (isOrderedFailure(order)) {
    transaction.failure = order;
    return outcomeOfOrder('OTHE');
  }
  if (isOrderErrorCode(order)) throw orderError(order);
  throw paymentErrors.has(order) ? paymentErrors.error(400, order) : new ApiError(500, 'unknown order');
}

/** The bank asks about a card that it would approve, if that is what `on_fraud_risk` leads to. */
function outcomeOfRisk(
  account: Account,
  { fraud_risk: asks }: OrderSwitches,
  order: OrderRecord,
  { method }: OrderPayment,
): Outcome | null {
  const token = account.tokens.get(method.token ?? '');
  if (!token || asks === 'test_cards' || securityMode(order, method) !== 'optional') return null;
  return outcomeOfCard(account, token) === APPROVED ? PENDING_CHALLENGE : null;
}

/** The reason for which a transaction fails where the Payments API refuses the request; throws where this one does too. */
function failureOf(switches: OrderSwitches, code: string): string {
  if (code === '109') return 'invalid_installments';
  if (code === '3031') return 'bad_filled_card_data';
  if (TOKEN_CODES.includes(code)) {
    if (switches.unusable_token === '402') return 'invalid_card_token';
    throw orderError(code === '2006' ? 'card_token_not_found' : 'invalid_card_token');
  }
  throw CODES[code]?.() ?? orderError('invalid_properties');
}

/** A card needs a token, and every method its own type. */
function requireMethodType(account: Account, { method }: OrderPayment): void {
  const { site } = account;
  const cardMethod = methodOfId(site, method.id);
  const known = cardMethod ?? site.offlineMethods.find(({ id }) => id === method.id);
  const at = '$.transactions.payments[0].payment_method';
  if (!known) throw orderError('property_value', [`value '${at}.id' is not valid`]);
  if (known.paymentTypeId !== method.type) throw orderError('property_value', [`value '${at}.type' is not valid`]);
  if (cardMethod && !method.token) throw orderError('required_properties', [`required '${at}.token'`]);
}

function requireKnownNumber(account: Account, { brazil_master }: OrderSwitches, { method }: OrderPayment): void {
  const face = account.tokens.get(method.token ?? '')?.face;
  if (brazil_master === 'known' || account.site.id !== 'MLB' || !face) return;
  if (isRetired(face.firstSixDigits, face.lastFourDigits)) throw orderError('invalid_transaction_amount');
}

const SECURITY = {
  never: 'not_supported',
  on_fraud_risk: 'optional',
  supported: 'optional',
  always: 'mandatory',
  required: 'mandatory',
} as const;

function securityMode({ sent: { config } }: OrderRecord, method: MethodBody) {
  const security = method.transaction_security ?? config?.online?.transaction_security;
  return SECURITY[security?.validation ?? 'never'];
}

/** The same payment as the Payments API is asked for it. */
function classicBody(
  account: Account,
  switches: OrderSwitches,
  order: OrderRecord,
  { sent, method }: OrderPayment,
): CreateBody {
  const { payer, capture_mode: captureMode } = order.sent;
  const waits = captureMode === 'automatic_async' && switches.async_capture === 'waiting_capture';
  return {
    transaction_amount: Number(sent.amount),
    token: method.token,
    installments: method.token ? (method.installments ?? 1) : undefined,
    payment_method_id: method.id,
    payer: payer.customer_id ? { type: 'customer', id: payer.customer_id } : payer,
    description: order.sent.description,
    external_reference: order.sent.external_reference,
    statement_descriptor: method.statement_descriptor,
    capture: captureMode !== 'manual' && !waits,
    three_d_secure_mode: securityMode(order, method),
    date_of_expiration: sent.date_of_expiration ?? afterDuration(account.now(), sent.expiration_time)?.toISOString(),
  };
}
