/** What went wrong, as a stable word that code can branch on. Shopper text is chosen by it, never vendor text. */
export type MpErrorCode =
  | 'configuration'
  | 'sdk-blocked'
  | 'sdk-timeout'
  | 'sdk-broken'
  | 'field-timeout'
  | 'field-lost'
  | 'code-incomplete'
  | 'code-invalid'
  | 'token-refused'
  | 'token-network'
  | 'token-timeout'
  | 'card-unknown'
  | 'card-expired'
  | 'endpoint-status'
  | 'endpoint-network'
  | 'endpoint-timeout'
  | 'signed-out'
  | 'protocol'
  | 'card-duplicate'
  | 'card-limit'
  | 'aborted';

/** Trying again mends none of these: the page, the server or the shopper has to do something else first. */
const FINAL = new Set<MpErrorCode>([
  'configuration',
  'card-unknown',
  'card-expired',
  'signed-out',
  'protocol',
  'card-duplicate',
  'card-limit',
  'aborted',
]);

/**
 * The one error of this package. `message` is for developers (what was expected, what came); it never holds a token,
 * a card number, a security code or a response body. What the shopper reads is chosen by `code` in `i18n`.
 */
export class MpError extends Error {
  readonly code: MpErrorCode;
  /** True when the same act may succeed if it is tried again, without a change to the page or the server. */
  readonly retryable: boolean;
  /** Mercado Pago's own code of the cause where one was given: `card-120`, `129`, `E201`. Empty otherwise. */
  readonly causeCode: string;

  constructor(
    code: MpErrorCode,
    message: string,
    options: { cause?: unknown; retryable?: boolean; causeCode?: string } = {},
  ) {
    super(message, options);
    this.name = 'MpError';
    this.code = code;
    this.retryable = options.retryable ?? !FINAL.has(code);
    this.causeCode = options.causeCode ?? '';
  }
}

/** `value` when it is an `MpError` (also one of a second copy of the package), otherwise `undefined`. */
export function asMpError(value: unknown): MpError | undefined {
  return value instanceof Error && value.name === 'MpError' && 'code' in value ? (value as MpError) : undefined;
}
