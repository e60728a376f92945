import type { InstallmentPlan, InstallmentQuery } from '../card/installments.js';

/**
 * The instalments of the card that is chosen or typed, and every way they can change: a part of the state of both elements.
 *
 * | offer           | event   | next                                                                        |
 * |-----------------|---------|-----------------------------------------------------------------------------|
 * | any             | ask     | "loading"; "none" when nothing is asked; another amount ends every choice    |
 * | offered         | ask     | "offered" until the answer comes, if only words or number of plans change   |
 * | any             | plans   | "offered", or "none" for no plans, if they are the answer to what is asked  |
 * | loading         | failed  | "failed", if it is of what is asked                                         |
 * | offered         | choose  | "offered"; another of its plans chosen for this card                        |
 * | any             | forget  | the same; no choice for any card                                            |
 *
 * Any other pair leaves them as they are (the same object). What is asked is the very object that `ask` put into `request`,
 * so an answer for an earlier card, amount or language finds no place.
 */
export interface Installments {
  /** As `decodeAmount` gives it; empty when there is none, or none that can be read. */
  readonly amount: string;
  readonly request: InstallmentsRequest | null;
  readonly offer: Offer;
  /** What the shopper chose for this amount, by card. */
  readonly choices: Readonly<Record<string, number>>;
}

/** What is asked of Mercado Pago, and for whom. */
export interface InstallmentsRequest {
  readonly query: InstallmentQuery;
  /** Tells the card from others with the same first digits. */
  readonly card: string;
  readonly publicKey: string;
  readonly max: number | undefined;
}

type Offer =
  | { readonly status: 'none' | 'loading' | 'failed' }
  /** Payment in one comes first, and is what holds until the shopper chooses. */
  | { readonly status: 'offered'; readonly plans: readonly InstallmentPlan[] };

export type InstallmentsEvent =
  | { readonly type: 'ask'; readonly amount: string; readonly request: InstallmentsRequest | null }
  | { readonly type: 'plans'; readonly request: InstallmentsRequest; readonly plans: readonly InstallmentPlan[] }
  | { readonly type: 'failed'; readonly request: InstallmentsRequest }
  | { readonly type: 'choose'; readonly installments: number }
  | { readonly type: 'forget' };

const NO_CHOICES = {};

export const NO_INSTALLMENTS: Installments = {
  amount: '',
  request: null,
  offer: { status: 'none' },
  choices: NO_CHOICES,
};

export function reduceInstallments(state: Installments, event: InstallmentsEvent): Installments {
  const { request, offer } = state;
  switch (event.type) {
    case 'ask':
      if (event.request === request && event.amount === state.amount) return state;
      return {
        amount: event.amount,
        request: event.request,
        offer: offerWhile(state, event.request),
        choices: event.amount === state.amount ? state.choices : NO_CHOICES,
      };
    case 'plans':
      if (event.request !== request) return state;
      return {
        ...state,
        offer: event.plans.length > 0 ? { status: 'offered', plans: event.plans } : { status: 'none' },
      };
    case 'failed':
      return event.request === request && offer.status === 'loading'
        ? { ...state, offer: { status: 'failed' } }
        : state;
    case 'choose': {
      const { installments } = event;
      const isOffered = offer.status === 'offered' && offer.plans.some((plan) => plan.installments === installments);
      if (!request || !isOffered || installments === installmentsOf(state)) return state;
      return { ...state, choices: { ...state.choices, [request.card]: installments } };
    }
    case 'forget':
      return state.choices === NO_CHOICES ? state : { ...state, choices: NO_CHOICES };
  }
}

/** What is offered while `request` is not answered. */
function offerWhile({ request: before, offer }: Installments, request: InstallmentsRequest | null): Offer {
  const isSame =
    request?.card === before?.card &&
    request?.publicKey === before?.publicKey &&
    request?.query.amount === before?.query.amount;
  if (!request) return { status: 'none' };
  return isSame && offer.status === 'offered' ? offer : { status: 'loading' };
}

/** Another card: nothing is offered for it yet. */
export const withoutOffer = (state: Installments): Installments => ({
  ...state,
  request: null,
  offer: NO_INSTALLMENTS.offer,
});

/** The plan that is paid with; none where nothing is offered. */
export function chosenPlan({ request, offer, choices }: Installments): InstallmentPlan | undefined {
  if (!request || offer.status !== 'offered') return undefined;
  return offer.plans.find(({ installments }) => installments === choices[request.card]) ?? offer.plans[0];
}

/** In how many parts the card is paid with now. */
export const installmentsOf = (state: Installments): number => chosenPlan(state)?.installments ?? 1;

/** Whether a token is void: one that the page has with any other amount, one that is being made only with other parts. */
export const voidsToken = (before: Installments, after: Installments, isHeld: boolean): boolean =>
  installmentsOf(before) !== installmentsOf(after) || (isHeld && before.amount !== after.amount);
