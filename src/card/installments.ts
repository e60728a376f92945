import { fieldsOf, listOf, textOf } from './fields.js';

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

/** Which plans are wanted. */
export interface InstallmentQuery {
  /** Digits with an optional point, as the SDK takes it. */
  readonly amount: string;
  /** The card's first digits. */
  readonly bin: string;
  readonly paymentTypeId: string;
  readonly paymentMethodId: string;
  /** The card's bank; `null` when it is not known. */
  readonly issuerId: string | null;
  /** Language of the sentences. Default: that of the SDK. */
  readonly locale?: string;
}

/** `CFT_0,00%|TEA_0,00%` among the labels of a plan. Others (`recommended_installment`) are hints for a shop. */
const LEGAL = /^([A-Z]+)_(.+)$/;

function legalTextsOf(labels: unknown): string[] {
  const parts = listOf(labels).flatMap((label) => textOf(label).split('|'));
  return parts.flatMap((part) => (LEGAL.test(part) ? part.replace(LEGAL, '$1: $2') : []));
}

function decodePlan(raw: unknown, amount: number): InstallmentPlan | null {
  const cost = fieldsOf(raw);
  const [installments, installmentAmount, totalAmount] = ['installments', 'installment_amount', 'total_amount'].map(
    (name) => Number(textOf(cost[name])),
  ) as [number, number, number];
  const recommendedMessage = textOf(cost['recommended_message']);
  const isWhole = Number.isInteger(installments) && installmentAmount > 0 && totalAmount > 0 && recommendedMessage;
  if (installments < 1 || !isWhole) return null;
  // Where the bank sets the rate, Mercado Pago does not know it and tells the bare amount.
  const byBank = installments > 1 && listOf(cost['installment_rate_collector']).includes('THIRD_PARTY');
  return {
    installments,
    installmentAmount,
    totalAmount,
    recommendedMessage,
    isInterestFree: totalAmount <= amount && !byBank,
    legalTexts: legalTextsOf(cost['labels']),
  };
}

/**
 * The plans of one card among those of all banks that share its first digits, the shortest first: matched by payment
 * method, then by bank. None when nothing matches; a plan that cannot be shown is left out.
 */
export function decodeInstallments(body: unknown, query: InstallmentQuery): InstallmentPlan[] {
  const offers = listOf(body)
    .map(fieldsOf)
    .filter((offer) => offer['payment_method_id'] === query.paymentMethodId);
  const bankOf = (offer: (typeof offers)[number]) => textOf(fieldsOf(offer['issuer'])['id']);
  // An offer that names no bank is for all of them.
  const offer =
    offers.find((each) => bankOf(each) === query.issuerId) ?? offers.find((each) => !query.issuerId || !bankOf(each));
  return listOf(offer?.['payer_costs'])
    .map((cost) => decodePlan(cost, Number(query.amount)))
    .filter((plan) => plan !== null)
    .sort((a, b) => a.installments - b.installments);
}

/** Cards that are always paid with in one. */
const IN_ONE = /^(debit|prepaid)_card$/;

/** Whether Mercado Pago has to be asked at all. */
export const canHaveInstallments = ({ amount, bin, paymentTypeId }: InstallmentQuery): boolean =>
  amount !== '' && bin.length >= 6 && !IN_ONE.test(paymentTypeId);

/**
 * What the shopper chooses from: payment in one first (`single` where Mercado Pago does not name it), then the plans up to
 * `max`. One alone is no choice.
 */
export function choosablePlans(
  plans: readonly InstallmentPlan[],
  max: number | undefined,
  single: InstallmentPlan,
): InstallmentPlan[] {
  const longer = plans.filter(({ installments }) => installments > 1 && installments <= (max ?? Infinity));
  return longer.length > 0 ? [plans.find(({ installments }) => installments === 1) ?? single, ...longer] : [];
}
