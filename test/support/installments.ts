import type { InstallmentOffer, InstallmentQuery } from '../../src/testing/index.js';

/** Amounts as Mercado Pago writes them in Argentina and Brazil. */
const money = (amount: number, locale?: string) =>
  `${locale === 'pt-BR' ? 'R$' : '$'}\u00a0${amount.toFixed(2).replace('.', ',')}`;

/** A plan as Mercado Pago returns it; `rate` is the interest in percent. */
function payerCost({ amount, locale }: InstallmentQuery, installments: number, rate = 0, labels: string[] = []) {
  const total = Number(amount) * (1 + rate / 100);
  const word = locale === 'pt-BR' ? 'parcelas' : 'cuotas';
  return {
    installments,
    installment_amount: total / installments,
    total_amount: total,
    recommended_message: `${installments} ${word} de ${money(total / installments, locale)} (${money(total, locale)})`,
    labels,
  };
}

/** The offers for every card with the first digits of our test cards. */
export const offersFor = (query: InstallmentQuery): InstallmentOffer[] =>
  ['visa', 'master', 'amex'].map((id) => ({
    payment_method_id: id,
    payment_type_id: 'credit_card',
    issuer: { id: 310, name: 'Banco' },
    payer_costs: [
      payerCost(query, 1, 0, ['CFT_0,00%|TEA_0,00%']),
      payerCost(query, 3, 0, ['CFT_0,00%|TEA_0,00%', 'recommended_installment']),
      payerCost(query, 6, 50, ['CFT_214,52%|TEA_166,13%']),
    ],
  }));

/** Answers that a test gives later, in any order. */
export class PendingOffers {
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

/** The part of the chosen plan's text that can be seen below its select. */
export function textBelow(root: ParentNode): string {
  const whole = root.querySelector<HTMLElement>('.whole')!;
  const text = document.createRange();
  text.selectNodeContents(whole);
  const { top, bottom } = whole.parentElement!.getBoundingClientRect();
  const lines = [...text.getClientRects()];
  const seen = lines.filter((line) => line.top > top - 2 && line.bottom < bottom + 2);
  if (seen.length === 0) return '';
  return seen.length === lines.length ? whole.textContent : 'a part of it';
}

/** Whether a select is too narrow for a text. */
export function isCutOff(text: string, select: HTMLSelectElement): boolean {
  const { font, letterSpacing, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
  const ruler = document.createElement('span');
  Object.assign(ruler.style, { position: 'absolute', font, letterSpacing, whiteSpace: 'nowrap' });
  ruler.textContent = text;
  document.body.append(ruler);
  const { width } = ruler.getBoundingClientRect();
  ruler.remove();
  return width > select.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
}
