import type { CardList, SavedCard } from '../card/saved-card.js';
import { NO_TOKEN } from '../core/token-state.js';
import type { MpError } from '../errors.js';
import { NO_INSTALLMENTS } from '../installments/installments-state.js';
import { OTHER_CARD, choiceOfCard, isSameChoice, type Choice } from './choice.js';
import { changesAsked, changesIn, removalsOf, withoutGone } from './pending-changes.js';
import { choosing, firstChoice, idOf } from './reduce-choice.js';
import { choiceOf } from './selectors.js';
import type { Action, Common, Shown, State } from './state.js';

const commonOf = ({ changes, isAsked, setup, first, cardId, attempts, form }: State): Common => ({
  changes,
  isAsked,
  setup,
  first,
  cardId,
  attempts,
  form,
});

/** The cards are asked for: removals are sent and go on. */
export const loading = (state: State): Exclude<State, { status: 'shown' | 'failed' }> => ({
  ...commonOf(state),
  status: 'loading',
  isAsked: true,
  changes: removalsOf(state.changes),
});

/** The same while a list is shown, which stays until the answer comes. */
export const loadingAgain = (state: State): State => ({
  ...state,
  isAsked: true,
  changes: changesAsked(state.changes),
});

/** Of a list without cards, or one that has just come. */
const shown = (state: State, list: CardList, { card, isOther }: Choice): Shown => ({
  ...commonOf(state),
  cardId: idOf(state, card),
  status: 'shown',
  ...list,
  ...withoutGone(state.changes, list.cards),
  chosen: card,
  isOther,
  isWhole: false,
  inSight: card?.id ?? null,
  field: { status: 'opening' },
  installments: NO_INSTALLMENTS,
  token: NO_TOKEN,
  notice: null,
  isPaid: false,
  blockedSubmits: 0,
  refused: new Set(),
  isChecked: false,
  news: null,
});

/** The cards have come, for the first time or again. */
export function withList(
  state: Exclude<State, { status: 'failed' }>,
  { list, remembered, now }: Extract<Action, { readonly type: 'list' }>,
): Shown {
  const isFirst = state.status === 'loading';
  const { cards, ...more } = isFirst ? list : withRequiredCode(list, state.chosen);
  const choice = firstChoice(state, cards, now);
  if (isFirst) return shown({ ...state, first: choice }, list, firstChoice(state, cards, now, remembered));
  // A new card that is being typed is kept.
  const next = state.isOther && !state.cardId && state.setup.hasOther ? OTHER_CARD : choice;
  const isFirstThere = !state.first.card || cards.some(({ id }) => id === state.first.card?.id);
  const relisted: Shown = {
    ...state,
    ...more,
    ...withoutGone(changesIn(state.changes, cards), cards),
    first: isFirstThere ? state.first : choice,
    listError: undefined,
    isPaid: false,
  };
  const isKept = !state.isPaid && isSameChoice(choiceOf(state), next);
  return isKept ? { ...relisted, chosen: next.card, cardId: idOf(state, next.card) } : choosing(relisted, next);
}

/** A list that came again, with the code that Mercado Pago asked for although the chosen card's record does without. */
function withRequiredCode(list: CardList, chosen: SavedCard | null): CardList {
  if (chosen?.securityCode.mode !== 'mandatory') return list;
  const { securityCode } = chosen;
  const isChosen = (card: SavedCard) => isSameChoice(choiceOfCard({ ...card, securityCode }), choiceOfCard(chosen));
  return { ...list, cards: list.cards.map((card) => (isChosen(card) ? chosen : card)) };
}

/** The cards did not come. */
export function withoutList(state: Exclude<State, { status: 'failed' }>, error: MpError): State {
  if (state.status === 'shown') {
    // The shopper is typing another card, which is kept.
    if (state.listError) return { ...state, listError: error };
    // The cards of the replaced element are kept, unless the shopper is signed out.
    return error.code === 'signed-out' ? withoutList({ ...loading(state), isAsked: false }, error) : state;
  }
  const { isManaging, hasOther, statusDetail } = state.setup;
  if (isManaging || !hasOther) return { ...commonOf(state), status: 'failed', error };
  const isOther = !!statusDetail && !state.cardId;
  return { ...shown(state, { cards: [], defaultCardId: null }, { card: null, isOther }), listError: error };
}
