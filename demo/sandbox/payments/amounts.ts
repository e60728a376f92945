import type { Account } from '../engine/account.js';
import { paymentErrors } from '../http/catalogue.js';
import type { Site } from '../sites/site.js';

/** Refuses more decimals than the currency has. */
export function requireWholeUnits(account: Account, amount: number): void {
  const units = amount * 10 ** account.site.fractionDigits;
  if (Math.abs(units - Math.round(units)) > 1e-6) throw paymentErrors.error(400, '2072');
}

/** Rounds to what the currency can pay: cents, or whole pesos in Chile and Colombia. */
export function roundToUnits(site: Site, amount: number): number {
  const scale = 10 ** site.fractionDigits;
  return Math.round(amount * scale) / scale;
}
