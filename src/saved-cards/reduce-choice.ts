import { initialChoice } from '../card/initial-choice.js';
import type { SavedCard } from '../card/saved-card.js';
import type { InvalidationReason } from '../core/events.js';
import { endToken } from '../core/token-state.js';
import { withoutOffer } from '../installments/installments-state.js';
import { isLeaving } from './pending-changes.js';
import { NO_CHOICE, OTHER_CARD, choiceOfCard, type Choice } from './choice.js';
import { EMPTY_FIELD } from './code-field-state.js';
import { choiceOf, isUsable } from './selectors.js';
import { SHORT_LIST, type Shown, type State } from './state.js';

/** This choice with an empty code; the attempt with the previous choice has ended. */
export const choosing = (
  state: Shown,
  { card: chosen, isOther }: Choice,
  reason: InvalidationReason = 'selection',
): Shown => ({
  ...state,
  chosen,
  isOther,
  cardId: idOf(state, chosen),
  inSight: chosen && state.cards.indexOf(chosen) >= SHORT_LIST ? chosen.id : state.inSight,
  // A frame with digits in it is replaced; one that is kept is empty.
  field: state.field.status === 'ready' ? EMPTY_FIELD : state.field,
  installments: chosen?.id === state.chosen?.id ? state.installments : withoutOffer(state.installments),
  token: endToken(state.token, reason),
  notice: null,
  blockedSubmits: 0,
  isChecked: false,
  news: null,
});

/** The id to remember: where cards are managed, none is chosen, and the one for another mode is kept. */
export const idOf = ({ setup, cardId }: State, chosen: SavedCard | null): string | null =>
  setup.isManaging ? cardId : (chosen?.id ?? null);

/**
 * What is chosen before the shopper acts.
 *
 * @param remembered the shopper's choice in the element that this one replaces
 */
export function firstChoice(state: State, cards: readonly SavedCard[], now: Date, remembered?: Choice): Choice {
  const { setup, cardId } = state;
  const { isManaging, noPreselect, hasOther, statusDetail } = setup;
  if (isManaging) return NO_CHOICE;
  // A refusal that names no card is about a new one.
  if (statusDetail && !cardId && hasOther) return OTHER_CARD;
  const staying = cards.filter((card) => !isLeaving(state, card));
  if (remembered?.isOther && hasOther) return remembered;
  const again = remembered?.card && initialChoice(staying, remembered.card.id, now, true);
  if (again) return choiceOfCard(again);
  const usable = initialChoice(staying, cardId, now, noPreselect);
  // What was refused with another card says nothing about this one: the shopper chooses again.
  const card = statusDetail && cardId && usable?.id !== cardId ? null : usable;
  return { card, isOther: !usable && !noPreselect && hasOther };
}

/** The choice when the chosen card is removed: the next one that can be paid with, else another card. */
export function choiceWithout(state: Shown, card: SavedCard, now: Date): Choice {
  const { isManaging, noPreselect, hasOther } = state.setup;
  if (isManaging || noPreselect) return NO_CHOICE;
  const index = state.cards.indexOf(card);
  const others = [...state.cards.slice(index + 1), ...state.cards.slice(0, index)];
  const next = others.find((other) => isUsable(state, other, now)) ?? null;
  return { card: next, isOther: !next && hasOther };
}

/** A reset goes back to the first choice, as far as it can still be paid with. */
export function resetChoice(state: Shown, now: Date): Choice {
  const { card: first, isOther } = state.first;
  if (isOther || !first) return state.first;
  const card = state.cards.find(({ id }) => id === first.id);
  return card && isUsable(state, card, now) ? choiceOfCard(card) : choiceOf(state);
}
