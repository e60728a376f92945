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

function codeOf(rejection: unknown): MpErrorCode {
  const body = fieldsOf(rejection);
  const causes = (Array.isArray(rejection) ? rejection : [body['cause']].flat(2)).map(fieldsOf);
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
