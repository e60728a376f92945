import type { InstallmentPlan, InstallmentQuery } from '../card/installments.js';
import { endToken, type TokenState } from '../core/token-state.js';

/**
 * The installments of the card that is chosen or typed, and their transitions: a part of the state of both elements.
 *
 * | offer           | event   | next                                                                        |
 * |-----------------|---------|-----------------------------------------------------------------------------|
 * | any             | ask     | "loading", or "none" without a request; another amount discards all choices |
 * | offered         | ask     | "offered" until the answer comes, if only locale or maximum changed         |
 * | any             | plans   | "offered", or "none" for no plans, if they answer the present request       |
 * | loading         | failed  | "failed", if it belongs to the present request                              |
 * | offered         | choose  | "offered", with another plan chosen for this card                           |
 * | any             | forget  | unchanged, with the choices of all cards discarded                          |
 *
 * Any other pair returns the same object. Requests are compared by identity: the answer to an earlier card, amount or locale does
 * not belong to the object in `request` and is ignored.
 */
export interface Installments {
  /** The result of `decodeAmount`; empty when the amount is missing or invalid. */
  readonly amount: string;
  readonly request: InstallmentsRequest | null;
  readonly offer: Offer;
  /** The shopper's choices for this amount, by card. */
  readonly choices: Readonly<Record<string, number>>;
}

/** A request for the plans of one card. */
export interface InstallmentsRequest {
  readonly query: InstallmentQuery;
  /** Distinguishes cards with the same first digits. */
  readonly card: string;
  readonly publicKey: string;
  readonly max: number | undefined;
}

type Offer =
  | { readonly status: 'none' | 'loading' | 'failed' }
  /** A single payment comes first. It is the default until the shopper chooses. */
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

/** The offer until `request` is answered. */
function offerWhile({ request: before, offer }: Installments, request: InstallmentsRequest | null): Offer {
  const isSame =
    request?.card === before?.card &&
    request?.publicKey === before?.publicKey &&
    request?.query.amount === before?.query.amount;
  if (!request) return { status: 'none' };
  return isSame && offer.status === 'offered' ? offer : { status: 'loading' };
}

/** The state for another card, for which nothing was requested yet. */
export const withoutOffer = (state: Installments): Installments => ({
  ...state,
  request: null,
  offer: NO_INSTALLMENTS.offer,
});

/** The chosen plan; `undefined` when no plans are offered. */
export function chosenPlan(state: Installments | undefined): InstallmentPlan | undefined {
  if (!state?.request || state.offer.status !== 'offered') return undefined;
  const { plans } = state.offer;
  const choice = state.choices[state.request.card];
  return plans.find(({ installments }) => installments === choice) ?? plans[0];
}

/** The chosen number of installments. */
export const installmentsOf = (state: Installments | undefined): number => chosenPlan(state)?.installments ?? 1;

/**
 * Whether a change invalidates the token. Another number of installments always does; another amount only invalidates a token that
 * the page already has, not one that is still being made.
 */
export const invalidatesToken = (before: Installments, after: Installments, pageHasToken: boolean): boolean =>
  installmentsOf(before) !== installmentsOf(after) || (pageHasToken && before.amount !== after.amount);

/** The state of an element after something happened to its installments: the attempt may be over with it. */
export function withInstallments<State extends { readonly installments: Installments; readonly token: TokenState }>(
  state: State,
  event: InstallmentsEvent,
): State {
  const { installments: before, token } = state;
  const installments = reduceInstallments(before, event);
  if (installments === before) return state;
  const isVoid = invalidatesToken(before, installments, token.status === 'made');
  const reason = before.amount === installments.amount ? 'installments' : 'amount';
  return { ...state, installments, token: isVoid ? endToken(token, reason) : token };
}
