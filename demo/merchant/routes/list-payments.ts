import { MercadoPagoError } from 'mercadopago';
import { payment, paymentSearch, pick, recordedPayment } from '../answers.js';
import { currentCustomer } from '../customer.js';
import { isNewer, type RecordedPayment } from '../payment-records.js';
import type { ShopContext } from '../shop-env.js';

const LIMIT = 50;

/** `GET /api/payments`: the customer's payments, newest first. A real shop lists the orders of its own database. */
export async function listPayments(c: ShopContext) {
  const { id } = await currentCustomer(c);
  const options = { external_reference: id, sort: 'date_created', criteria: 'desc', limit: LIMIT } as const;
  const { results } = pick(paymentSearch, await c.var.mercadoPago.payments.search({ options }));
  const payments = (await withRecords(c, id, results)).sort((a, b) => created(b) - created(a) || +b.id - +a.id);
  return c.json({ payments: payments.slice(0, LIMIT).map((each) => pick(payment, each)) });
}

/** Mercado Pago's search may not know yet what a payment's answer or a webhook has told the shop. */
async function withRecords(c: ShopContext, customerId: string, found: RecordedPayment[]): Promise<RecordedPayment[]> {
  const records = (await c.var.config.data?.records.of(c.var.session.site, customerId)) ?? [];
  const recordOf = new Map(records.map((record) => [String(record.id), record]));
  const known = found.map((each) => {
    const record = recordOf.get(String(each.id));
    return record && isNewer(record, each) ? record : each;
  });
  const isFound = new Set(found.map((each) => String(each.id)));
  const oldest = found.length < LIMIT ? 0 : Math.min(...found.map(created));
  const missing = records.filter((record) => !isFound.has(String(record.id)) && created(record) >= oldest);
  const read = await Promise.all(missing.map((record) => readAgain(c, record)));
  return [...known, ...read.flat()];
}

/** A payment that the search does not list, as it is now; none when it does not exist, as after a reset of the sandbox. */
async function readAgain(c: ShopContext, record: RecordedPayment): Promise<RecordedPayment[]> {
  try {
    const now = pick(recordedPayment, await c.var.mercadoPago.payments.get({ id: String(record.id) }));
    return now.external_reference === record.external_reference ? [now] : [];
  } catch (error) {
    if (!(error instanceof MercadoPagoError && error.status === 404)) throw error;
    await c.var.config.data?.records.forget(c.var.session.site, record);
    return [];
  }
}

const created = ({ date_created }: RecordedPayment): number => Date.parse(date_created ?? '') || 0;
