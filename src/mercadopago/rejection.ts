import { causeCodeOf, fieldsOf, textOf } from '../card/fields.js';
import type { Problem } from '../card/typed.js';
import { MpError, asMpError, type MpErrorCode } from '../errors.js';

/** What a new card's token is made from. */
export type TokenField =
  | 'cardNumber'
  | 'expirationDate'
  | 'securityCode'
  | 'cardholderName'
  | 'identificationType'
  | 'identificationNumber'
  | 'issuerId';

/** What Mercado Pago found wrong, field by field. */
export type TokenProblems = Readonly<Partial<Record<TokenField, Problem>>>;

/** Mercado Pago's codes of what is empty, and of what is not but cannot be so (reference: its data-entry errors). */
const MISSING = new Map<string, TokenField>([
  ['205', 'cardNumber'],
  ['208', 'expirationDate'],
  ['209', 'expirationDate'],
  ['212', 'identificationType'],
  ['213', 'identificationNumber'],
  ['214', 'identificationNumber'],
  ['220', 'issuerId'],
  ['221', 'cardholderName'],
  ['224', 'securityCode'],
]);
const INVALID = new Map<string, TokenField>([
  ['E203', 'securityCode'],
  ['E301', 'cardNumber'],
  ['E302', 'securityCode'],
  ['316', 'cardholderName'],
  ['322', 'identificationType'],
  ['323', 'identificationNumber'],
  ['324', 'identificationNumber'],
  ['325', 'expirationDate'],
  ['326', 'expirationDate'],
]);

/** Names of fields that are not ours. */
const NAMES = new Map<string, TokenField>([
  ['cardNumber', 'cardNumber'],
  ['securityCode', 'securityCode'],
  ['expirationDate', 'expirationDate'],
  ['expirationMonth', 'expirationDate'],
  ['expirationYear', 'expirationDate'],
]);

/** Of several problems of one field the first of these is told: an empty one is also too short and no number. */
const GRAVITY: readonly (Problem | undefined)[] = ['missing', 'invalid', 'incomplete', undefined];

/** The key is missing or unknown to Mercado Pago. */
const KEY_PROBLEMS = ['1000', '1001', 'E501'];

type Cause = Readonly<Record<string, unknown>>;

/** The causes that a rejection names, however deep it holds them. */
const causesOf = (rejection: unknown): Cause[] => [rejection, fieldsOf(rejection)['cause']].flat(3).map(fieldsOf);

const hasCode = (causes: Cause[], codes: string[]) => causes.some(({ code }) => codes.includes(textOf(code)));

const problemsOfError = new WeakMap<Error, TokenProblems>();

/** Which fields an error of `createCardToken` is about; none when it is about no field. */
export const tokenProblems = (error: Error): TokenProblems => problemsOfError.get(error) ?? {};

/**
 * What `createCardToken` rejected with, as one error. It rejects with an array of field errors, an array of parameter
 * errors, an API error object, an `Error`, a plain string, or nothing at all (reference: data-entry errors of
 * Mercado Pago's Secure Fields). Vendor text is not carried over: it may quote what was typed.
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
  const found: Partial<Record<TokenField, Problem>> = {};
  for (const { field, code, cause, details } of causes) {
    const empty = MISSING.get(textOf(code));
    const name = empty ?? INVALID.get(textOf(code)) ?? NAMES.get(textOf(field));
    if (!name) continue;
    const reason = textOf(fieldsOf(details)['reason']) || textOf(cause);
    const problem =
      empty || reason === 'empty_value' ? 'missing' : reason === 'invalid_length' ? 'incomplete' : 'invalid';
    if (GRAVITY.indexOf(problem) < GRAVITY.indexOf(found[name])) found[name] = problem;
  }
  return found;
}

function codeOf(rejection: unknown, causes: Cause[], { securityCode }: TokenProblems): MpErrorCode {
  if (hasCode(causes, ['E201'])) return 'card-unknown';
  if (hasCode(causes, KEY_PROBLEMS)) return 'configuration';
  if (securityCode) return securityCode === 'invalid' ? 'code-invalid' : 'code-incomplete';
  const body = fieldsOf(rejection);
  const status = Number(body['status']);
  // From 500 on it is Mercado Pago that failed, not the card: the shopper only tries again.
  if (Array.isArray(rejection) || (status >= 400 && status < 500)) return 'token-refused';
  const message = textOf(rejection) || textOf(body['message']);
  if (/secure connection/i.test(message)) return 'configuration';
  if (/primary field|iframe/i.test(message)) return 'field-lost';
  return 'token-network';
}

/** Mercado Pago has no such thing: `getIdentificationTypes` of a country without documents. */
export function isNotFound(rejection: unknown): boolean {
  const causes = causesOf(rejection);
  return !hasCode(causes, KEY_PROBLEMS) && (fieldsOf(rejection)['status'] === 404 || hasCode(causes, ['1004']));
}

/** What a look-up rejected with, as one error. A refused question is refused again; everything else may pass. */
export function lookupError(rejection: unknown): MpError {
  const known = asMpError(rejection);
  if (known) return known;
  const causes = causesOf(rejection);
  const causeCode = causeCodeOf(causes);
  if (hasCode(causes, KEY_PROBLEMS)) {
    return new MpError('configuration', 'Mercado Pago does not know this public-key.', { causeCode });
  }
  const status = Number(fieldsOf(rejection)['status']);
  if (Array.isArray(rejection) || (status >= 400 && status < 500 && status !== 429)) {
    return new MpError('sdk-broken', 'Mercado Pago refused the question.', { retryable: false, causeCode });
  }
  return new MpError('sdk-blocked', 'Mercado Pago did not answer.', { causeCode });
}
