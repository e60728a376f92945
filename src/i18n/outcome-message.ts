import type { Outcome, OutcomeReason, Remedy } from '../card/outcome.js';
import type { SecurityCodeRule } from '../card/saved-card.js';
import type { SharedMessages } from './messages.js';

/** What to do, for each reason; reasons that ask the same of the shopper share a sentence. */
const TEXTS = {
  paid: 'noNeedToPay',
  paymentPending: 'waitForConfirmation',
  paymentChallenge: 'followBankSteps',
  paymentEnded: 'tryAgainOrUseAnother',
  paymentUnknown: 'lookBeforePaying',
  refusedPlain: 'tryAgainOrUseAnother',
  codeRejected: 'tryCodeAgain',
  dataRejected: 'tryCodeAgain',
  codeNeeded: 'enterCodeToPay',
  cardDataUnclear: 'tryCodeOrAnother',
  cardDataRejected: 'addCardAgain',
  cardDisabled: 'activateCard',
  cardNotAccepted: 'useAnother',
  tooManyAttempts: 'useAnother',
  insufficientFunds: 'useAnother',
  declined: 'useAnother',
  bankRefused: 'callBank',
  bankUnconfirmed: 'confirmWithBank',
  installmentsRejected: 'chooseOtherInstallments',
  alreadyPaid: 'checkPurchases',
  notProcessed: 'payAgain',
} as const satisfies Record<Exclude<OutcomeReason, 'returned'>, keyof SharedMessages>;

/** What to correct in the fields of a new card. A code that is wrong has the same words as that of a saved card. */
const CORRECTIONS = {
  cardNumber: 'checkNumber',
  expirationDate: 'checkExpiration',
  cardholderName: 'checkDetails',
} as const satisfies Partial<Record<NonNullable<Outcome['field']>, keyof SharedMessages>>;

/** The payment was not refused: nothing is wrong that the shopper could correct. */
const CALM: readonly Outcome['kind'][] = ['pending', 'challenge', 'unknown'];

/** What is shown about a payment. */
export interface OutcomeMessage {
  readonly kind?: 'calm';
  readonly title: string;
  readonly text: string;
}

/** A sentence with the messages that it names in braces. */
export const finished = (messages: SharedMessages, text: string): string =>
  text.replace(/{(\w+)}/g, (braced, name: 'anotherCard') => messages[name] ?? braced);

/**
 * The same sentence, not yet finished, where an earlier attempt may have been charged: only this one was not, and the shopper
 * looks for the earlier one before paying again.
 */
export const inDoubt = (text: string): string =>
  text.replace(/{(?:nothing|attemptNot)Charged}(.*)/, '{attemptNotCharged}$1 {lookBeforePaying}');

/** The correction for a new card, if its fields have one. */
function correctionFor({ reason, field }: Outcome): keyof typeof CORRECTIONS | undefined {
  if (reason === 'cardDataUnclear') return 'cardholderName';
  return field === null || field === 'securityCode' ? undefined : field;
}

/** What a sentence may ask for and the page does not have: a field for the code, installments, the form for a new card. */
export type Lacks = Readonly<Partial<Record<Remedy | 'form', boolean>>>;

/**
 * What the shopper reads about a payment: what happened, and what to do, to be `finished`. Empty for money that was
 * returned. `rule` is that of the card's code. `isNewCard`: its fields are still there and can be corrected.
 */
export function outcomeMessage(
  messages: SharedMessages,
  outcome: Outcome,
  { length, location }: SecurityCodeRule,
  isNewCard = false,
  lacks: Lacks = {},
): OutcomeMessage {
  const { kind, reason, remedy } = outcome;
  if (reason === 'returned') return { title: '', text: '' };
  const title = messages[reason];
  const look = CALM.includes(kind) ? ({ kind: 'calm' } as const) : undefined;
  const correction = isNewCard && correctionFor(outcome);
  if (correction) return { title, text: `{nothingCharged} ${messages[CORRECTIONS[correction]]}` };
  const isLacking = lacks[TEXTS[reason] === 'addCardAgain' ? 'form' : remedy];
  const text = messages[isLacking ? 'useAnother' : TEXTS[reason]];
  return { ...look, title, text: typeof text === 'string' ? text : text(length || 3, location) };
}
