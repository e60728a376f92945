import { outcomeIn } from '../core/token-state.js';
import { newCardErrorMessage, type RefusedSave } from '../i18n/error-message.js';
import { identificationLength } from '../i18n/identification-length.js';
import type { FormMessages } from '../i18n/messages.js';
import { finished, inDoubt, outcomeMessage } from '../i18n/outcome-message.js';
import type { CardFieldLooks } from '../mercadopago/card-fields.js';
import { CODE_PLACEHOLDER } from '../ui/code-hint.js';
import type { NoticeWords } from '../ui/notice.js';
import { codeRule, fieldsShown, hasInstallments, problemOf, wrongFields } from './field-selectors.js';
import type { Intent } from './settings.js';
import type { FieldName, Open } from './state.js';
import type { View } from './view.js';

/** Sentences without a value. */
type Sentence = {
  [Key in keyof FormMessages]: FormMessages[Key] extends string ? Key : never;
}[keyof FormMessages];

/** What to do about a field: when it is empty or too short, and when it is wrong. */
const SENTENCES: Readonly<Partial<Record<FieldName, readonly [Sentence, Sentence]>>> = {
  cardNumber: ['enterNumber', 'checkNumber'],
  expirationDate: ['enterExpiration', 'checkExpiration'],
  cardholderName: ['enterName', 'nameLetters'],
  identificationType: ['checkIdentification', 'checkIdentification'],
  issuerId: ['chooseIssuer', 'chooseIssuer'],
};

/** Digits of the code that are asked for. */
export const codeLength = (state: Open): number => codeRule(state).length || 3;

/** Names and placeholders of the frames. */
export const cardFieldLooks = (messages: FormMessages): CardFieldLooks => ({
  cardNumber: { label: messages.cardNumber, placeholder: '' },
  expirationDate: { label: messages.expirationDate, placeholder: messages.expirationPlaceholder },
  securityCode: { label: messages.securityCode, placeholder: CODE_PLACEHOLDER },
});

/** The visible error of a field; empty where there is none. */
export const fieldMessage = (messages: FormMessages, state: Open, field: FieldName): string =>
  state.visibleErrors.includes(field) ? problemMessage(messages, state, field) : '';

/** What to do about a field; empty when nothing is known to be wrong with it. */
export function problemMessage(messages: FormMessages, state: Open, field: FieldName): string {
  const problem = problemOf(state, field);
  if (!problem) return '';
  const [incomplete, invalid] = SENTENCES[field] ?? [];
  if (incomplete && invalid) return messages[problem === 'invalid' ? invalid : incomplete];
  if (field === 'securityCode')
    return problem === 'invalid' ? messages.checkCode : messages.enterCode(codeLength(state));
  if (problem === 'missing') return messages.enterIdentification;
  const type = state.documents.find(({ id }) => id === state.typed.identificationType);
  return type && !state.refused.identificationNumber
    ? identificationLength(messages, type)
    : messages.checkIdentification;
}

/** The error that belongs to no single field, or the outcome of the payment; empty where there is neither. */
export function noticeMessage({ messages, settings, isInDoubt }: View, state: Open): NoticeWords {
  const outcome = outcomeIn(state.notice);
  const words: NoticeWords =
    outcome && !state.isSaveDue
      ? outcomeMessage(messages, outcome, codeRule(state), true, {
          code: !codeRule(state).length,
          installments: !hasInstallments(state),
        })
      : { text: faultMessage(messages, state, settings.intent) };
  return { ...words, text: finished(messages, isInDoubt ? inDoubt(words.text) : words.text) };
}

function faultMessage(messages: FormMessages, state: Open, intent: Intent): string {
  if (state.isSaveDue) return messages.saveFirst;
  const { frames, notice } = state;
  const error = (notice instanceof Error ? notice : null) ?? (frames.status === 'shown' ? frames.error : null);
  const isShownByFrames = frames.status === 'away' && error?.code === 'field-lost';
  if (isShownByFrames) return '';
  // What is wrong is shown at the fields, and reads as if the payment had failed.
  if (!error)
    return state.saveError && intent === 'pay' && wrongFields(state).length > 0 ? messages.paymentUnaffected : '';
  const isOfSave = error === state.saveError;
  const asked = fieldsShown(state);
  const hasFields = (sentence: RefusedSave) =>
    asked.includes(sentence === 'checkIdentification' ? 'identificationNumber' : 'issuerId');
  const text = newCardErrorMessage(messages, error, codeLength(state), isOfSave || intent === 'save', hasFields);
  return isOfSave && intent === 'pay' ? `${text} ${messages.paymentUnaffected}` : text;
}
