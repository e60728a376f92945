import { MpError } from '../errors.js';

/** Databases write more zeros: `15000.0000`. */
const AMOUNT = /^\d{1,12}(\.\d\d?0*)?$/;

/** Floating-point sums are off by less than this. A larger difference is a third decimal that the page really passed. */
const ROUNDING = 1e-6;

/** The number as text, without floating-point noise. Further decimals are kept, so that the caller rejects them. */
function digitsOf(amount: number): string {
  const rounded = Number(amount.toFixed(2));
  return String(Math.abs(rounded - amount) < ROUNDING ? rounded : amount);
}

/**
 * Reads the amount to be paid and returns it in one canonical form, `129.90` or `130`. Empty when none is given.
 *
 * @throws MpError `configuration` for anything else: an amount is never guessed
 */
export function decodeAmount(given: string | number | null | undefined): string {
  const text = (typeof given === 'number' ? digitsOf(given) : String(given ?? '')).trim();
  if (!text) return '';
  if (AMOUNT.test(text) && Number(text) > 0) return Number(text).toFixed(2).replace('.00', '');
  throw new MpError(
    'configuration',
    `amount must be digits with at most two decimals after a point, such as "129.90", and more than 0. It is "${text}".`,
  );
}
