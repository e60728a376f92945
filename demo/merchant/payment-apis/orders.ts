import { randomUUID } from 'node:crypto';
import { HTTPException } from 'hono/http-exception';
import { MercadoPagoError, Order as OrderClient, type MercadoPagoConfig } from 'mercadopago';
import { pick } from '../answers.js';
import { NotSent } from '../not-sent.js';
import { countryOf, type Site } from '../sites.js';
import { challengeOfOrder } from './challenges.js';
import { isKeyUsed } from '../refused-charge.js';
import { madeSince, order, orderSearch, paymentOf, refundOf, type Order } from './order-answers.js';
import { postOrder, RefusedOrder } from './order-requests.js';
import { LIST_LIMIT, type Charge, type Charged, type Looked, type PaymentApi } from './payment-api.js';

const DAY = 86_400_000;

/**
 * Pays with `/v1/orders`: one order for each attempt, with one payment in it. A refused order is never tried again; the
 * next attempt has another token, and so another key and another order.
 */
export function ordersApi(config: () => MercadoPagoConfig, site: Site): PaymentApi {
  const { accessToken } = config();
  const orders = new OrderClient(config());
  const { decimals } = countryOf(site);
  /**
   * Once is enough for an order, however often it is asked for: its state says whether there is anything left to do. So every
   * request has a key of its own: with that of one that failed, Mercado Pago may answer with the failure again.
   */
  const change = (id: string, what: 'cancel' | 'capture') =>
    postOrder(accessToken, `/${id}/${what}`, { idempotencyKey: randomUUID() });
  const read = async (id: string): Promise<Order> => pick(order, await orders.get({ id }));
  /**
   * Money that is only kept for the shop is taken at once, as is what it sends. Where that fails, the next look tries again, and
   * the shop's own webhook until it is taken.
   */
  const captured = async (made: unknown): Promise<unknown> => {
    const { id, status } = paymentOf(pick(order, made));
    if (status !== 'authorized') return made;
    return change(String(id), 'capture').catch((error: unknown) => {
      if (error instanceof MercadoPagoError) return made;
      throw error;
    });
  };
  const partOf = async (id: string, amount: number) => {
    const transaction = (await read(id)).transactions?.payments?.[0];
    // Without one the body would be empty, and that refunds all of it.
    if (!transaction)
      throw new HTTPException(409, { message: 'Mercado Pago does not say what this refund is a part of' });
    return { id: transaction.id, amount: textOf(amount, decimals) };
  };
  return {
    charge: async (charge) => charged(postOrder(accessToken, '', charge, bodyOf(charge, decimals)).then(captured)),
    get: async (id) => paymentOf(await read(id)),
    look: async (id) => lookedAt(await captured(await orders.get({ id }))),
    list: async (reference) => {
      const now = Date.now();
      // Two dates are required; the end is a day ahead for clocks that differ.
      const options = {
        external_reference: reference,
        begin_date: new Date(now - 365 * DAY).toISOString(),
        end_date: new Date(now + DAY).toISOString(),
        page_size: LIST_LIMIT,
        // Otherwise the page may be that of the oldest ones, and a payment whose answer was lost counts as not made.
        sort_by: 'created_date',
        sort_order: 'desc',
      };
      const { data } = pick(orderSearch, await orders.search({ options }));
      // A search is no proof of whose an order is.
      const own = (data ?? []).map(paymentOf).filter((each) => each.external_reference === reference);
      return own.sort((a, b) => (b.date_created ?? '').localeCompare(a.date_created ?? ''));
    },
    cancel: async (id) => paymentOf(pick(order, await change(id, 'cancel'))),
    refund: async (id, attempt, options) => {
      const { amount } = attempt;
      // A part is named by the transaction that it is a part of.
      const transactions = amount === null ? null : [await partOf(id, amount)];
      const body = transactions ? { transactions } : undefined;
      try {
        return refundOf(attempt, pick(order, await postOrder(accessToken, `/${id}/refund`, options, body)));
      } catch (error) {
        // A key whose answer was lost may be refused when it is sent again: the order has the refund that it made.
        if (!isKeyUsed(error)) throw error;
        return madeSince(attempt, await read(id));
      }
    },
  };
}

const lookedAt = (made: unknown): Looked => ({
  payment: paymentOf(pick(order, made)),
  challenge: challengeOfOrder(made),
});

/** A refused card comes as 402, with the order; one integrator saw a failed order in a 201 as well. */
async function charged(answer: Promise<unknown>): Promise<Charged> {
  try {
    return { ...lookedAt(await answer), refusal: null };
  } catch (error) {
    if (!(error instanceof RefusedOrder)) throw error;
    return { ...lookedAt(error.order), refusal: error.refusal };
  }
}

/** The schema of this API is closed: one name too many is a 400. It has no `issuer_id`, and no `notification_url`. */
function bodyOf(charge: Charge, decimals: number) {
  const { id, type } = charge.savedMethod ?? { id: charge.methodId, type: charge.methodType };
  // The Payments API reads them from the token, this one does not.
  if (!id || !type) {
    throw new NotSent('Missing or malformed: payment_method_id, payment_type_id');
  }
  const amount = charge.amount.toFixed(decimals);
  return {
    type: 'online',
    processing_mode: 'automatic',
    // The mode of Mercado Pago's own example: a payment that waits for the bank is captured once it is approved.
    capture_mode: 'automatic_async',
    config: { online: { transaction_security: { validation: 'on_fraud_risk', liability_shift: 'preferred' } } },
    external_reference: charge.reference,
    description: charge.description,
    total_amount: amount,
    payer: charge.customerId ? { customer_id: charge.customerId } : { email: charge.email },
    transactions: {
      payments: [{ amount, payment_method: { id, type, token: charge.token, installments: charge.installments } }],
    },
  };
}

/** Amounts are text. One that the currency cannot pay is left as it is, to be refused. */
function textOf(amount: number, decimals: number): string {
  const text = amount.toFixed(decimals);
  return Number(text) === amount ? text : String(amount);
}
