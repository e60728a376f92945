/** Every time-out of the package, in milliseconds. */
export const TIMEOUT = {
  /** MercadoPago.js: from inserting the script tag to the global. */
  script: 15_000,
  /** A Secure Field: from `mount()` to its `ready`. A frame that a blocker or a CSP stops fires no event. */
  fieldReady: 10_000,
  /** One request to the shop's endpoint. */
  merchant: 15_000,
  /** One look-up at Mercado Pago: payment methods, issuers, identification types, installments. It includes the SDK's own retries. */
  lookup: 10_000,
  /** `createCardToken`. */
  token: 20_000,
} as const;

/**
 * How long a payment with a new card waits for the look-up by the card's first digits, in milliseconds. Without its answer
 * Mercado Pago has to guess the payment method.
 */
export const PAYMENT_METHOD_WAIT = 3_000;

/** Delay before each retry of a look-up, in milliseconds. */
export const RETRY_DELAYS: readonly number[] = [1_000, 3_000, 9_000];

/**
 * How long an element that the page removed can be replaced by another one, in milliseconds: its list is shown before the shop has
 * answered, and the shopper is asked to type lost digits again.
 */
export const REPLACEMENT_TIME = 10_000;

/** How long a removal can be undone after focus and pointer have left its row, in milliseconds. */
export const UNDO_TIME = { mouse: 5_000, touch: 10_000 } as const;

/** How `<mp-payment-challenge>` asks the shop, in milliseconds. */
export const CHALLENGE = {
  /** From one answer to the next look. */
  every: 2_500,
  /** The same while the shop does not answer, at most. */
  slowest: 30_000,
  /** After a look, whatever the bank's page says. */
  rest: 1_000,
  /** A page of the bank that has not loaded by then may have been blocked. */
  page: 15_000,
  /** From the beginning to "not finished". */
  limit: 600_000,
} as const;
