import type { Account } from '../engine/account.js';
import { announceNewOrder } from './announce.js';
import { charge } from './charge.js';
import { orderError } from './errors.js';
import type { OrderPayment, OrderRecord } from './record.js';
import type { MethodBody, OrderBody, PaymentBody } from './request.js';
import type { OrderSwitches } from './switches.js';

/** Makes an order, and charges it unless its mode is `manual`. A refused card gives a failed order; it is kept. */
export function createOrder(
  account: Account,
  switches: OrderSwitches,
  body: OrderBody,
  takeOrdered: () => string | null,
): OrderRecord {
  requireConsistent(switches, body);
  const sent = body.transactions?.payments ?? [];
  const isManual = body.processing_mode === 'manual';
  if (!isManual && sent.length === 0) {
    throw orderError('required_properties', ["required '$.transactions.payments'"]);
  }
  if (isManual && sent.length > 0 && switches.manual_payments === 'refused') {
    throw orderError('unsupported_properties', ["additionalProperties '$.transactions.payments' not allowed"]);
  }
  sent.forEach((payment) => requirePaymentOf(body, switches, payment));

  const now = account.now();
  const order: OrderRecord = {
    id: account.ids.ulid(switches.order_ids, 'order'),
    sent: body,
    mode: body.processing_mode,
    dateCreated: now,
    dateLastUpdated: now,
    ended: null,
    payments: sent.map((payment) => newTransaction(account, payment)),
    version: 0,
  };
  const [transaction] = order.payments;
  if (!isManual && transaction) charge(account, switches, order, transaction, takeOrdered);
  account.orders.set(order.id, order);
  announceNewOrder(account, order);
  return order;
}

export function newTransaction(account: Account, { payment_method: method, ...sent }: PaymentBody): OrderPayment {
  return {
    id: account.ids.ulid('PAY', 'transaction'),
    referenceId: account.ids.hex('reference').slice(0, 26),
    sent,
    method,
    payment: null,
    failure: null,
    refundIds: new Map(),
  };
}

/** What the transaction of an order has to fulfil besides its schema. `at` is where it is in the request. */
export function requirePaymentOf(
  order: OrderBody,
  switches: OrderSwitches,
  payment: PaymentBody,
  at = '$.transactions.payments[0]',
): void {
  if (cents(payment.amount) !== cents(order.total_amount)) throw orderError('invalid_total_amount');
  requireMethodWords(switches, payment.payment_method, `${at}.payment_method`);
}

/** What a switch decides about a payment method, or about what an order says for all of them. */
export function requireMethodWords(
  { statement_descriptor: longest, security_words: words }: OrderSwitches,
  { statement_descriptor: descriptor = '', transaction_security: security }: MethodWords,
  at: string,
): void {
  if (descriptor.length > Number(longest)) {
    throw orderError('property_value', [`value '${at}.statement_descriptor' is not valid`]);
  }
  const { validation = 'never', liability_shift: shift = '' } = security ?? {};
  if (SECURITY_WORDS[words].test(`${validation} ${shift}`)) return;
  throw orderError('property_value', [`value '${at}.transaction_security' is not valid`]);
}

export const cents = (amount: string | number): number => Math.round(Number(amount) * 100);

/** Rules about several fields at once, and those that a switch decides. */
function requireConsistent(switches: OrderSwitches, body: OrderBody): void {
  const { payer, items, additional_info: info, config } = body;
  if (body.type !== 'online') throw orderError('invalid_order_type');
  if (!payer.email && (!payer.customer_id || switches.customer_email === 'required')) {
    throw orderError('required_properties', ["required '$.payer.email'"]);
  }
  if (payer.email && !payer.email.includes('@testuser.com')) throw orderError('invalid_email_for_sandbox');
  if (!body.external_reference && switches.external_reference === 'required') {
    throw orderError('required_properties', ["required '$.external_reference'"]);
  }
  requireMethodWords(switches, { statement_descriptor: config?.statement_descriptor }, '$.config');
  requireMethodWords(switches, { transaction_security: config?.online?.transaction_security }, '$.config.online');
  if (items) {
    const sum = items.reduce((total, { unit_price, quantity }) => total + cents(unit_price) * quantity, 0);
    if (sum !== cents(body.total_amount)) throw orderError('order_items_total_amount_mismatch');
  }
  const nested = Object.entries(info ?? {}).filter(([, value]) => typeof value === 'object' && !Array.isArray(value));
  if (nested.length > 0 && switches.additional_info === 'flat') {
    const details = nested.map(([key]) => `additionalProperties '$.additional_info.${key}' not allowed`);
    throw orderError('unsupported_properties', details);
  }
}

type MethodWords = {
  readonly [Name in 'statement_descriptor' | 'transaction_security']?: MethodBody[Name] | undefined;
};

/** The words of `transaction_security` in the SDKs, and in the OpenAPI description; both have `never` and `required`. */
const SECURITY_WORDS: Readonly<Record<OrderSwitches['security_words'], RegExp>> = {
  both: /./,
  sdk: /^(never|on_fraud_risk|always) (required|preferred|)$/,
  openapi: /^(never|supported|required) (required|not_required|)$/,
};
