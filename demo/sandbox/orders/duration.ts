import { z } from 'zod';

/** Years, months, weeks, days; hours, minutes, seconds. */
const DURATION =
  /^P(?=[\dT])(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;

/** A time span as ISO 8601 writes it: `P1D`, `PT20M`. */
export const durationText = z.string().regex(DURATION);

/** The moment after such a span; `undefined` when there is none. */
export function afterDuration(start: Date, duration: string | undefined): Date | undefined {
  const parts = DURATION.exec(duration ?? '');
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years, end.getUTCMonth() + months, end.getUTCDate() + weeks * 7 + days);
  return new Date(end.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
}
