import type { CardFace, Identification } from '../engine/records.js';

export type PaymentStatus =
  | 'pending'
  | 'approved'
  | 'authorized'
  | 'in_process'
  | 'in_mediation'
  | 'rejected'
  | 'cancelled'
  | 'refunded'
  | 'charged_back';

export interface Payer {
  readonly type: 'customer' | 'registered' | 'guest' | null;
  /** A customer's id, or the number that an e-mail address is given. */
  readonly id: string;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly identification: Identification;
}

export interface RefundRecord {
  readonly id: number;
  readonly paymentId: number;
  readonly amount: number;
  readonly dateCreated: Date;
}

/** What the seller sent along and gets back unread. */
export interface PaymentNotes {
  readonly description: string | null;
  readonly externalReference: string | null;
  readonly statementDescriptor: string | null;
  readonly notificationUrl: string | null;
  readonly callbackUrl: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly additionalInfo: Readonly<Record<string, unknown>>;
}

export interface PaymentRecord {
  readonly id: number;
  /** The order that it is the classic payment of. */
  readonly orderId: string | null;
  readonly dateCreated: Date;
  dateLastUpdated: Date;
  dateApproved: Date | null;
  dateOfExpiration: Date | null;
  status: PaymentStatus;
  statusDetail: string;
  /** Falls when less than the authorized amount is captured. */
  amount: number;
  /** Amount with the interest of the installments. */
  totalPaidAmount: number;
  readonly installments: number;
  readonly methodId: string;
  readonly paymentTypeId: string;
  readonly issuerId: string | null;
  /** `id` is that of the saved card, `null` for a card typed for this payment. */
  readonly card: { readonly id: string | null; readonly face: CardFace } | null;
  readonly payer: Payer;
  captured: boolean;
  readonly binaryMode: boolean;
  readonly authorizationCode: string | null;
  /** How the 3DS challenge that the payment waits for will end. */
  readonly challenge: 'passes' | 'fails' | null;
  readonly notes: PaymentNotes;
  readonly refunds: RefundRecord[];
}

/** How much of a payment was refunded, without the rounding errors of sums of decimals. */
export function refundedAmount(payment: PaymentRecord): number {
  return Math.round(payment.refunds.reduce((sum, refund) => sum + refund.amount * 100, 0)) / 100;
}
