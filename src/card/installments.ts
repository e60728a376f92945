/** One way to pay an amount in parts with one card (source: a `payer_costs` entry of MercadoPago.js' `getInstallments`). */
export interface InstallmentPlan {
  /** Number of parts: 1, 3, 6 … */
  readonly installments: number;
  /** Each part, in decimal units of the currency. */
  readonly installmentAmount: number;
  /** All parts together, in decimal units of the currency. */
  readonly totalAmount: number;
  /** Mercado Pago's own sentence: "3 cuotas de $ 43,30 ($ 129,90)". */
  readonly recommendedMessage: string;
  /** No interest: the total is the amount. */
  readonly isInterestFree: boolean;
  /** What the law wants to be shown beside the plan, in Mercado Pago's words: `CFT: 0,00%`, `TEA: 0,00%`. */
  readonly legalTexts: readonly string[];
}
