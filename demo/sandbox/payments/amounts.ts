import type { Account } from '../engine/account.js';
import { paymentErrors } from '../http/catalogue.js';

/** Refuses more decimals than the currency has. */
export function requireWholeUnits(account: Account, amount: number): void {
  const units = amount * 10 ** account.site.fractionDigits;
  if (Math.abs(units - Math.round(units)) > 1e-6) throw paymentErrors.error(400, '2072');
}
