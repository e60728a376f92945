/** What a payment needs: the `detail` of `token-ready`, the same for a saved and for a new card. */
export interface TokenDetail {
  /** The single-use card token. Valid for one payment, never shown or logged. */
  readonly token: string;
  /** The saved card's id; `null` when the token was made from a new card. */
  readonly cardId: string | null;
  /** Mercado Pago's `payment_method_id`: `visa`, `master`, `debvisa` … */
  readonly paymentMethodId: string;
  /** `credit_card`, `debit_card`, `prepaid_card` …; empty when it is not known. */
  readonly paymentTypeId: string;
  /** The issuer's id; `null` when it is not known. */
  readonly issuerId: string | null;
  /** Number of installments, 1 for a single payment. */
  readonly installments: number;
  /** For a receipt: "Visa ending in 0001". */
  readonly lastFourDigits: string;
  /** When the token expires (its `date_due`), as an ISO date. */
  readonly expiresAt: string;
  /** The shopper wants the new card to be saved; always `false` for a saved card. */
  readonly saveCard: boolean;
}

/** The form entries of a token, under Mercado Pago's names. Values that are not known are left out. */
export function tokenFormEntries(detail: TokenDetail): [name: string, value: string][] {
  const entries: [string, string | null][] = [
    ['token', detail.token],
    ['card_id', detail.cardId],
    ['payment_method_id', detail.paymentMethodId],
    ['payment_type_id', detail.paymentTypeId],
    ['issuer_id', detail.issuerId],
    ['installments', String(detail.installments)],
    ['save_card', detail.saveCard ? 'true' : null],
  ];
  return entries.filter((entry): entry is [string, string] => Boolean(entry[1]));
}
