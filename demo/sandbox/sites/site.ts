/** A country of Mercado Pago, as its API calls it. */
export type SiteId = 'MLA' | 'MLB' | 'MLC' | 'MCO' | 'MLM' | 'MLU' | 'MPE';

export interface IdentificationType {
  readonly id: string;
  readonly name: string;
  readonly type: 'number' | 'string';
  readonly min_length: number;
  readonly max_length: number;
}

export interface Issuer {
  readonly id: number;
  readonly name: string;
  /** True for the brand's own generic issuer. */
  readonly default: boolean;
}

export interface SecurityCode {
  readonly mode: 'mandatory' | 'optional';
  readonly length: number;
  readonly card_location: 'back' | 'front';
}

/** A payment method that is paid with a card number. */
export interface CardMethod {
  readonly id: string;
  readonly name: string;
  readonly paymentTypeId: 'credit_card' | 'debit_card' | 'prepaid_card';
  /** First six digits that belong to this method. Empty: listed, but no test card exists. */
  readonly bins: readonly string[];
  readonly numberLength: number;
  readonly securityCode: SecurityCode;
  /** The default one first. */
  readonly issuers: readonly [Issuer, ...Issuer[]];
  readonly additionalInfoNeeded: readonly string[];
}

/** A payment method without a card: the payment waits until the shopper has paid elsewhere. */
export interface OfflineMethod {
  readonly id: string;
  readonly name: string;
  readonly paymentTypeId: 'ticket' | 'bank_transfer' | 'atm';
}

/** One line of an installment table. */
export interface InstallmentPlan {
  readonly installments: number;
  /** Interest over the whole plan, in percent. */
  readonly rate: number;
  /** Smallest amount for which the plan is offered. */
  readonly minAmount: number;
  /** Yearly cost in percent, shown by law in Argentina. */
  readonly legal?: { readonly cft: number; readonly tea: number };
}

/** An official test card. All expire 11/30; the security code is 123, or 1234 for American Express. */
export interface TestCard {
  readonly number: string;
  readonly methodId: string;
}

/** Everything that differs from country to country, as data. */
export interface Site {
  readonly id: SiteId;
  readonly countryId: string;
  readonly currency: string;
  /** 0 for the Chilean and the Colombian peso. */
  readonly fractionDigits: 0 | 2;
  /** Language of `recommended_message` when the request names none. */
  readonly locale: string;
  readonly minAmount: number;
  readonly maxAmount: number;
  readonly identificationTypes: readonly IdentificationType[];
  /** Document that the docs give for tests; `null` where there are no documents. */
  readonly testDocument: { readonly type: string; readonly number: string } | null;
  readonly cardMethods: readonly CardMethod[];
  readonly offlineMethods: readonly OfflineMethod[];
  readonly installmentPlans: readonly InstallmentPlan[];
  /** Peru refunds whole payments only. */
  readonly partialRefunds: boolean;
  readonly testCards: {
    readonly visa: TestCard;
    readonly master: TestCard;
    readonly debit: TestCard;
    /** American Express, or another card where the docs publish none. */
    readonly third: TestCard;
    /** The rest of the country's published numbers. */
    readonly others: readonly TestCard[];
  };
}
