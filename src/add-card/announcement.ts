import { asksToRetype, attemptsOf } from '../core/token-state.js';
import type { FormMessages } from '../i18n/messages.js';
import { again } from '../ui/notice.js';
import { codeRule, fieldsShown } from './field-selectors.js';
import { codeLength, fieldMessage, noticeMessage } from './form-messages.js';
import type { Closed } from './state.js';
import type { View } from './view.js';

/** The text of the live region: progress, or all errors that are shown, from top to bottom. */
export function announcement(view: View): string {
  const { state, messages, settings } = view;
  if (state.isPaid && state.blockedSubmits > 0) return again(messages.alreadyPaidHere, state.blockedSubmits);
  if (state.isPaid && !settings.isDriven && !(state.status === 'closed' && state.saved)) return messages.paid;
  if (state.status === 'closed') return state.saved ? savedText(messages, state.saved) : '';
  const { token, method } = state;
  if (state.saving) return messages.saving;
  if (token.status === 'making') return messages.tokenizing;
  if (asksToRetype(state))
    return again(messages.retypeCode(codeLength(state), codeRule(state).location), attemptsOf(state));
  const hint = [
    method.status === 'unknown' ? messages.brandUnknown : '',
    state.installments.offer.status === 'failed' ? messages.installmentsFailed : '',
  ];
  const wrong = fieldsShown(state).map((field) => fieldMessage(messages, state, field));
  const { title = '', text } = noticeMessage(view, state);
  return [title && `${title}.`, text, ...wrong, ...hint].filter(Boolean).join(' ');
}

export const savedText = (
  messages: FormMessages,
  { paymentMethod, lastFourDigits }: NonNullable<Closed['saved']>,
): string => messages.cardAdded(`${paymentMethod.name} ${messages.endingIn(lastFourDigits)}`);
