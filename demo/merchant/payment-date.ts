import type { RecordedPayment } from './answers.js';

type Dated = Pick<RecordedPayment, 'date_created'>;

export const dateOf = ({ date_created: date }: Dated): string | null => date ?? null;

export const createdAt = (payment: Dated): number => Date.parse(dateOf(payment) ?? '') || 0;

/**
 * Whether two answers with one id are about one payment: an id alone recurs in a sandbox that was reset, the date does not. As
 * moments: one answer may have another zone, or no parts of a second, or no date. Taken for another payment, it would be made again.
 */
export function isSameDate(one: string | null, other: string | null): boolean {
  const [a, b] = [Date.parse(one ?? ''), Date.parse(other ?? '')];
  if (Number.isNaN(a) || Number.isNaN(b)) return true;
  return a % 1000 === 0 || b % 1000 === 0 ? secondOf(a) === secondOf(b) : a === b;
}

const secondOf = (moment: number): number => Math.floor(moment / 1000);

/** A payment with its date, to be found in a list. */
export const labelOf = (payment: Dated & Pick<RecordedPayment, 'id'>): string =>
  `${payment.id} ${secondOf(createdAt(payment))}`;
