import { DAY } from '../engine/clock.js';
import { paymentErrors } from '../http/catalogue.js';
import type { PaymentRecord } from './record.js';

type Query = Readonly<Record<string, string>>;

/** The dates that a search can sort and cut by. */
const DATES: Readonly<Record<string, (payment: PaymentRecord) => Date | null>> = {
  date_created: (payment) => payment.dateCreated,
  date_last_updated: (payment) => payment.dateLastUpdated,
  date_approved: (payment) => payment.dateApproved,
  money_release_date: (payment) => payment.dateApproved,
};

/** What a search can ask for by name. */
const FILTERS: Readonly<Record<string, (payment: PaymentRecord) => string | null>> = {
  id: (payment) => String(payment.id),
  status: (payment) => payment.status,
  external_reference: (payment) => payment.notes.externalReference,
  payment_method_id: (payment) => payment.methodId,
  'payer.id': (payment) => payment.payer.id,
  'payer.email': (payment) => payment.payer.email,
};

/** `GET /v1/payments/search`: the newest first, unless the query says otherwise. */
export function searchPayments(payments: Iterable<PaymentRecord>, query: Query, now: Date): PaymentRecord[] {
  const sortBy = dateNamed(query['sort'] ?? 'date_created');
  const direction = query['criteria'] === 'asc' ? 1 : -1;
  const time = (payment: PaymentRecord) => sortBy(payment)?.getTime() ?? 0;
  return [...payments]
    .filter((payment) => matchesFilters(payment, query) && isInRange(payment, query, now))
    .sort((a, b) => direction * (time(a) - time(b) || a.id - b.id));
}

function matchesFilters(payment: PaymentRecord, query: Query): boolean {
  return Object.entries(FILTERS).every(([name, read]) => query[name] === undefined || read(payment) === query[name]);
}

function isInRange(payment: PaymentRecord, query: Query, now: Date): boolean {
  const { range, begin_date: begin, end_date: end } = query;
  if (range === undefined && begin === undefined && end === undefined) return true;
  const date = dateNamed(range ?? 'date_created')(payment);
  if (!date) return false;
  return (begin === undefined || date >= moment(begin, now)) && (end === undefined || date <= moment(end, now));
}

function dateNamed(name: string): (payment: PaymentRecord) => Date | null {
  const read = DATES[name];
  if (!read) throw paymentErrors.error(400, '1');
  return read;
}

/** An ISO date, or the API's own `NOW`, `NOW-30DAYS`, `NOW-2MONTHS`. */
function moment(text: string, now: Date): Date {
  const relative = /^NOW(?:-(\d{1,4})(DAY|MONTH)S?)?$/.exec(text);
  if (relative) {
    const days = Number(relative[1] ?? 0) * (relative[2] === 'MONTH' ? 30 : 1);
    return new Date(now.getTime() - days * DAY);
  }
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw paymentErrors.error(400, '23');
  return date;
}
