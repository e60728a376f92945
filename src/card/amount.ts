import { MpError } from '../errors.js';

const AMOUNT = /^\d{1,12}(\.\d\d?)?$/;

/** A sum that a script has added up is off by less than this; a third decimal that somebody meant is not. */
const ROUNDING = 1e-6;

/** A number's digits; one with more than two decimals keeps them, and is refused. */
function digitsOf(amount: number): string {
  const rounded = Number(amount.toFixed(2));
  return String(Math.abs(rounded - amount) < ROUNDING ? rounded : amount);
}

/**
 * The amount to be paid as Mercado Pago takes it, `129.90` or `130`; the same amount is always the same text. Empty when
 * none is given.
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
