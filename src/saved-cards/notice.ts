import type { TemplateResult } from 'lit';
import type { Outcome } from '../card/outcome.js';
import type { MpError } from '../errors.js';
import { errorMessage, listErrorMessage } from '../i18n/error-message.js';
import { inDoubt, outcomeMessage } from '../i18n/outcome-message.js';
import { action, notice, type NoticeWords } from '../ui/notice.js';
import type { View } from './view.js';

const LIKE_MOST = { length: 3, location: 'back', mode: 'mandatory' } as const;

/** A fault, or what became of a payment, in the shopper's words. */
export function wordsOf({ messages, state, isInDoubt }: View, what: MpError | Outcome): NoticeWords {
  const rule = (state.status === 'shown' && (state.chosen?.securityCode ?? state.form.codeRule)) || LIKE_MOST;
  const words: NoticeWords =
    what instanceof Error
      ? { text: errorMessage(messages, what.code, rule.length || 3) }
      : outcomeMessage(messages, what, rule, state.status === 'shown' && state.isOther);
  return isInDoubt ? inDoubt(messages, words) : words;
}

/** The same as a box, with the way forward. */
export const faultNotice = (view: View, what: MpError | Outcome, retry?: () => void): TemplateResult =>
  notice({
    id: 'notice',
    ...wordsOf(view, what),
    way: retry && action(view.messages.retry, retry),
  });

/** The cards did not come. */
export const listNotice = ({ messages, on }: View, { code }: MpError): TemplateResult =>
  notice({
    title: messages.listFailed,
    text: listErrorMessage(messages, code),
    way: action(messages.retry, on.reload),
  });
