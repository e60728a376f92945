import type { Account } from '../engine/account.js';
import { announceUpdate } from './announce.js';
import { wrongState } from './changes.js';
import { type Outcome, settle } from './outcomes.js';
import { type PaymentRecord, refundedAmount } from './record.js';

interface LaterEvent {
  /** The statuses in which it can happen, with the detail where that counts. */
  readonly from: readonly string[];
  readonly to: (payment: PaymentRecord) => Outcome;
}

const to = (status: PaymentRecord['status'], statusDetail: string) => (): Outcome => ({ status, statusDetail });

/**
 * What time and shoppers do to a payment later. The statuses and the details of a charge-back are documented; the detail of a
 * mediation is guessed.
 */
const EVENTS = {
  expired: { from: ['pending', 'authorized'], to: to('cancelled', 'expired') },
  in_mediation: { from: ['approved'], to: to('in_mediation', 'pending') },
  mediation_closed: {
    from: ['in_mediation'],
    to: (payment) => ({
      status: 'approved',
      statusDetail: refundedAmount(payment) > 0 ? 'partially_refunded' : 'accredited',
    }),
  },
  charged_back: { from: ['approved', 'in_mediation'], to: to('charged_back', 'in_process') },
  settled: { from: ['charged_back/in_process'], to: to('charged_back', 'settled') },
  reimbursed: { from: ['charged_back/in_process'], to: to('charged_back', 'reimbursed') },
} as const satisfies Record<string, LaterEvent>;

export type LaterEventName = keyof typeof EVENTS;

export const LATER_EVENT_NAMES = Object.keys(EVENTS) as LaterEventName[];

export const isLaterEvent = (name: string): name is LaterEventName => Object.hasOwn(EVENTS, name);

export function happen(account: Account, payment: PaymentRecord, name: LaterEventName): void {
  const event: LaterEvent = EVENTS[name];
  const { status, statusDetail } = payment;
  if (!event.from.some((state) => [status, `${status}/${statusDetail}`].includes(state))) throw wrongState();
  settle(payment, event.to(payment), account.now());
  announceUpdate(account, payment);
}
