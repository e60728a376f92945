import type { Sentence } from '../../qa/words.js';
import type { Question } from '../confirm-dialog.js';
import type { FaultKind } from '../shop-fault.js';

/** The words of the account page. */
export interface AccountWords {
  readonly shop: string;
  readonly toStore: string;
  readonly account: string;
  readonly loading: string;
  readonly working: string;
  readonly retry: string;
  readonly reload: string;
  readonly goBack: string;

  readonly profile: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly areaCode: string;
  readonly phoneNumber: string;
  readonly document: string;
  readonly documentType: string;
  readonly documentNumber: string;
  readonly address: string;
  readonly street: string;
  readonly streetNumber: string;
  readonly zipCode: string;
  readonly city: string;
  readonly save: string;
  readonly saved: string;
  readonly unchanged: string;

  readonly cards: string;

  readonly payments: string;
  readonly noPayments: Sentence;
  readonly paymentsIncomplete: Sentence;
  readonly paymentNumber: (id: string) => string;
  readonly cardEnding: (lastFourDigits: string) => string;
  readonly status: Readonly<Record<string, string>>;
  readonly refundedPart: (refunded: string) => string;
  readonly refundAll: (amount: string) => string;
  readonly refundPart: string;
  readonly refundAmount: (most: string) => string;
  readonly refund: string;
  readonly cancel: string;
  readonly refundQuestion: (amount: string) => Question;
  readonly cancelQuestion: (amount: string) => Question;
  readonly refunded: (amount: string) => Sentence;
  readonly refundUnknown: Sentence;
  readonly cancelled: Sentence;

  readonly faults: Readonly<Record<FaultKind, Sentence>>;
}
