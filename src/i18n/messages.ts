import type { ExpiryStatus } from '../card/expiry.js';
import type { SecurityCodeRule } from '../card/saved-card.js';

/** Words for a card's end; `date` is as printed on the card, `MM/YY`. */
type ExpiryMessages = Readonly<Record<ExpiryStatus, (date: string) => string>>;

/**
 * Everything the elements say to a shopper. A word or sentence is a string; a sentence with values is a function.
 * Sentences are short and polite, blame nobody, and name the next step.
 */
export interface Messages extends ExpiryMessages {
  /** Name of the list, shown and spoken. */
  readonly heading: string;
  readonly loading: string;
  readonly empty: string;
  /** The list did not come. Followed by the reason (`errorMessage`) and `retry`. */
  readonly listFailed: string;
  readonly retry: string;

  /** Badge of the default card. */
  readonly defaultCard: string;
  /** Spoken after the brand, for "•••• 0001". */
  readonly endingIn: (lastFourDigits: string) => string;

  /** Label of the security code field. */
  readonly securityCode: string;
  /** How many digits, and where on the card. */
  readonly codeHint: (length: number, location: SecurityCodeRule['location']) => string;
  /** Added to the hint of a card that may have no code. */
  readonly codeOptional: string;
  /** Spoken while the token is made. */
  readonly tokenizing: string;

  readonly chooseCard: string;
  /** A card is required, and there is none that can be paid with. */
  readonly noUsableCard: string;
  /** For a code that is missing, too short, not digits, or lost with its field. */
  readonly enterCode: (length: number) => string;
  /** Mercado Pago refused this card with this code. */
  /** For a code that is complete but wrong. */
  readonly checkCode: string;
  readonly checkCard: string;
  /** Expired, or unknown to Mercado Pago. */
  readonly cardUnusable: string;
  /** MercadoPago.js or its secure fields did not come. */
  readonly mercadoPagoFailed: string;
  /** The shop did not answer, or nobody did. */
  readonly checkConnection: string;
  /** The same while paying: the shopper wants to know about the money first. */
  readonly notCharged: string;
  readonly signInAgain: string;
  /** Nothing the shopper can mend: the shop's page or server is wrong. */
  readonly unavailable: string;
}
