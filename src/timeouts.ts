/** Every time-out of the package, in milliseconds. */
export const TIMEOUT = {
  /** MercadoPago.js: from the tag to the global. */
  script: 15_000,
  /** A Secure Field: from `mount()` to its `ready`. Blockers and CSP fail silently, so nothing else tells. */
  fieldReady: 10_000,
  /** One request to the shop's endpoint. */
  merchant: 15_000,
  /** One question to Mercado Pago: payment methods, banks, documents, instalments. Asked again by the SDK when it is slow. */
  lookup: 10_000,
  /** `createCardToken`. */
  token: 20_000,
} as const;

/** How long a payment waits for what the first digits tell, in milliseconds: without it Mercado Pago guesses. */
export const PATIENCE = 3_000;

/** How long to wait before each further attempt at a look-up, in milliseconds. */
export const PAUSES: readonly number[] = [1_000, 3_000, 9_000];

/** How long a removal can be undone after nobody has been at its row any more, in milliseconds. */
export const UNDO_TIME = { mouse: 5_000, touch: 10_000 } as const;
