/** What a payment needs, the same from a saved and from a new card: the `detail` of `token-ready`. */
export interface TokenDetail {
  /** The single-use card token. Holds for one payment, never shown or logged. */
  readonly token: string;
  /** The saved card's id; `null` when the token was made from a new card. */
  readonly cardId: string | null;
  /** Mercado Pago's `payment_method_id`: `visa`, `master`, `debvisa` … */
  readonly paymentMethodId: string;
  /** `credit_card`, `debit_card`, `prepaid_card` …; empty when the card does not tell. */
  readonly paymentTypeId: string;
  /** The bank's id, when the card names one. */
  readonly issuerId: string | null;
  /** Number of instalments, 1 for a payment in one. */
  readonly installments: number;
  /** For a receipt: "Visa ending in 0001". */
  readonly lastFourDigits: string;
  /** When the token stops being accepted (its `date_due`), as an ISO date. */
  readonly expiresAt: string;
  /** The shopper asked to keep a new card; always `false` for a saved one. */
  readonly saveCard: boolean;
}

/** The form entries of a token under Mercado Pago's own names. What is not known is left out. */
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
