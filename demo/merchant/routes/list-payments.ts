import { MercadoPagoError } from 'mercadopago';
import { payment, pick, type RecordedPayment } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { isForeseen } from '../errors.js';
import { apiOf, LIST_LIMIT, paymentApiNames, type PaymentApiName } from '../payment-apis/payment-api.js';
import { createdAt, dateOf, isSameDate } from '../payment-date.js';
import { isNewer, type KeptPayment } from '../payment-records.js';
import type { ShopData } from '../shop-data.js';
import type { ShopContext } from '../shop-env.js';

const MINUTE = 60_000;

/**
 * `GET /api/payments`: the customer's payments with either API, newest first: the setting may have changed since. Where one
 * search fails, the list says that payments may be missing: a shopper who does not see one may pay again. A real shop lists the
 * orders of its own database.
 */
export async function listPayments(c: ShopContext) {
  const { id } = await currentCustomer(c);
  const { site } = c.var.session;
  const records = (await c.var.config.data?.records.of(site, id)) ?? [];
  const searches = await Promise.allSettled(paymentApiNames.map((api) => search(c, api, id)));
  const failed = searches.filter((search) => search.status === 'rejected');
  // A list without anything found would say that nothing was paid.
  if (failed[0] && (failed.length === searches.length || !failed.every(({ reason }) => isForeseen(reason))))
    throw failed[0].reason;
  const found = searches.flatMap((search) => (search.status === 'fulfilled' ? search.value : []));
  const all = (await withRecords(c, found, records)).filter((each, _, listed) => !isBesideOrder(each, listed));
  // Ids of payments grow, those of orders do not.
  const payments = all.sort((a, b) => createdAt(b) - createdAt(a) || +b.id - +a.id || 0);
  const shown = payments.slice(0, LIST_LIMIT).map((each) => pick(payment, each));
  return c.json({ payments: shown, is_complete: failed.length === 0 });
}

/** What an API finds; nothing where the shop may not use it, and pays with the other one. */
async function search(c: ShopContext, api: PaymentApiName, customerId: string): Promise<readonly RecordedPayment[]> {
  const { paysWith, newPayments } = c.var.mercadoPago;
  try {
    return await newPayments[api].list(customerId);
  } catch (error) {
    const isAllowed = !(error instanceof MercadoPagoError && [401, 403, 404].includes(error.status));
    if (isAllowed || api === paysWith) throw error;
    return [];
  }
}

/** Mercado Pago's search may not know yet what the shop knows from a payment's answer or a webhook. */
async function withRecords(
  c: ShopContext,
  found: readonly RecordedPayment[],
  records: readonly KeptPayment[],
): Promise<RecordedPayment[]> {
  const { data } = c.var.config;
  if (!data) return [...found];
  const recordOf = new Map(records.map((record) => [String(record.id), record]));
  const known = found.map((each) => {
    const record = recordOf.get(String(each.id));
    return record && isNewer(record, each) ? record : each;
  });
  const isFound = new Set(found.map((each) => String(each.id)));
  const missing = paymentApiNames.flatMap((api) => {
    const listed = found.filter(({ id }) => apiOf(String(id)) === api);
    const oldest = listed.length < LIST_LIMIT ? 0 : Math.min(...listed.map(createdAt));
    return records.filter(
      (record) => apiOf(String(record.id)) === api && !isFound.has(String(record.id)) && createdAt(record) >= oldest,
    );
  });
  const newest = missing.sort((a, b) => createdAt(b) - createdAt(a)).slice(0, LIST_LIMIT);
  const read = await Promise.all(newest.map((record) => readAgain(c, data, record)));
  return [...known, ...read.flat()];
}

/** A payment that the search does not list, as it is now; none when it does not exist, as after a reset of the sandbox. */
async function readAgain(c: ShopContext, data: ShopData, record: KeptPayment): Promise<RecordedPayment[]> {
  try {
    const now = await c.var.mercadoPago.paymentsOf(String(record.id)).get(String(record.id));
    // A sandbox that was reset gives its id to another payment.
    const isSame = isSameDate(dateOf(now), dateOf(record));
    return isSame && now.external_reference === record.external_reference ? [now] : [];
  } catch (error) {
    // One that cannot be read now, or not yet, is shown as it was: a shopper who does not see a payment may pay again.
    const isMissing = error instanceof MercadoPagoError && error.status === 404;
    if (!isMissing) return [record];
    return (await data.records.missing(c.var.session.site, record, data.readableWithin)) === 'kept' ? [record] : [];
  }
}

/** An order also has a payment of the other API, which the shop did not make, and which does not say what it belongs to. */
const isBesideOrder = (payment: RecordedPayment, listed: readonly RecordedPayment[]): boolean =>
  apiOf(String(payment.id)) === 'payments' &&
  !payment.metadata?.attempt &&
  listed.some(
    (each) =>
      apiOf(String(each.id)) === 'orders' &&
      each.transaction_amount === payment.transaction_amount &&
      Math.abs(createdAt(each) - createdAt(payment)) < MINUTE,
  );
