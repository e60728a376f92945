/** What went wrong, as a stable word that code can branch on. The text for the shopper is chosen by it, in `i18n`. */
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

/** A retry does not help: the page, the server or the shopper has to do something else first. */
const NOT_RETRYABLE = new Set<MpErrorCode>([
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
 * The one error class of this package. `message` is for developers (what was expected, what came) and never contains a
 * token, a card number, a security code or a response body. The text for the shopper is chosen by `code`, in `i18n`.
 */
export class MpError extends Error {
  readonly code: MpErrorCode;
  /** True when a retry may succeed without a change to the page or the server. */
  readonly retryable: boolean;
  /** Mercado Pago's own code of the cause, such as `card-120`, `129` or `E201`. Empty when none was given. */
  readonly causeCode: string;

  constructor(
    code: MpErrorCode,
    message: string,
    options: { cause?: unknown; retryable?: boolean; causeCode?: string } = {},
  ) {
    super(message, options);
    // An assignment fails in a page that has frozen `Error.prototype`.
    Object.defineProperty(this, 'name', { value: 'MpError' });
    this.code = code;
    this.retryable = options.retryable ?? !NOT_RETRYABLE.has(code);
    this.causeCode = options.causeCode ?? '';
  }
}

/** `value` when it is an `MpError` (also one of a second copy of the package), otherwise `undefined`. */
export function asMpError(value: unknown): MpError | undefined {
  return value instanceof Error && value.name === 'MpError' && 'code' in value ? (value as MpError) : undefined;
}

/** What was thrown, as an error of this package. */
export const toMpError = (cause: unknown, code: MpErrorCode, message: string): MpError =>
  asMpError(cause) ?? new MpError(code, message, { cause });

/** A test for membership of a group of codes. */
const oneOf = (...codes: readonly MpErrorCode[]): ((code: MpErrorCode) => boolean) => {
  const group = new Set(codes);
  return (code) => group.has(code);
};

/** MercadoPago.js or its Secure Fields cannot be shown at all. Once the fields are ready, such an error is over. */
export const preventsSecureFields = oneOf('sdk-blocked', 'sdk-timeout', 'sdk-broken', 'field-timeout', 'configuration');

/** The security code is missing, wrong, or was lost with its frame: it has to be typed again. */
export const isAboutSecurityCode = oneOf('code-incomplete', 'code-invalid', 'field-lost');

/** The card itself is the problem: another card helps, another security code does not. */
export const isAboutCard = oneOf('card-unknown', 'card-expired', 'card-duplicate', 'card-limit');

/** Mercado Pago refused what was typed; see `tokenProblems` for the fields that are wrong. */
export const isAboutTypedData = oneOf('token-refused', 'code-incomplete', 'code-invalid');

/** The shop's endpoint failed or gave an answer that cannot be read. A change that was requested may have been made. */
export const isEndpointFailure = oneOf('endpoint-status', 'endpoint-network', 'endpoint-timeout', 'protocol');

/** Whether the change that was requested may have been made. */
export const mayBeDone = ({ code, retryable }: MpError): boolean =>
  isEndpointFailure(code) && (code !== 'endpoint-status' || retryable);

const leavesRequestOpen = oneOf('endpoint-network', 'endpoint-timeout', 'protocol', 'signed-out', 'aborted');

/**
 * Whether a request to save a card may have been carried out in spite of this error, or was not judged yet: it can be sent
 * again with the same token and the same idempotency key.
 */
export const isSaveOutcomeUnknown = ({ code, retryable }: Pick<MpError, 'code' | 'retryable'>): boolean =>
  leavesRequestOpen(code) || (code === 'endpoint-status' && retryable);
