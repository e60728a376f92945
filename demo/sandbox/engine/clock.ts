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

/** True when a card is past the last day of its month, at the place where the sandbox's dates are printed. */
export function isCardExpired(month: number, year: number, now: Date): boolean {
  const local = new Date(now.getTime() - 4 * HOUR);
  return year * 12 + month < local.getUTCFullYear() * 12 + local.getUTCMonth() + 1;
}
