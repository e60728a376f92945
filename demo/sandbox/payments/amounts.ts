import type { Account } from '../engine/account.js';
import { paymentErrors } from '../http/catalogue.js';
import type { Site } from '../sites/site.js';

/** Refuses every amount that the currency cannot pay exactly, however small the difference. */
export function requireWholeUnits(account: Account, amount: number): void {
  if (roundToUnits(account.site, amount) !== amount) throw paymentErrors.error(400, '2072');
}

/** Rounds to what the currency can pay: cents, or whole pesos in Chile and Colombia. */
export function roundToUnits(site: Site, amount: number): number {
  const scale = 10 ** site.fractionDigits;
  return Math.round(amount * scale) / scale;
}
