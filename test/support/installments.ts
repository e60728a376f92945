import type { InstallmentOffer, InstallmentQuery } from '../../src/testing/index.js';

/** A plan as Mercado Pago returns it; `rate` is the interest in percent. */
const payerCost = (amount: number, installments: number, rate = 0, labels: string[] = []) => ({
  installments,
  installment_amount: (amount * (1 + rate / 100)) / installments,
  total_amount: amount * (1 + rate / 100),
  recommended_message: `${installments} de ${(amount * (1 + rate / 100)) / installments}`,
  labels,
});

/** The offers for every card with the first digits of our test cards. */
export const offersFor = ({ amount, locale }: InstallmentQuery): InstallmentOffer[] =>
  ['visa', 'master', 'amex'].map((id) => ({
    payment_method_id: id,
    payment_type_id: 'credit_card',
    issuer: { id: 310, name: 'Banco' },
    payer_costs: [
      payerCost(Number(amount), 1, 0, ['CFT_0,00%|TEA_0,00%']),
      payerCost(Number(amount), 3, 0, ['CFT_0,00%|TEA_0,00%', 'recommended_installment']),
      payerCost(Number(amount), 6, 50, ['CFT_214,52%|TEA_166,13%']),
    ].map((cost) => ({ ...cost, recommended_message: `${locale}: ${cost.recommended_message}` })),
  }));

/** Answers that a test gives later, in any order. */
export class HeldOffers {
  readonly queries: InstallmentQuery[] = [];
  readonly #answers: ((offers: InstallmentOffer[] | Promise<never>) => void)[] = [];

  readonly ask = (query: InstallmentQuery): Promise<InstallmentOffer[]> => {
    this.queries.push(query);
    return new Promise((resolve) => this.#answers.push(resolve));
  };

  /** Answers the request of this number. */
  answer(index: number, offers = offersFor(this.queries[index]!)): void {
    this.#answers[index]?.(offers);
  }

  fail(index: number): void {
    this.#answers[index]?.(Promise.reject(new TypeError('Failed to fetch')));
  }
}
