import type { ExpiryStatus } from '../card/expiry.js';
import type { OutcomeReason } from '../card/outcome.js';
import type { SecurityCodeRule } from '../card/saved-card.js';

/** Words for a card's end; `date` is as printed on the card, `MM/YY`. */
type ExpiryMessages = Readonly<Record<ExpiryStatus, (date: string) => string>>;

/** The outcome of a payment: the headline above what to do. Money that was returned is not mentioned. */
type OutcomeMessages = Readonly<Record<Exclude<OutcomeReason, 'returned'>, string>>;

/** A sentence that says how many digits the code has and where they are printed. */
type CodeMessage = (length: number, location: SecurityCodeRule['location']) => string;

/**
 * A sentence about one card. `name` is the card as that place shows it: "Visa •••• 0001" on screen, "Visa ending in 0001"
 * (`endingIn`) where it is only spoken.
 */
type CardMessage = (name: string) => string;

/** What both elements say. */
export interface SharedMessages extends OutcomeMessages {
  // The list.
  readonly retry: string;
  /** Spoken after the brand, for "•••• 0001". */
  readonly endingIn: (lastFourDigits: string) => string;

  // Managing the list.
  /** Spoken when a new card was saved. */
  readonly cardAdded: CardMessage;

  // The security code.
  /** Label of the security code field. */
  readonly securityCode: string;
  /** How many digits, and where on the card. */
  readonly codeHint: CodeMessage;
  /** Added to the label, for a card that may have no code. */
  readonly codeOptional: string;
  /** Spoken while the token is made. */
  readonly tokenizing: string;
  /** In place of the fields, while another element of the page has them; `useHere` is the button that takes them back. */
  readonly fieldElsewhere: string;
  readonly useHere: string;

  // Installments.
  readonly installments: string;
  /** The only choice when there are no plans. Plans themselves come in Mercado Pago's words. */
  readonly oneInstallment: string;
  /** Beside a plan. */
  readonly interestFree: string;
  readonly installmentsLoading: string;
  /** Beside `retry`: until then the shopper pays in one. */
  readonly installmentsFailed: string;

  // What to do in a field of the new card.
  readonly checkNumber: string;
  readonly checkExpiration: string;

  // A new card that was not saved. Use `newCardErrorMessage`.
  readonly cardDuplicate: string;
  readonly cardLimit: string;

  // Before a payment. Use `errorMessage`.
  /** For a code that is missing, too short, not digits, or lost with its field. */
  readonly enterCode: (length: number) => string;
  /** For a code that is complete but wrong. */
  readonly checkCode: string;
  /** Mercado Pago refused this card with this code. */
  readonly checkCard: string;
  /** Expired, or unknown to Mercado Pago. */
  readonly cardUnusable: string;
  /** MercadoPago.js or its secure fields did not come. */
  readonly mercadoPagoFailed: string;
  /** The shop did not answer, or there is no connection. */
  readonly checkConnection: string;
  /** The same while paying: the shopper wants to know about the money first. */
  readonly notCharged: string;
  readonly signInAgain: string;
  /** Nothing the shopper can correct: the shop's page or server is wrong. */
  readonly unavailable: string;
  /** The same where nothing is being paid. */
  readonly tryLater: string;

  // After a payment. Use `outcomeMessage`.
  readonly noNeedToPay: string;
  readonly waitForConfirmation: string;
  readonly followBankSteps: string;
  /** The outcome is not known. */
  readonly lookBeforePaying: string;
  /** Says nothing about the money. */
  readonly tryAgainOrUseAnother: string;
  /** Look at the card and type the code again. */
  readonly tryCodeAgain: CodeMessage;
  /** The code was not asked for, and is needed. */
  readonly enterCodeToPay: CodeMessage;
  /** Something on the card is wrong, perhaps the code. */
  readonly tryCodeOrAnother: string;
  /** What a sentence begins with as `{nothingCharged}`; for a new card `checkNumber`, `checkExpiration` or `checkDetails` follows. */
  readonly nothingCharged: string;
  readonly checkDetails: string;
  /** In place of `nothingCharged` in any sentence, where an earlier attempt may have been charged. */
  readonly attemptNotCharged: string;
  /** What a sentence offers as `{anotherCard}` and `{anotherCardOrMethod}`. */
  readonly anotherCard: string;
  readonly anotherCardOrMethod: string;
  readonly useAnother: string;
  /** The saved data are wrong or out of date. */
  readonly addCardAgain: string;
  readonly callBank: string;
  readonly activateCard: string;
  readonly confirmWithBank: string;
  readonly chooseOtherInstallments: string;
  readonly checkPurchases: string;
  readonly payAgain: string;

  // The same payment again.
  /** Button that ends the state "paid". */
  readonly anotherPayment: string;
  /** The page's Pay was pressed after the payment. Mentions the button `anotherPayment`. */
  readonly alreadyPaidHere: string;
  /** Beside the code, once the same token was submitted twice. */
  readonly retypeCode: CodeMessage;
}

/** What `<mp-saved-cards>` says. */
export interface ListMessages extends SharedMessages, ExpiryMessages {
  // The list.
  /** Name of the list, shown and spoken. */
  readonly heading: string;
  readonly loading: string;
  readonly empty: string;
  /** The same in `mode="manage"`. */
  readonly emptyManage: string;
  /** The list did not come. Followed by the reason (`errorMessage`) and `retry`. */
  readonly listFailed: string;
  /** Badge of the default card. */
  readonly defaultCard: string;
  /** Badge of a card that was refused for good. */
  readonly unusable: string;
  /** The last choice of the list. */
  readonly useAnotherCard: string;
  /** The same where no card is saved yet. */
  readonly newCard: string;
  /** Button that shows the rest of a long list; `count` is of all cards. */
  readonly showAll: (count: number) => string;

  // Managing the list.
  readonly makeDefault: string;
  /** What the button `makeDefault` is called for those who do not see its row. */
  readonly makeDefaultNamed: CardMessage;
  readonly remove: string;
  /** What the button `remove` is called for those who do not see its row. */
  readonly removeNamed: CardMessage;
  /** Shown in the row instead of the card, before the button `undo`. */
  readonly removed: CardMessage;
  readonly undo: string;
  /** Spoken after `undo`. */
  readonly restored: CardMessage;
  /** Followed by the reason (`manageErrorMessage`). */
  readonly removeFailed: string;
  /** The same when the shop may have removed it. */
  readonly removeUnknown: string;
  /** Spoken. */
  readonly defaultChanged: CardMessage;
  /** Followed by the reason (`manageErrorMessage`). */
  readonly defaultFailed: string;
  /** The same when the shop may have changed it. */
  readonly defaultUnknown: string;

  /** Spoken after `removed`: the card that is chosen in its place. */
  readonly nowChosen: CardMessage;

  // Before a payment. Use `errorMessage`.
  readonly chooseCard: string;
  /** A card is required, and there is none that can be paid with. */
  readonly noUsableCard: string;
  /** In place of `anotherCard` and `anotherCardOrMethod` in any sentence, where there is no other card. */
  readonly anotherMethod: string;
  /** The reason (`errorMessage`) where the list of cards did not come, and a new card can still be paid with. */
  readonly listUnavailable: string;

  // The same payment again.
  /** Beside the button `startAgain`, where the card has no code to type. */
  readonly retryWithoutCode: string;
  readonly startAgain: string;
}

/** What `<mp-add-card>` says. */
export interface FormMessages extends SharedMessages {
  // A new card.
  /** Opens the form. */
  readonly addCard: string;
  /** Spoken name of the form where the card is paid with. */
  readonly newCard: string;
  readonly saveCard: string;
  readonly saving: string;
  readonly cancel: string;
  readonly cardNumber: string;
  readonly expirationDate: string;
  /** Placeholder: month and year, two letters each. */
  readonly expirationPlaceholder: string;
  readonly cardholderName: string;
  readonly identificationType: string;
  readonly identificationNumber: string;
  /** The card's bank. */
  readonly issuer: string;
  /** First entry of a list from which nothing is chosen yet. */
  readonly chooseOption: string;
  /** Label of the box that keeps a card after it was paid with. */
  readonly saveCardBox: string;
  /** Who keeps the data. */
  readonly trust: string;
  /** Mercado Pago knows no brand for this number. The shopper can continue. */
  readonly brandUnknown: string;
  /** The brand or its banks could not be asked for. The shopper can continue. */
  readonly lookupFailed: string;
  /** The page's Pay was pressed while a card is filled in that is to be saved first. */
  readonly saveFirst: string;

  // What to do in a field of the new card.
  readonly enterNumber: string;
  readonly enterExpiration: string;
  readonly enterName: string;
  /** Digits or signs in the name. */
  readonly nameLetters: string;
  readonly enterIdentification: string;
  /**
   * Too short, too long, or with letters where none belong. `name` of the document (empty: just any document), `amount`
   * as `range` writes it. Use `identificationLength`.
   */
  readonly wrongIdentification: (name: string, amount: string, hasLetters: boolean) => string;
  /** "7 or 8", "5 to 20". */
  readonly range: (from: number, to: number) => string;
  readonly chooseIssuer: string;

  // A new card that was not saved. Use `newCardErrorMessage`.
  /** Mercado Pago or the shop refused it. */
  readonly newCardRefused: string;
  readonly newCardUnrecognized: string;
  readonly checkIdentification: string;
  /** No answer came, or none that says whether it was done. Trying again is safe. */
  readonly saveUnknown: string;
  /** After any of the sentences why a card was not saved, where it was paid with before. */
  readonly paymentUnaffected: string;
}

/** What `<mp-payment-challenge>` says. */
export interface ChallengeMessages extends SharedMessages {
  /** What will happen, above the bank's page. */
  readonly bankSteps: string;
  /** Name of the frame. */
  readonly bankPage: string;
  readonly bankPageLoading: string;
  /** The page was blocked, or does not load. Mentions what the button `openBankPage` does. */
  readonly bankPageMissing: string;
  readonly openBankPage: string;
  readonly closeBankPage: string;
  /** The dialog was closed. Before the button `continueWithBank`. */
  readonly bankUndecided: string;
  readonly continueWithBank: string;
  /** The bank's page is finished; the shop does not know yet. */
  readonly checkingPayment: string;
  /** The shop does not answer. */
  readonly checkFailed: string;
  /** The time is over. Followed by `lookBeforePaying` and the button `checkPayment`. */
  readonly confirmationMissing: string;
  readonly checkPayment: string;
}

/**
 * Everything the elements say to a shopper. A word or sentence is a string; a sentence with values is a function. Sentences
 * about a payment may name `{nothingCharged}`, `{anotherCard}` and `{anotherCardOrMethod}`, which are messages themselves.
 * Sentences are short and polite, without blame; they name the money first and then the next step. They end with a full stop;
 * labels, buttons and headlines do not.
 */
export interface Messages extends ListMessages, FormMessages, ChallengeMessages {}
