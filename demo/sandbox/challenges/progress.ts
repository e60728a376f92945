import type { Control } from '../control/control.js';
import type { Account } from '../engine/account.js';
import type { OrderSwitches } from '../orders/switches.js';
import { decide } from '../payments/changes.js';
import { APPROVED, FAILED_CHALLENGE, type Outcome } from '../payments/outcomes.js';
import type { PaymentRecord } from '../payments/record.js';

/** What the shopper did on the bank's page: `confirm` ends as the test card has it. */
export type ChallengeAnswer = 'confirm' | 'reject';

type Ending = 'passed' | 'failed' | 'expired';

/** An answer that was given, and from when on the payment shows it. */
interface Given {
  readonly ending: Ending;
  readonly from: Date;
}

const answers = new WeakMap<PaymentRecord, Given>();

const OUTCOMES: Readonly<Record<Ending, Outcome>> = {
  passed: APPROVED,
  failed: FAILED_CHALLENGE,
  expired: { status: 'cancelled', statusDetail: 'expired' },
};

/** What an order calls a challenge that was not passed, where its classic payment has another word for it. */
const FAILURES: Readonly<Record<Ending, (switches: OrderSwitches) => string | null>> = {
  passed: () => null,
  failed: ({ challenge_failed: word }) => word,
  expired: ({ challenge_expired: word }) => (word === 'failed' ? '3ds_challenge_expired' : null),
};

/** The first answer counts. The payment follows at once, or later if the switches say so. */
export function answerChallenge(
  control: Control,
  account: Account,
  payment: PaymentRecord,
  answer: ChallengeAnswer,
): void {
  if (answers.has(payment)) return;
  const { settles_after_ms: delay } = control.challengeOf(account.name);
  const ending = answer === 'confirm' && payment.challenge === 'passes' ? 'passed' : 'failed';
  answers.set(payment, { ending, from: new Date(account.now().getTime() + delay) });
  settleChallenges(control, account);
  // Without it the webhook would wait for the next request.
  if (delay > 0) setTimeout(() => settleChallenges(control, account), delay).unref();
}

/** Ends the challenges of an account that are answered or too old by now. Called before anything shows a payment. */
export function settleChallenges(control: Control, account: Account): void {
  const now = account.now();
  for (const payment of account.challenged) {
    const ending = endingOf(control, account, payment, now);
    if (ending) end(control.orderSwitchesOf(account.name), account, payment, ending);
    if (payment.statusDetail !== 'pending_challenge') account.challenged.delete(payment);
  }
}

function endingOf(control: Control, account: Account, payment: PaymentRecord, now: Date): Ending | null {
  if (payment.statusDetail !== 'pending_challenge') return null;
  const answer = answers.get(payment);
  if (answer) return now >= answer.from ? answer.ending : null;
  const { expires_after_ms: lifetime } = control.challengeOf(account.name);
  const end = lifetime === null ? payment.dateOfExpiration : new Date(payment.dateCreated.getTime() + lifetime);
  return end && now >= end ? 'expired' : null;
}

function end(switches: OrderSwitches, account: Account, payment: PaymentRecord, ending: Ending): void {
  const transaction = account.orders.get(payment.orderId ?? '')?.payments[0];
  if (transaction) transaction.failure = FAILURES[ending](switches);
  decide(account, payment, OUTCOMES[ending]);
}
