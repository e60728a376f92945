import type { MpErrorCode } from '../errors.js';
import type { PaymentStatus } from '../merchant/payment-status.js';

/** Where the bank's page is. Without `creq` the address is the frame's own. */
export interface Challenge {
  readonly url: string;
  readonly creq: string;
}

export interface State {
  /** `null`: there is none, or the page has set it up wrongly. */
  readonly challenge: Challenge | null;
  readonly isMisconfigured: boolean;
  /** The dialog with the bank's page. */
  readonly isOpen: boolean;
  /** `missing`: blocked, or not loaded in time. A page that refuses to be framed counts as `shown`: a script cannot detect it. */
  readonly page: 'loading' | 'shown' | 'missing';
  /** The bank's page said that it is finished. The decision comes from the shop. */
  readonly isFinished: boolean;
  /** A request that the shopper asked for is under way. */
  readonly isChecking: boolean;
  /** Why the last request for the payment's status failed. */
  readonly failure: MpErrorCode | null;
  /** The number of failed requests in a row. */
  readonly failures: number;
  /** The time is over. */
  readonly isOver: boolean;
  /** How it ended. */
  readonly answer: PaymentStatus | null;
}

export const initialState: State = {
  challenge: null,
  isMisconfigured: false,
  isOpen: false,
  page: 'loading',
  isFinished: false,
  isChecking: false,
  failure: null,
  failures: 0,
  isOver: false,
  answer: null,
};

export type Action =
  /** The page gave another challenge, none, or one that is wrong. */
  | { readonly type: 'began'; readonly challenge: Challenge | null; readonly isMisconfigured: boolean }
  | { readonly type: 'opened' | 'closed' }
  | { readonly type: 'page-shown' | 'page-missing' | 'page-finished' }
  /** The element came back into the page: its frame loads again. */
  | { readonly type: 'reconnected' }
  /** The shop answered a request; also that the bank has not decided yet. */
  | { readonly type: 'answered'; readonly answer: PaymentStatus }
  | { readonly type: 'look-failed'; readonly code: MpErrorCode }
  | { readonly type: 'time-over' }
  /** The shopper asked for another request. */
  | { readonly type: 'look-wanted' };
