import { causeCodeOf, fieldsOf, textOf } from '../card/raw-json.js';
import type { Problem } from '../card/input-problems.js';
import { MpError, asMpError, type MpErrorCode } from '../errors.js';

/**
 * What a new card's token is made from, in the order in which people fill it in, with Mercado Pago's codes for it
 * (reference: its data-entry errors). From 200 on they say that it is missing, all others that it cannot be so.
 */
const CODES = {
  cardNumber: ['205', 'E301'],
  expirationDate: ['208', '209', '325', '326'],
  securityCode: ['224', 'E203', 'E302'],
  cardholderName: ['221', '316'],
  identificationType: ['212', '322'],
  identificationNumber: ['213', '214', '323', '324'],
  issuerId: ['220'],
};

export type TokenField = keyof typeof CODES;

/** What Mercado Pago found wrong, field by field. */
export type TokenProblems = Readonly<Partial<Record<TokenField, Problem>>>;

/** Of several problems of one field the first of these is told: an empty one is also too short and no number. */
const GRAVITY = ['missing', 'invalid', 'incomplete'] as const;

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
  const problems: Partial<Record<TokenField, Problem>> = {};
  for (const field of Object.keys(CODES) as TokenField[]) {
    const found = causes.map((cause) => problemIn(cause, field));
    const gravest = GRAVITY.find((problem) => found.includes(problem));
    if (gravest) problems[field] = gravest;
  }
  return problems;
}

function problemIn({ field: name, code, cause, details }: Cause, field: TokenField): Problem | undefined {
  if (CODES[field].includes(textOf(code))) return textOf(code).startsWith('2') ? 'missing' : 'invalid';
  // The one field of the date speaks of its month and its year.
  if (textOf(name).replace(/^expiration.*/, 'expirationDate') !== field) return undefined;
  const reason = textOf(fieldsOf(details)['reason']) || textOf(cause);
  return reason === 'empty_value' ? 'missing' : reason === 'invalid_length' ? 'incomplete' : 'invalid';
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

/** Mercado Pago has no such thing: what it answers about the documents of a country without any. */
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
