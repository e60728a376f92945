import type { Control } from '../control/control.js';
import type { Account } from '../engine/account.js';
import type { OrderSwitches } from '../orders/switches.js';
import { decide } from '../payments/changes.js';
import { happen } from '../payments/later-events.js';
import { APPROVED, FAILED_CHALLENGE, type Outcome } from '../payments/outcomes.js';
import type { PaymentRecord } from '../payments/record.js';

/** What the shopper did on the bank's page: `confirm` ends as the test card has it. */
export type ChallengeAnswer = 'confirm' | 'reject';

type Ending = 'passed' | 'failed' | 'expired';

/** An ending, and from when on the payment shows it. */
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
  settleWaiting(control, account);
}

/**
 * Ends what is over by now in an account, challenges that were answered and whatever is too old, and comes again when the
 * next one is. Called before anything shows a payment, since a clock may be ahead of the timer, and after anything that may
 * begin to wait or change its end.
 */
export function settleWaiting(control: Control, account: Account): void {
  const now = account.now();
  let next = Number.POSITIVE_INFINITY;
  for (const payment of account.waiting) {
    const { ending, from } = endOf(control, account, payment);
    const isOpen = payment.status === 'pending';
    if (isOpen && now >= from) end(account, payment, ending);
    else if (isOpen) next = Math.min(next, from.getTime() - now.getTime());
    if (payment.status !== 'pending') account.waiting.delete(payment);
  }
  if (Number.isFinite(next)) account.nextEnd.set(next, () => settleWaiting(control, account));
  else account.nextEnd.clear();
}

/** How a payment that waits ends as things are, and when. */
function endOf(control: Control, account: Account, payment: PaymentRecord): Given {
  const answer = answers.get(payment);
  if (answer) return answer;
  const { dateOfExpiration: last, dateCreated } = payment;
  if (!payment.challenge) return { ending: 'expired', from: last ?? dateCreated };
  const { expires_after_ms: lifetime } = control.challengeOf(account.name);
  const age = lifetime === null ? null : new Date(dateCreated.getTime() + lifetime);
  return { ending: 'expired', from: age ?? last ?? dateCreated };
}

/** Ends a challenge that no one has answered, before its time. */
export const expireChallenge = (account: Account, payment: PaymentRecord): void => end(account, payment, 'expired');

function end(account: Account, payment: PaymentRecord, ending: Ending): void {
  if (!payment.challenge) return happen(account, payment, 'expired');
  const transaction = account.orders.get(payment.orderId ?? '')?.payments[0];
  if (transaction) transaction.failure = FAILURES[ending](account.orderSwitches);
  decide(account, payment, OUTCOMES[ending]);
}
