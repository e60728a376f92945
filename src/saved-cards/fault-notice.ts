import type { TemplateResult } from 'lit';
import type { Outcome } from '../card/outcome.js';
import type { SavedCard } from '../card/saved-card.js';
import type { MpError } from '../errors.js';
import { errorMessage, shopErrorMessage } from '../i18n/error-message.js';
import { finished, inDoubt, outcomeMessage, type Lacks } from '../i18n/outcome-message.js';
import { action, notice, type NoticeWords } from '../ui/notice.js';
import { hasAnother } from './selectors.js';
import type { Shown } from './state.js';
import type { View } from './view.js';

const USUAL_CODE = { length: 3, location: 'back', mode: 'mandatory' } as const;

/** Controls that are missing, so that the message does not ask for them. A new card has its code and its installments in its form. */
const missingControls = ({ hasFrame }: View, { setup, chosen, isOther, field, form, installments }: Shown): Lacks => ({
  code: !isOther && (!chosen || chosen.securityCode.mode === 'none' || (field.status === 'failed' && !hasFrame)),
  installments: isOther ? !form.hasInstallments : installments.offer.status === 'none',
  form: !setup.hasOther,
});

/** A sentence about this card: of another one only where there is one. */
export const sentenceAbout = ({ messages, now }: View, state: Shown, card: SavedCard | null, text: string): string =>
  finished(messages, hasAnother(state, card, now) ? text : text.replace(/{another\w+}/, '{anotherMethod}'));

/** A fault, or the outcome of a payment, in the shopper's words. They ask for no control that is missing. */
export function wordsOf(view: View, state: Shown, what: MpError | Outcome): NoticeWords {
  const { messages, isInDoubt } = view;
  const { chosen, form, isOther } = state;
  const rule = chosen?.securityCode ?? form.codeRule ?? USUAL_CODE;
  const words: NoticeWords =
    'remedy' in what
      ? outcomeMessage(messages, what, rule, isOther, missingControls(view, state))
      : { text: errorMessage(messages, what.code, rule.length || 3, missingControls(view, state).code) };
  return { ...words, text: sentenceAbout(view, state, chosen, isInDoubt ? inDoubt(words.text) : words.text) };
}

/** The same as a box, with the way forward. */
export const faultNotice = (view: View, state: Shown, what: MpError | Outcome, retry?: () => void): TemplateResult =>
  notice({
    id: 'notice',
    ...wordsOf(view, state, what),
    way: retry && action(view.messages.retry, retry),
  });

/** Why the cards did not come. */
export function listReason({ messages, state: { setup } }: View, { code }: MpError): string {
  const { isManaging, hasOther } = setup;
  return shopErrorMessage(
    messages,
    code,
    messages[isManaging ? 'tryLater' : hasOther ? 'listUnavailable' : 'unavailable'],
  );
}

/** The cards did not come. */
export const listNotice = (view: View, error: MpError): TemplateResult =>
  notice({
    title: view.messages.listFailed,
    text: listReason(view, error),
    way: action(view.messages.retry, view.on.reload),
  });
