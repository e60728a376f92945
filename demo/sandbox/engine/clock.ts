/** Where the time comes from; tests drive it. */
export type Clock = () => Date;

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A date as Mercado Pago prints it, always at UTC−4: `2026-11-23T17:06:02.000-04:00`. */
export function timestamp(date: Date): string {
  return new Date(date.getTime() - 4 * HOUR).toISOString().replace('Z', '-04:00');
}

export function plusDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY);
}

/** Months since year 0, so that months can be compared. Counted where the sandbox's dates are printed. */
function monthIndex(date: Date): number {
  const local = new Date(date.getTime() - 4 * HOUR);
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}

/** True when a card is past the last day of its month. */
export function isCardExpired(month: number, year: number, now: Date): boolean {
  return year * 12 + month - 1 < monthIndex(now);
}

/** The expiry of a card that ends with the current month. */
export function thisMonth(now: Date): { month: number; year: number } {
  const index = monthIndex(now);
  return { month: (index % 12) + 1, year: Math.floor(index / 12) };
}
