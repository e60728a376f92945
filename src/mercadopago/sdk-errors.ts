import { causeCodeOf, fieldsOf, textOf } from '../card/raw-json.js';
import type { Problem } from '../card/input-problems.js';
import { MpError, asMpError, type MpErrorCode } from '../errors.js';

/**
 * Mercado Pago's error codes by the field of a new card that they are about (source: its data-entry errors), in the order of
 * the form. A code that begins with 2 means that the value is missing, any other that it is invalid.
 */
const FIELD_CODES = {
  cardNumber: ['205', 'E301'],
  expirationDate: ['208', '209', '325', '326'],
  securityCode: ['224', 'E203', 'E302'],
  cardholderName: ['221', '316'],
  identificationType: ['212', '322'],
  identificationNumber: ['213', '214', '323', '324'],
  issuerId: ['220'],
};

export type TokenField = keyof typeof FIELD_CODES;

/** What is wrong with each field, according to Mercado Pago. */
export type TokenProblems = Readonly<Partial<Record<TokenField, Problem>>>;

/** Problems by priority. Only the first of a field counts: an empty field is also reported as too short and as not a number. */
const PRIORITY = ['missing', 'invalid', 'incomplete'] as const;

/** Codes for a public key that is missing or unknown to Mercado Pago. */
const KEY_CODES = ['1000', '1001', 'E501'];

type Cause = Readonly<Record<string, unknown>>;

/** The rejection itself and its causes, which may be nested in arrays. */
const causesOf = (rejection: unknown): Cause[] => [rejection, fieldsOf(rejection)['cause']].flat(3).map(fieldsOf);

const hasCode = (causes: Cause[], codes: string[]) => causes.some(({ code }) => codes.includes(textOf(code)));

const problemsOfError = new WeakMap<Error, TokenProblems>();

/** The fields that an error of `tokenError` is about. Empty when it is about none. */
export const tokenProblems = (error: Error): TokenProblems => problemsOfError.get(error) ?? {};

/**
 * The error for a rejection of `createCardToken`. The SDK rejects with an array of field errors, an array of parameter errors, an
 * API error object, an `Error`, a string, or `undefined` (source: data-entry errors of Mercado Pago's Secure Fields). Its text is
 * not copied, since it may quote what was typed.
 */
export function tokenError(rejection: unknown): MpError {
  const known = asMpError(rejection);
  if (known) return known;
  const causes = causesOf(rejection);
  const problems = problemsIn(causes);
  const code = codeOf(rejection, causes, problems);
  const error = new MpError(code, `Mercado Pago made no card token (${code}).`, { causeCode: causeCodeOf(causes) });
  problemsOfError.set(error, problems);
  return error;
}

function problemsIn(causes: Cause[]): TokenProblems {
  const problems: Partial<Record<TokenField, Problem>> = {};
  for (const field of Object.keys(FIELD_CODES) as TokenField[]) {
    const found = causes.map((cause) => problemIn(cause, field));
    const first = PRIORITY.find((problem) => found.includes(problem));
    if (first) problems[field] = first;
  }
  return problems;
}

function problemIn({ field: name, code, cause, details }: Cause, field: TokenField): Problem | undefined {
  if (FIELD_CODES[field].includes(textOf(code))) return textOf(code).startsWith('2') ? 'missing' : 'invalid';
  // The expiry field reports `expirationMonth` and `expirationYear`.
  if (textOf(name).replace(/^expiration.*/, 'expirationDate') !== field) return undefined;
  const reason = textOf(fieldsOf(details)['reason']) || textOf(cause);
  return reason === 'empty_value' ? 'missing' : reason === 'invalid_length' ? 'incomplete' : 'invalid';
}

function codeOf(rejection: unknown, causes: Cause[], { securityCode }: TokenProblems): MpErrorCode {
  if (hasCode(causes, ['E201'])) return 'card-unknown';
  if (hasCode(causes, KEY_CODES)) return 'configuration';
  if (securityCode) return securityCode === 'invalid' ? 'code-invalid' : 'code-incomplete';
  const body = fieldsOf(rejection);
  const status = Number(body['status']);
  // From 500 on Mercado Pago failed, not the card: a retry may succeed.
  if (Array.isArray(rejection) || (status >= 400 && status < 500)) return 'token-refused';
  const message = textOf(rejection) || textOf(body['message']);
  if (/secure connection/i.test(message)) return 'configuration';
  if (/primary field|iframe/i.test(message)) return 'field-lost';
  return 'token-network';
}

/** Whether the answer is "not found", as for the identification types of a country without any. */
export function isNotFound(rejection: unknown): boolean {
  const causes = causesOf(rejection);
  return !hasCode(causes, KEY_CODES) && (fieldsOf(rejection)['status'] === 404 || hasCode(causes, ['1004']));
}

/** The error for a rejection of a look-up. A request that was rejected as invalid cannot be retried; anything else can. */
export function lookupError(rejection: unknown): MpError {
  const known = asMpError(rejection);
  if (known) return known;
  const causes = causesOf(rejection);
  const causeCode = causeCodeOf(causes);
  if (hasCode(causes, KEY_CODES)) {
    return new MpError('configuration', 'Mercado Pago does not know this public-key.', { causeCode });
  }
  const status = Number(fieldsOf(rejection)['status']);
  if (Array.isArray(rejection) || (status >= 400 && status < 500 && status !== 429)) {
    return new MpError('sdk-broken', 'Mercado Pago rejected the look-up.', { retryable: false, causeCode });
  }
  return new MpError('sdk-blocked', 'Mercado Pago did not answer.', { causeCode });
}
