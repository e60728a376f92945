/** Whether the security code has to be typed, may be typed, or is not asked for. */
export type SecurityCodeMode = 'mandatory' | 'optional' | 'none';

/** The rule for a card's security code, read from the card's `security_code`. */
export interface SecurityCodeRule {
  /** 3, or 4 (American Express); 0 when the card has no code. */
  readonly length: 0 | 3 | 4;
  /** Where the digits are printed. */
  readonly location: 'back' | 'front';
  readonly mode: SecurityCodeMode;
}

/**
 * A saved card after decoding, with all its parts (source: `GET /v1/customers/{id}/cards`). Ids and digits are strings, since
 * leading zeros are significant.
 */
export interface SavedCard {
  readonly id: string;
  /** Empty when the server does not send them; only installments need them. */
  readonly firstSixDigits: string;
  readonly lastFourDigits: string;
  /** 1–12; `null`, like the year, when the server sends no date that can be read. */
  readonly expirationMonth: number | null;
  /** Four digits. */
  readonly expirationYear: number | null;
  readonly paymentMethod: {
    /** Mercado Pago's `payment_method_id`: `visa`, `master`, `debvisa` … */
    readonly id: string;
    /** Brand as Mercado Pago names it, never empty. */
    readonly name: string;
    /** `credit_card`, `debit_card`, `prepaid_card` …; empty when the server does not send it. */
    readonly paymentTypeId: string;
    /** URL of the brand's image, `https:` only; used with `brand-images`. */
    readonly secureThumbnail: string | null;
  };
  readonly issuer: { readonly id: string; readonly name: string } | null;
  readonly securityCode: SecurityCodeRule;
}

/** A customer's cards, the default one first. */
export interface CardList {
  readonly cards: readonly SavedCard[];
  /** Id of the default card; `null` when the answer has none that is in `cards`. */
  readonly defaultCardId: string | null;
}
