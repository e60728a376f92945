import type { ChallengeMessages } from '../messages.js';
import { en as shared } from '../shared/en.js';

/** English of the United States. */
export const en: ChallengeMessages = {
  ...shared,
  bankSteps: 'Follow your bank’s steps. It may send you a code or ask you to open its app.',
  bankPage: 'Your bank’s page',
  bankPageLoading: 'Loading your bank’s page…',
  bankPageMissing: 'We can’t show your bank’s page here. Open it in a new tab; we’ll wait here for its answer.',
  openBankPage: 'Open in a new tab',
  closeBankPage: 'Close',
  bankUndecided: 'Your bank hasn’t confirmed the payment yet.',
  continueWithBank: 'Continue with your bank',
  checkingPayment: 'Checking your payment…',
  checkFailed: 'We haven’t been able to check your payment yet.',
  confirmationMissing: 'We haven’t received your bank’s confirmation',
  checkPayment: 'Check again',
};
