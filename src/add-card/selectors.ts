import type { TokenDetail } from '../card/token-detail.js';
import type { Outcome } from '../card/outcome.js';
import { bareNumber, tidyName } from '../card/input-problems.js';
import { isInDoubt } from '../core/attempts.js';
import type { NewCardFacts, NewCardState } from '../core/card-list-link.js';
import type { FormPartValue } from '../core/form-part-value.js';
import type { Change } from '../core/store.js';
import { isGivenUp, outcomeIn, type TokenState } from '../core/token-state.js';
import type { FieldsStatus } from '../diagnose/diagnose.js';
import { MpError } from '../errors.js';
import type { FormMessages } from '../i18n/messages.js';
import type { InstallmentsCard } from '../installments/installments-controller.js';
import { installmentsOf } from '../installments/installments-state.js';
import { CARD_FIELDS, type CardFieldType } from '../mercadopago/card-fields.js';
import type { CardToken } from '../mercadopago/payment-sdk.js';
import {
  areFramesReady,
  asksDocument,
  hasCard,
  hasContent,
  hasInstallments,
  issuerId,
  methodOf,
  problemOf,
  wrongFields,
} from './field-selectors.js';
import { problemMessage } from './form-messages.js';
import type { Settings } from './settings.js';
import { isReset, isSaveWish, type Action, type FramesState, type Open, type State } from './state.js';

/** The public state of the element. */
export function publicState(state: State): NewCardState {
  if (state.status === 'closed') return state.isPaid ? 'paid' : 'closed';
  const { token, saving, frames } = state;
  if (saving) return 'saving';
  if (state.isPaid) return 'paid';
  if (token.status === 'making') return 'tokenizing';
  if (token.status === 'made') return 'tokenized';
  if (frames.status === 'away') return 'ready';
  if (frames.error) return 'error';
  return areFramesReady(state) ? 'ready' : 'loading';
}

/** True when, as far as known, nothing is missing. */
export function isComplete(state: State): boolean {
  if (state.status !== 'open' || state.isPaid || !areFramesReady(state) || wrongFields(state).length > 0) return false;
  const { frames } = state;
  // The judgement on the first digit follows at once, when there is one at all.
  return !(frames.status === 'shown' && frames.focus && frames.content[frames.focus] === 'typed');
}

/** What a list knows of the form in its slot. */
export const factsForList = (state: State): NewCardFacts => ({
  state: publicState(state),
  complete: isComplete(state),
  codeRule: methodOf(state)?.securityCode,
  hasInstallments: hasInstallments(state),
});

/** The frames are on their way, and nothing has kept them from coming. */
export const isOpening = (state: State): boolean =>
  state.status === 'open' && state.frames.status === 'shown' && !state.frames.error && !areFramesReady(state);

/** Open, and not to be closed once its card is saved. */
export const isOpen = (state: State): boolean => state.status === 'open' && !state.closing;

/** Another element of the page has the Secure Fields. */
export const isAway = (state: State): boolean => state.status === 'open' && state.frames.status === 'away';

export const isSaving = (state: State): boolean => state.status === 'open' && state.saving !== null;

export const tokenOf = (state: State): TokenState | undefined => (state.status === 'open' ? state.token : undefined);

/** The outcome of the payment that is shown. */
export const outcomeShown = (state: State): Outcome | undefined =>
  outcomeIn(state.status === 'open' ? state.notice : null);

/** The card that is typed, once it is known by its first digits. */
export function typedCard(state: State): InstallmentsCard | null {
  if (state.status !== 'open' || state.method.status !== 'known') return null;
  const { bin, method: paymentMethod } = state.method;
  const id = issuerId(state);
  return { id: bin, firstSixDigits: bin, paymentMethod, issuer: id ? { id } : null };
}

/** The first frame that is empty, or else the one of the code. */
export const emptyFrame = (state: State): CardFieldType =>
  CARD_FIELDS.find((field) => state.status === 'open' && !hasContent(state, field)) ?? 'securityCode';

export function fieldStatus(state: State): FieldsStatus {
  if (state.status === 'closed') return 'unused';
  const { frames } = state;
  if (frames.status === 'away') return 'away';
  return frames.error ?? (areFramesReady(state) ? 'ready' : 'opening');
}

/**
 * What a payment needs to know of a token of the typed card.
 *
 * @throws MpError `aborted` when the form was closed while the token was made
 */
export function tokenDetail(state: State, { id, expiresAt, lastFourDigits }: CardToken): TokenDetail {
  if (state.status !== 'open') throw new MpError('aborted', 'The form was closed while the token was made.');
  const method = methodOf(state);
  return {
    token: id,
    cardId: null,
    paymentMethodId: method?.id ?? '',
    paymentTypeId: method?.paymentTypeId ?? '',
    issuerId: issuerId(state),
    installments: installmentsOf(state.installments),
    lastFourDigits,
    expiresAt,
    saveCard: state.typed.saveCard,
  };
}

/** What Mercado Pago needs for a token beside the content of the frames. */
export function tokenRequest(open: Open) {
  const { cardholderName, identificationType, identificationNumber } = open.typed;
  return {
    cardholderName: tidyName(cardholderName),
    ...(asksDocument(open) && { identificationType, identificationNumber: bareNumber(identificationNumber) }),
  };
}

/**
 * The element's part in its form. A closed form takes none; one that saves takes none either, but stops a submit while a
 * card is typed that would be lost with the page.
 *
 * @param isOpen as the page wants it, which the state follows with the next update
 */
export function formPart(
  state: State,
  { intent, isDriven }: Settings,
  messages: FormMessages,
  isOpen: boolean,
): FormPartValue {
  const restore = '';
  if (intent === 'save') {
    const problem = { flags: { customError: true }, message: messages.saveFirst };
    return hasTyped(state) ? { demand: 'stop', problem, restore } : { demand: 'none', restore };
  }
  // For a form in its slot, the list shows that the payment is made.
  if (state.isPaid) return { demand: isDriven ? 'none' : 'paid', restore };
  if (!isOpen) return { demand: 'none', restore };
  if (state.status === 'closed') return { demand: 'token', restore };
  const token = state.token.status === 'made' ? state.token : undefined;
  const problem = token ? undefined : firstProblem(state, messages);
  return { demand: 'token', token, isChosen: hasTyped(state), saveCard: state.typed.saveCard, problem, restore };
}

/** Blocks a submit only on what is known; `createCardToken` judges the rest. */
function firstProblem(state: Open, messages: FormMessages): FormPartValue['problem'] {
  const [field] = wrongFields(state);
  if (!field) return undefined;
  const flags = problemOf(state, field) === 'missing' ? { valueMissing: true } : { badInput: true };
  return { flags, message: problemMessage(messages, state, field) };
}

/** Something was typed, other than what the page gave. */
const hasTyped = (state: State): boolean =>
  state.status === 'open' &&
  (hasCard(state) ||
    state.typed.cardholderName !== state.prefilled.cardholderName ||
    state.typed.identificationNumber !== state.prefilled.identificationNumber);

/** The shopper pays with something else, or the page began again: a form that was submitted may be submitted again. */
export function reopensForm({ before, after, action }: Change<State, Action>): boolean {
  if (!isSaved(action) && isGivenUp(tokenOf(before), tokenOf(after))) return true;
  if (action.type === 'installments') return action.event.type === 'choose';
  if (action.type === 'type' ? !isSaveWish(action) : isEdit(before, after)) return true;
  return action.type === 'outcome' || action.type === 'paid' || isReset(action);
}

/** The page may use its token although the form is closed. */
export const isSaved = (action: Action): boolean => action.type === 'saved';

/** What is in the fields is another card, or none. */
export const changesCard = ({ before, after, action }: Change<State, Action>): boolean =>
  (before.status === 'open' && after.status === 'closed') ||
  (action.type === 'frames'
    ? action.event.type === 'opening' || action.event.type === 'unavailable' || isEdit(before, after)
    : action.type === 'type' || isReset(action));

/** The first edit since the form opened, was submitted, or began to be saved. */
const isEdit = (before: State, after: State): boolean =>
  after.status === 'open' && after.isEdited && !(before.status === 'open' && before.isEdited);

/** Nothing that is rendered differs: most digits change only what is known of a frame, or nothing at all. */
export function isSameView(before: State, after: State): boolean {
  if (before.status === 'closed' || after.status === 'closed') return before === after;
  const { frames, isEdited, attempts, ...rest } = after;
  return (
    isInDoubt(attempts) === isInDoubt(before.attempts) &&
    Object.entries(rest).every(([key, value]) => before[key as keyof Open] === (value as unknown)) &&
    // Beside an attempt to save that failed, any problem changes the notice.
    (frames === before.frames || (!after.saveError && isSameFrames(before.frames, frames, after.visibleErrors)))
  );
}

function isSameFrames(before: FramesState, after: FramesState, visibleErrors: Open['visibleErrors']): boolean {
  if (before.status === 'away' || after.status === 'away') return false;
  const isSameField = (field: CardFieldType) => {
    const contents = [before.content[field], after.content[field]];
    return contents[0] === contents[1] || !(contents.includes('opening') || visibleErrors.includes(field));
  };
  return before.focus === after.focus && before.error === after.error && CARD_FIELDS.every(isSameField);
}
