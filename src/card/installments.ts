import { fieldsOf, listOf, textOf } from './raw-json.js';

/** One way to pay an amount in installments (source: an entry of `payer_costs` from `getInstallments` of MercadoPago.js). */
export interface InstallmentPlan {
  /** Number of installments: 1, 3, 6 … */
  readonly installments: number;
  /** Amount of each installment, in decimal units of the currency. */
  readonly installmentAmount: number;
  /** All installments together, in decimal units of the currency. */
  readonly totalAmount: number;
  /** Mercado Pago's own text: "3 cuotas de $ 43,30 ($ 129,90)". */
  readonly recommendedMessage: string;
  /** No interest: the total is the amount. */
  readonly isInterestFree: boolean;
  /** Texts that the law requires with the plan, as Mercado Pago writes them: `CFT: 0,00%`, `TEA: 0,00%`. */
  readonly legalTexts: readonly string[];
}

/**
 * A plan in few words, so that plans can be compared: of "3 cuotas de $ 43,30 ($ 129,90)" it is "3 × $ 43,30 sin interés", and with
 * the total where interest is paid. The amounts are Mercado Pago's own text, which has the currency.
 */
export function planText(plan: InstallmentPlan, interestFree: string): string {
  const { installments, isInterestFree, recommendedMessage } = plan;
  // The words before the amount; a currency begins with a capital letter or is a sign.
  const text = recommendedMessage.replace(/^\d+ [^A-Z$\d]+ (?=.*\d)/, `${installments} × `);
  if (!isInterestFree) return text;
  return text.replace(/ \(.+\)$/, '') + (installments > 1 ? ` ${interestFree}` : '');
}

/** What `getInstallments` is called with. */
export interface InstallmentQuery {
  /** Digits with an optional decimal point. */
  readonly amount: string;
  /** The card's first digits. */
  readonly bin: string;
  readonly paymentTypeId: string;
  readonly paymentMethodId: string;
  /** The card's issuer; `null` when it is not known. */
  readonly issuerId: string | null;
  /** Language of `recommendedMessage`. Default: that of the SDK. */
  readonly locale?: string;
}

/** A label with a legal text, such as one part of `CFT_0,00%|TEA_0,00%`. Other labels, such as `recommended_installment`, are not shown. */
const LEGAL_LABEL = /^[A-Z]+_./;

function legalTextsOf(labels: unknown): string[] {
  const parts = listOf(labels).flatMap((label) => textOf(label).split('|'));
  return parts.filter((part) => LEGAL_LABEL.test(part)).map((part) => part.replace('_', ': '));
}

function decodePlan(raw: unknown, amount: number): InstallmentPlan | null {
  const cost = fieldsOf(raw);
  const [installments, installmentAmount, totalAmount] = ['installments', 'installment_amount', 'total_amount'].map(
    (name) => Number(textOf(cost[name])),
  ) as [number, number, number];
  const recommendedMessage = textOf(cost['recommended_message']);
  const isComplete = Number.isInteger(installments) && installmentAmount > 0 && totalAmount > 0 && recommendedMessage;
  if (installments < 1 || !isComplete) return null;
  // With this collector the bank sets the rate. Mercado Pago does not know it, and its total is the amount without interest.
  const isRateOfBank = installments > 1 && listOf(cost['installment_rate_collector']).includes('THIRD_PARTY');
  return {
    installments,
    installmentAmount,
    totalAmount,
    recommendedMessage,
    isInterestFree: totalAmount <= amount && !isRateOfBank,
    legalTexts: legalTextsOf(cost['labels']),
  };
}

/**
 * The plans of one card, the shortest first. The answer has the offers of all issuers that share the card's first digits: the
 * card's is found by payment method and issuer. Empty when none matches. A plan that cannot be shown is left out.
 */
export function decodeInstallments(body: unknown, query: InstallmentQuery): InstallmentPlan[] {
  const offers = listOf(body)
    .map(fieldsOf)
    .filter((offer) => offer['payment_method_id'] === query.paymentMethodId);
  const issuerOf = (offer: (typeof offers)[number]) => textOf(fieldsOf(offer['issuer'])['id']);
  // An offer without an issuer is for all of them.
  const offer =
    offers.find((each) => issuerOf(each) === query.issuerId) ??
    offers.find((each) => !query.issuerId || !issuerOf(each));
  return listOf(offer?.['payer_costs'])
    .map((cost) => decodePlan(cost, Number(query.amount)))
    .filter((plan) => plan !== null)
    .sort((a, b) => a.installments - b.installments);
}

/** Types of cards without installments. */
const SINGLE_PAYMENT_TYPES = ['debit_card', 'prepaid_card'];

/** Whether installments are possible at all, so that Mercado Pago has to be asked. */
export const canHaveInstallments = ({ amount, bin, paymentTypeId }: InstallmentQuery): boolean =>
  amount !== '' && bin.length >= 6 && !SINGLE_PAYMENT_TYPES.includes(paymentTypeId);

/**
 * The plans that the shopper can choose from: a single payment first (`single` if Mercado Pago lists none), then the plans with
 * up to `max` installments. Empty when there is only one.
 */
export function choosablePlans(
  plans: readonly InstallmentPlan[],
  max: number | undefined,
  single: InstallmentPlan,
): InstallmentPlan[] {
  const longer = plans.filter(({ installments }) => installments > 1 && installments <= (max ?? Infinity));
  return longer.length > 0 ? [plans.find(({ installments }) => installments === 1) ?? single, ...longer] : [];
}
