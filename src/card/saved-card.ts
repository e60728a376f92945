/** When a card's security code is asked for. */
export type SecurityCodeMode = 'mandatory' | 'optional' | 'none';

/** The rule for a card's security code, read from the card's `security_code` with safe defaults. */
export interface SecurityCodeRule {
  /** 3, or 4 (American Express); 0 when nothing is asked. */
  readonly length: 0 | 3 | 4;
  /** Where the digits are printed. */
  readonly location: 'back' | 'front';
  readonly mode: SecurityCodeMode;
}

/**
 * A saved card, decoded once at the edge and whole from there on (source: `GET /v1/customers/{id}/cards`).
 * Ids and digits are strings: leading zeros count.
 */
export interface SavedCard {
  readonly id: string;
  /** Empty when the server does not send them; only instalments need them. */
  readonly firstSixDigits: string;
  readonly lastFourDigits: string;
  /** 1–12. */
  readonly expirationMonth: number;
  /** Four digits. */
  readonly expirationYear: number;
  readonly paymentMethod: {
    /** Mercado Pago's `payment_method_id`: `visa`, `master`, `debvisa` … */
    readonly id: string;
    /** Brand as Mercado Pago names it, never empty. */
    readonly name: string;
    /** `credit_card`, `debit_card`, `prepaid_card` …; empty when the server does not send it. */
    readonly paymentTypeId: string;
    /** `https:` address of the brand's picture; used only with `brand-images`. */
    readonly secureThumbnail: string | null;
  };
  readonly issuer: { readonly id: string; readonly name: string } | null;
  readonly securityCode: SecurityCodeRule;
}

/** A customer's cards, the default one first, and which one that is. */
export interface CardList {
  readonly cards: readonly SavedCard[];
  /** Id of the default card, when the answer names one that is in `cards`. */
  readonly defaultCardId: string | null;
}
