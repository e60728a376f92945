import { MercadoPagoError } from 'mercadopago';
import { payment, pick, type RecordedPayment } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { apiOf, LIST_LIMIT } from '../payment-apis/payment-api.js';
import { isNewer, type KeptPayment } from '../payment-records.js';
import type { ShopData } from '../shop-data.js';
import type { ShopContext } from '../shop-env.js';

/** `GET /api/payments`: the customer's payments, newest first. A real shop lists the orders of its own database. */
export async function listPayments(c: ShopContext) {
  const { id } = await currentCustomer(c);
  const { paysWith, newPayments } = c.var.mercadoPago;
  const found = await newPayments[paysWith].list(id);
  // Ids of payments grow, those of orders do not.
  const payments = (await withRecords(c, id, found)).sort((a, b) => created(b) - created(a) || +b.id - +a.id || 0);
  return c.json({ payments: payments.slice(0, LIST_LIMIT).map((each) => pick(payment, each)) });
}

/** Mercado Pago's search may not know yet what the shop knows from a payment's answer or a webhook. */
async function withRecords(
  c: ShopContext,
  customerId: string,
  found: readonly RecordedPayment[],
): Promise<RecordedPayment[]> {
  const { data } = c.var.config;
  if (!data) return [...found];
  const all = await data.records.of(c.var.session.site, customerId);
  const { paysWith } = c.var.mercadoPago;
  // Charges of the Payments API are not found among orders. An order is found among payments: it has one beside it.
  const isListed = ({ id, isCharge }: KeptPayment) =>
    apiOf(String(id)) === paysWith || (paysWith === 'orders' && isCharge);
  const records = all.filter(isListed);
  const recordOf = new Map(records.map((record) => [String(record.id), record]));
  const known = found.map((each) => {
    const record = recordOf.get(String(each.id));
    return record && isNewer(record, each) ? record : each;
  });
  const isFound = new Set(found.map((each) => String(each.id)));
  const oldest = found.length < LIST_LIMIT ? 0 : Math.min(...found.map(created));
  const missing = records
    .filter((record) => !isFound.has(String(record.id)) && created(record) >= oldest)
    .sort((a, b) => created(b) - created(a));
  const read = await Promise.all(missing.slice(0, LIST_LIMIT).map((record) => readAgain(c, data, record)));
  return [...known, ...read.flat()];
}

/** A payment that the search does not list, as it is now; none when it does not exist, as after a reset of the sandbox. */
async function readAgain(c: ShopContext, data: ShopData, record: KeptPayment): Promise<RecordedPayment[]> {
  try {
    const now = await c.var.mercadoPago.paymentsOf(String(record.id)).get(String(record.id));
    // A sandbox that was reset gives its id to another payment.
    const isSame = now.external_reference === record.external_reference && now.date_created === record.date_created;
    return isSame ? [now] : [];
  } catch (error) {
    // One that cannot be read now, or not yet, is shown as it was: a shopper who does not see a payment may pay again.
    const isGone = error instanceof MercadoPagoError && error.status === 404;
    if (!isGone || Date.now() - record.seen < data.readableWithin) return [record];
    await data.records.forget(c.var.session.site, record);
    return [];
  }
}

const created = ({ date_created }: RecordedPayment): number => Date.parse(date_created ?? '') || 0;
