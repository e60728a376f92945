import { fieldsOf, textOf } from '../card/fields.js';
import { MpError, asMpError, type MpErrorCode } from '../errors.js';

const CODES: Record<string, MpErrorCode> = {
  E201: 'card-unknown',
  E203: 'code-invalid',
  E302: 'code-invalid',
  224: 'code-incomplete',
  E501: 'configuration',
};

/**
 * What `createCardToken` rejected with, as one error. It rejects with an array of field errors, an array of parameter
 * errors, an API error object, an `Error`, a plain string, or nothing at all (reference: data-entry errors of
 * Mercado Pago's Secure Fields). Vendor text is not carried over: it may quote what was typed.
 */
export function tokenError(rejection: unknown): MpError {
  const known = asMpError(rejection);
  if (known) return known;
  const code = codeOf(rejection);
  return new MpError(code, `Mercado Pago made no card token (${code}).`);
}

/** The causes that a rejection names, however deep it holds them. */
const causesOf = (rejection: unknown) => [rejection, fieldsOf(rejection)['cause']].flat(3).map(fieldsOf);

function codeOf(rejection: unknown): MpErrorCode {
  const body = fieldsOf(rejection);
  const causes = causesOf(rejection);
  for (const { field, code, cause, details } of causes) {
    const mapped = CODES[textOf(code)];
    if (mapped) return mapped;
    if (field === 'securityCode') {
      const reason = textOf(fieldsOf(details)['reason']) || textOf(cause);
      return reason === 'invalid_type' ? 'code-invalid' : 'code-incomplete';
    }
  }
  const status = Number(body['status']);
  // From 500 on it is Mercado Pago that failed, not the card: the shopper only tries again.
  if (Array.isArray(rejection) || (status >= 400 && status < 500)) return 'token-refused';
  const message = textOf(rejection) || textOf(body['message']);
  if (/secure connection/i.test(message)) return 'configuration';
  if (/primary field|iframe/i.test(message)) return 'field-lost';
  return 'token-network';
}

/** The key is missing or unknown to Mercado Pago. */
const KEY_PROBLEMS = ['1000', '1001', 'E501'];

const hasKeyProblem = (rejection: unknown) =>
  causesOf(rejection).some(({ code }) => KEY_PROBLEMS.includes(textOf(code)));

/** Mercado Pago has no such thing: `getIdentificationTypes` of a country without documents. */
export const isNotFound = (rejection: unknown): boolean =>
  !hasKeyProblem(rejection) &&
  (fieldsOf(rejection)['status'] === 404 || causesOf(rejection).some(({ code }) => textOf(code) === '1004'));

/** What a look-up rejected with, as one error. A refused question is refused again; everything else may pass. */
export function lookupError(rejection: unknown): MpError {
  const known = asMpError(rejection);
  if (known) return known;
  if (hasKeyProblem(rejection)) return new MpError('configuration', 'Mercado Pago does not know this public-key.');
  const status = Number(fieldsOf(rejection)['status']);
  if (Array.isArray(rejection) || (status >= 400 && status < 500 && status !== 429)) {
    return new MpError('sdk-broken', 'Mercado Pago refused the question.', { retryable: false });
  }
  return new MpError('sdk-blocked', 'Mercado Pago did not answer.');
}
