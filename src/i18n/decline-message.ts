import type { DeclineGuidance, DeclineReason } from '../card/decline.js';
import type { SecurityCodeRule } from '../card/saved-card.js';
import type { Messages } from './messages.js';

/** What to do, for each reason; reasons that ask the same of the shopper share a sentence. */
const TEXTS = {
  codeRejected: 'tryCodeAgain',
  dataRejected: 'tryCodeAgain',
  codeNeeded: 'enterCodeToPay',
  notCompleted: 'enterCodeAgain',
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
} as const satisfies Record<DeclineReason, keyof Messages>;

/** What the shopper reads after a refused payment: what happened, and what to do. `rule` is that of the card's code. */
export function declineMessage(
  messages: Messages,
  { reason, mend, needsCode }: DeclineGuidance,
  { length, location }: SecurityCodeRule,
): { title: string; text: string } {
  const hasNoCode = mend === 'code' && !length && !needsCode;
  const text = messages[hasNoCode ? 'payAgain' : TEXTS[reason]];
  return { title: messages[reason], text: typeof text === 'string' ? text : text(length || 3, location) };
}
