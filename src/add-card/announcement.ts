import { isSubmittedAgain } from '../core/token-state.js';
import type { FormMessages } from '../i18n/messages.js';
import { codeRule, fieldsShown } from './fields.js';
import { codeLength, fieldMessage, noticeMessage } from './form-messages.js';
import type { Closed, Open } from './state.js';
import type { View } from './view.js';

/** The text of the live region: progress, or all errors that are shown, from top to bottom. */
export function announcement({ state, messages, settings }: View): string {
  if (state.isPaid && state.blockedSubmits > 0) return again(messages.alreadyPaidHere, state.blockedSubmits);
  if (state.isPaid && !settings.isDriven && !(state.status === 'closed' && state.saved)) return messages.paid;
  if (state.status === 'closed') return state.saved ? savedText(messages, state.saved) : '';
  const { token, method } = state;
  if (state.saving) return messages.saving;
  if (token.status === 'making') return messages.tokenizing;
  if (asksToRetype(state)) {
    return again(retypeCode(messages, state), token.status === 'made' ? token.submits : state.blockedSubmits);
  }
  const hint = [
    method.status === 'unknown' ? messages.brandUnknown : '',
    state.installments.offer.status === 'failed' ? messages.installmentsFailed : '',
  ];
  const wrong = fieldsShown(state).map((field) => fieldMessage(messages, state, field));
  const { title = '', text } = noticeMessage(messages, state, settings.intent);
  return [title, text, ...wrong, ...hint].filter(Boolean).join(' ');
}

/** Not beside an outcome: what is pending, or not known, is not to be tried again. */
export const asksToRetype = ({ token, blockedSubmits, notice }: Open): boolean =>
  (isSubmittedAgain(token) || blockedSubmits > 0) && !(notice && 'kind' in notice);

/** How to try again: the same token is charged once. */
export const retypeCode = (messages: FormMessages, state: Open): string =>
  messages.retypeCode(codeLength(state), codeRule(state).location);

/** A screen reader repeats a sentence only if its text changes. */
const again = (sentence: string, times: number): string => sentence + '\u00a0'.repeat(times % 2);

export const savedText = (
  messages: FormMessages,
  { paymentMethod, lastFourDigits }: NonNullable<Closed['saved']>,
): string => messages.cardAdded(`${paymentMethod.name} ${messages.endingIn(lastFourDigits)}`);
