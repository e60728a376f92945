import { expiryStatus } from '../card/expiry.js';
import type { SavedCard } from '../card/saved-card.js';
import type { Outcome } from '../card/outcome.js';
import { isAboutSecurityCode, type MpError, type MpErrorCode } from '../errors.js';
import type { FieldsStatus } from '../diagnose/diagnose.js';
import { isInDoubt } from '../core/attempts.js';
import type { Change } from '../core/store.js';
import { isGivenUp, outcomeIn, type TokenState } from '../core/token-state.js';
import type { FormPartValue } from '../core/form-part-value.js';
import type { ListMessages } from '../i18n/messages.js';
import { installmentsOf } from '../installments/installments-state.js';
import { isHidden, isLeaving } from './pending-changes.js';
import { isSameChoice, type Choice } from './choice.js';
import { SHORT_LIST, isByShopper, isReset, type Action, type Shown, type State } from './state.js';

/** The public state of the element: derived, never stored. */
export type SavedCardsState = 'loading' | 'empty' | 'ready' | 'tokenizing' | 'tokenized' | 'paid' | 'error';

export function publicState(state: State): SavedCardsState {
  if (state.status === 'loading') return 'loading';
  if (state.status === 'failed') return 'error';
  if (state.isPaid) return 'paid';
  const { form } = state;
  if (state.isOther && (form.state === 'tokenizing' || form.state === 'tokenized' || form.state === 'error'))
    return form.state;
  if (listFault(state)) return 'error';
  if (listed(state).length === 0) return 'empty';
  if (state.token.status === 'making') return 'tokenizing';
  if (state.token.status === 'made') return 'tokenized';
  return state.chosen && state.field.status === 'failed' ? 'error' : 'ready';
}

/** True when a card is chosen and its code, or the form for another card, is, as far as known, complete. */
export function isComplete(state: State): boolean {
  if (state.status !== 'shown' || state.isPaid) return false;
  if (state.isOther) return state.form.complete;
  if (state.token.status === 'made') return true;
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

/** Whether the notice belongs at the code. */
export const isAtCode = (notice: Shown['notice']): notice is MpError =>
  notice instanceof Error && isAboutSecurityCode(notice.code);

/** The error that is shown at the code. */
export function codeError(state: Shown): MpErrorCode | undefined {
  if (isAtCode(state.notice)) return state.notice.code;
  return state.isChecked && codeProblem(state) ? 'code-incomplete' : undefined;
}

/** The shopper has left an incomplete code: that is marked, without a sentence that would move the rows under a press. */
export const isLeftIncomplete = ({ field }: Shown): boolean =>
  field.status === 'ready' && !field.hasFocus && field.code === 'invalid';

/** Also when Mercado Pago refused the code and nothing was typed since. */
export function isCodeWrong(state: Shown): boolean {
  const { notice, field } = state;
  const isRefused = notice !== null && 'remedy' in notice && notice.remedy === 'code';
  const isRefusedStill = isRefused && field.status === 'ready' && field.code === 'empty';
  return codeError(state) !== undefined || isLeftIncomplete(state) || isRefusedStill;
}

/** Why the cards did not come, as long as nothing else is chosen. */
export function listFault(state: State): MpError | undefined {
  if (state.status === 'failed') return state.error;
  return state.status === 'shown' && !state.chosen && !state.isOther ? state.listError : undefined;
}

/** What to say of a list in which nothing is chosen. */
export const missingChoice = (state: State, now: Date): 'chooseCard' | 'noUsableCard' =>
  state.status !== 'shown' || state.setup.hasOther || state.cards.some((card) => isUsable(state, card, now))
    ? 'chooseCard'
    : 'noUsableCard';

/** The state of the Secure Field, for `diagnose()`. */
export function fieldStatus(state: State): FieldsStatus {
  if (state.status !== 'shown' || !state.chosen) return 'unused';
  return state.field.status === 'failed' ? state.field.error : state.field.status;
}

/** A card that can be paid with. */
export const isUsable = (state: Pick<Shown, 'refused' | 'changes'>, card: SavedCard, now: Date): boolean =>
  !state.refused.has(card.id) && !isLeaving(state, card) && expiryStatus(card, now) !== 'expired';

/** Another card than this one can be paid with, or typed. */
export const hasAnother = (state: Shown, than: SavedCard | null, now: Date): boolean =>
  state.setup.hasOther || state.cards.some((card) => card !== than && isUsable(state, card, now));

/** The cards that have a row. */
export const listed = (state: Shown): readonly SavedCard[] => state.cards.filter((card) => !isHidden(state, card));

/** A new card is all there is to pay with: nothing is to be chosen. */
export const isAlone = (state: Shown): boolean =>
  state.isOther && !state.setup.noPreselect && !state.listError && listed(state).length === 0;

/** The cards that are shown: of a long list the first ones, and beyond them the chosen one and those that change. */
export const visibleCards = (state: Shown): readonly SavedCard[] =>
  listed(state).filter(
    (card, index) => state.isWhole || index < SHORT_LIST || card.id === state.inSight || state.changes.has(card.id),
  );

/** The element's part in its form. While "use another card" is chosen, the form in its row takes part instead. */
export function formPart(state: State, isRequired: boolean, messages: ListMessages, now: Date): FormPartValue {
  if (state.setup.isManaging) return { demand: 'none', restore: '' };
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
  const made = token.status === 'made' ? token : undefined;
  const demand = chosen !== null || isRequired ? 'token' : 'none';
  const problem = made ? undefined : problemOf(state, isRequired, messages, now);
  return { demand, token: made, problem, isChosen: chosen !== null, restore };
}

/** Blocks a submit only on what is known; `createCardToken` judges the rest. */
function problemOf(state: Shown, isRequired: boolean, messages: ListMessages, now: Date): FormPartValue['problem'] {
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

/** The shopper pays with something else, or the page began again: a form that was submitted may be submitted again. */
export function reopensForm(change: Change<State, Action>): boolean {
  const { before, after, action } = change;
  if (isGivenUp(tokenOf(before), tokenOf(after))) return true;
  if (action.type === 'remove' || action.type === 'undo' || action.type === 'added') return opensChoice(change);
  return isByShopper(action) || action.type === 'outcome' || isReset(action);
}

/** The card that is paid with, as far as it can be. */
export const payableCard = (state: State): SavedCard | null =>
  state.status === 'shown' && state.chosen && isUsable(state, state.chosen, new Date()) ? state.chosen : null;

/** The chosen card; `null` while nothing, or "use another card", is chosen. */
export const chosenCard = (state: State): SavedCard | null => (state.status === 'shown' ? state.chosen : null);

export const isOtherChosen = (state: State): boolean => state.status === 'shown' && state.isOther;

export const isPaid = (state: State): boolean => state.status === 'shown' && state.isPaid;

/** In how many parts the chosen card is paid with. */
export const installmentCount = (state: State): number =>
  state.status === 'shown' ? installmentsOf(state.installments) : 1;

/** The token's part of the state. */
export const tokenOf = (state: State): TokenState | undefined => (state.status === 'shown' ? state.token : undefined);

/** The outcome of the payment that is shown. */
export const outcomeShown = (state: State): Outcome | undefined =>
  outcomeIn(state.status === 'shown' ? state.notice : null);

/** Another row is chosen, or the fields of the chosen one come back: they are to be shown. */
export function opensChoice({ before, after }: Change<State, Action>): boolean {
  if (after.status !== 'shown' || after.isPaid || after.setup.isManaging) return false;
  if (before.status !== 'shown' || before.isPaid || before.setup.isManaging) return true;
  return !isSameChoice(choiceOf(before), choiceOf(after));
}

export const choiceOf = ({ chosen, isOther }: Shown): Choice => ({ card: chosen, isOther });

/**
 * True when both states are rendered in the same way: problems of what is typed are not shown until the shopper tries to pay, and
 * the form for another card shows its own state.
 */
export function isSameView(before: State, after: State): boolean {
  if (before.status !== 'shown' || after.status !== 'shown') return false;
  const isSilent = !after.isChecked && !after.notice && !before.notice;
  const isFieldAlike =
    before.field === after.field ||
    (isSilent &&
      before.field.status === 'ready' &&
      after.field.status === 'ready' &&
      before.field.hasFocus === after.field.hasFocus &&
      isLeftIncomplete(before) === isLeftIncomplete(after) &&
      (before.field.code === 'valid') === (after.field.code === 'valid'));
  const isFormAlike =
    before.form === after.form || (isSilent && before.form.state !== 'paid' && after.form.state !== 'paid');
  const { field, form, attempts } = after;
  const isDoubtAlike = isInDoubt(before.attempts) === isInDoubt(attempts);
  const rest: Shown = { ...before, field, form, attempts };
  const keys = Object.keys({ ...rest, ...after }) as (keyof Shown)[];
  return isFieldAlike && isFormAlike && isDoubtAlike && keys.every((key) => rest[key] === after[key]);
}
