import { expiryStatus } from '../card/expiry.js';
import type { CardList, SavedCard } from '../card/saved-card.js';
import type { MpError } from '../errors.js';
import type { FieldsStatus } from '../diagnose/diagnose.js';
import { isSubmittedAgain } from '../core/token-state.js';
import type { FormPartValue } from '../core/form-part.js';
import type { Messages } from '../i18n/messages.js';
import { isHidden, isLeaving } from './change-state.js';
import { SHORT_LIST, type Choice, type Shown, type State } from './state.js';

/** The public state of the element: derived, never stored. */
export type SavedCardsState = 'loading' | 'empty' | 'ready' | 'tokenizing' | 'tokenized' | 'paid' | 'error';

export function publicState(state: State): SavedCardsState {
  if (state.status === 'loading') return 'loading';
  if (state.status === 'failed') return 'error';
  if (state.isPaid) return 'paid';
  if (state.isOther && /^(tok|err)/.test(state.form.state)) return state.form.state as SavedCardsState;
  if (listFault(state)) return 'error';
  if (listed(state).length === 0) return 'empty';
  if (state.token.status === 'making') return 'tokenizing';
  if (state.token.status === 'held') return 'tokenized';
  return state.chosen && state.field.status === 'failed' ? 'error' : 'ready';
}

/** True when a card is chosen and its code, or the form for another card, is, as far as known, complete. */
export function isComplete(state: State): boolean {
  if (state.status !== 'shown' || state.isPaid) return false;
  if (state.isOther) return state.form.complete;
  if (state.token.status === 'held') return true;
  if (!state.chosen || state.field.status !== 'ready') return false;
  // The judgement on the first digit follows at once, when there is one at all.
  const isBeingJudged = state.field.code === 'typed' && state.field.hasFocus;
  return !isBeingJudged && isUsable(state, state.chosen, new Date()) && codeProblem(state) === undefined;
}

/**
 * What is known to be wrong with the chosen card's code. Only what is known counts: a frame that reports nothing
 * must not block a payment, since `createCardToken` is the judge.
 */
export function codeProblem(state: Shown): 'missing' | 'incomplete' | undefined {
  const mode = state.chosen?.securityCode.mode;
  if (!mode || mode === 'none' || state.field.status !== 'ready') return undefined;
  if (state.field.code === 'invalid') return 'incomplete';
  return mode === 'mandatory' && state.field.code === 'empty' ? 'missing' : undefined;
}

/** Why the cards did not come, as long as nothing else is chosen. */
export function listFault(state: State): MpError | undefined {
  if (state.status === 'failed') return state.error;
  return state.status === 'shown' && !state.chosen && !state.isOther ? state.listError : undefined;
}

/** What to say of a list in which nothing is chosen. */
export const missingChoice = (state: State, now: Date): 'chooseCard' | 'noUsableCard' =>
  state.status !== 'shown' || state.cards.some((card) => isUsable(state, card, now)) ? 'chooseCard' : 'noUsableCard';

export function fieldStanding(state: State): FieldsStatus {
  if (state.status !== 'shown' || !state.chosen) return 'unused';
  return state.field.status === 'failed' ? state.field.error : state.field.status;
}

/** A card that can be paid with. */
export const isUsable = (state: Pick<Shown, 'refused' | 'changes'>, card: SavedCard, now: Date): boolean =>
  !state.refused.has(card.id) && !isLeaving(state, card) && expiryStatus(card, now) !== 'expired';

/** What takes the place of a chosen card that is removed: the next one that can be paid with, else another card. */
export function choiceWithout(state: Shown, card: SavedCard, now: Date, hasOther: boolean): Choice {
  const index = state.cards.indexOf(card);
  const others = [...state.cards.slice(index + 1), ...state.cards.slice(0, index)];
  const next = others.find((other) => isUsable(state, other, now)) ?? null;
  return { card: next, isOther: !next && hasOther };
}

/** A list that came anew, with the code that Mercado Pago asked for, although the chosen card's record does without. */
export function withMended(list: CardList, chosen: SavedCard | null): CardList {
  const isMended = (card: SavedCard) =>
    chosen?.securityCode.mode === 'mandatory' &&
    JSON.stringify({ ...card, securityCode: chosen.securityCode }) === JSON.stringify(chosen);
  return { ...list, cards: list.cards.map((card) => (chosen && isMended(card) ? chosen : card)) };
}

/** The cards that have a row. */
export const listed = (state: Shown): readonly SavedCard[] => state.cards.filter((card) => !isHidden(state, card));

/** The cards that are shown: of a long list the first ones, and wherever they stand the chosen one and those that change. */
export const visibleCards = (state: Shown): readonly SavedCard[] =>
  listed(state).filter(
    (card, index) => state.isWhole || index < SHORT_LIST || card.id === state.inSight || state.changes.has(card.id),
  );

/**
 * The same token was submitted again, or a press was held back: how to try again is said. Not beside an outcome: what is
 * pending, or not known, is not to be tried again.
 */
export const asksToRetype = ({ token, heldBack, notice }: Shown): boolean =>
  (isSubmittedAgain(token) || heldBack > 0) && !(notice && 'kind' in notice);

/** The element's part in its form. While "use another card" is chosen, the form in its row takes part instead. */
export function formPart(state: State, isRequired: boolean, messages: Messages, now: Date): FormPartValue {
  if (state.status !== 'shown') {
    const isNeeded = state.status === 'loading' || isRequired;
    const flags = { valueMissing: true };
    const problem = isRequired && state.status === 'failed' ? { flags, message: messages.chooseCard } : undefined;
    return { demand: isNeeded ? 'token' : 'none', problem, restore: '' };
  }
  const { chosen, isOther, isPaid, token } = state;
  const restore = chosen?.id ?? '';
  if (isPaid) return { demand: 'paid', restore };
  if (isOther) return { demand: 'none', restore };
  const held = token.status === 'held' ? token : undefined;
  const demand = chosen !== null || isRequired ? 'token' : 'none';
  const problem = held ? undefined : problemOf(state, isRequired, messages, now);
  return { demand, held, problem, isChosen: chosen !== null, restore };
}

/** Blocks a submit only on what is known; `createCardToken` judges the rest. */
function problemOf(state: Shown, isRequired: boolean, messages: Messages, now: Date): FormPartValue['problem'] {
  const { chosen } = state;
  const canPay = chosen !== null && isUsable(state, chosen, now);
  if (!canPay) {
    const flags = { valueMissing: true };
    return chosen || isRequired ? { flags, message: messages[missingChoice(state, now)] } : undefined;
  }
  const problem = codeProblem(state);
  if (!problem) return undefined;
  const flags = problem === 'incomplete' ? { tooShort: true } : { valueMissing: true };
  return { flags, message: messages.enterCode(chosen.securityCode.length || 3) };
}
