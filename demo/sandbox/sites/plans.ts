import type { InstallmentPlan } from './site.js';

/** Builds an installment table from `[installments, rate in percent]` pairs; each installment is at least `minInstallment`. */
export function plans(minInstallment: number, ...lines: readonly (readonly [number, number])[]): InstallmentPlan[] {
  return lines.map(([installments, rate]) => ({
    installments,
    rate,
    minAmount: installments === 1 ? 0 : minInstallment * installments,
  }));
}
