/** What the engine keeps. No type here has a whole card number or a security code. */

export interface Identification {
  readonly type?: string | null | undefined;
  readonly number?: string | null | undefined;
}

export interface Cardholder {
  readonly name: string | null;
  readonly identification: Identification;
}

/** The parts of a card that may be kept, in tokens and in saved cards. */
export interface CardFace {
  readonly firstSixDigits: string;
  readonly lastFourDigits: string;
  readonly numberLength: number;
  readonly expirationMonth: number;
  readonly expirationYear: number;
  readonly cardholder: Cardholder;
}

export interface CustomerAddress {
  readonly id: string;
  readonly zip_code: string | null;
  readonly street_name: string | null;
  readonly street_number: string | number | null;
  readonly city: { readonly name: string | null } | null;
}

/** The fields of a customer that a merchant may write. */
export interface CustomerProfile {
  email: string;
  firstName: string | null;
  lastName: string | null;
  phone: { readonly area_code: string | null; readonly number: string | null };
  identification: { readonly type: string | null; readonly number: string | null };
  address: CustomerAddress | null;
  defaultAddress: string | null;
  dateRegistered: string | null;
  description: string | null;
  metadata: Readonly<Record<string, unknown>>;
}

export interface CustomerRecord extends CustomerProfile {
  readonly id: string;
  readonly dateCreated: Date;
  dateLastUpdated: Date;
  /** In the order of saving. */
  readonly cardIds: Set<string>;
  defaultCard: string | null;
}

/** The code rule of a single card; the seeds have some whose code is optional or absent. */
export interface OwnSecurityCode {
  readonly length: number;
  readonly card_location: 'back' | 'front';
  readonly mode?: 'mandatory' | 'optional';
}

export interface CardRecord {
  readonly id: string;
  readonly customerId: string;
  readonly dateCreated: Date;
  dateLastUpdated: Date;
  face: CardFace;
  readonly methodId: string;
  readonly issuerId: number;
  /** Only on cards whose rule differs from their method's. */
  readonly securityCode?: OwnSecurityCode;
}

export interface CardTokenRecord {
  readonly id: string;
  /** The key that it was made with; a server's access token looks the same in the sandbox. */
  readonly publicKey: string;
  /** Set when the token was made from a saved card. */
  readonly cardId: string | null;
  readonly dateCreated: Date;
  readonly dateDue: Date;
  dateLastUpdated: Date;
  used: boolean;
  face: CardFace;
  /** How many digits of a code were sent; the code itself is gone. */
  securityCodeLength: number;
}
