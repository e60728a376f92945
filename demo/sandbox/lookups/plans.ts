import { roundToUnits } from '../payments/amounts.js';
import type { CardMethod, InstallmentPlan, Site } from '../sites/site.js';

export interface Price {
  readonly installmentAmount: number;
  readonly totalAmount: number;
}

/** What an amount costs in a plan: equal installments, so the total is their sum. */
export function priceOf(site: Site, plan: InstallmentPlan, amount: number): Price {
  if (plan.installments === 1) return { installmentAmount: amount, totalAmount: amount };
  const installmentAmount = roundToUnits(site, (amount * (1 + plan.rate / 100)) / plan.installments);
  const interestFree = plan.rate === 0;
  const totalAmount = interestFree ? amount : roundToUnits(site, installmentAmount * plan.installments);
  return { installmentAmount, totalAmount };
}

/** The plans in which an amount can be paid with a method. Debit and prepaid cards pay in one. */
export function plansFor(site: Site, method: CardMethod, amount: number): readonly InstallmentPlan[] {
  return site.installmentPlans.filter(
    (plan) => plan.installments === 1 || (method.paymentTypeId === 'credit_card' && amount >= plan.minAmount),
  );
}
