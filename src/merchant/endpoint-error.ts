import { causeCodeOf, fieldsOf, parseJson } from '../card/raw-json.js';
import { MpError } from '../errors.js';
import type { Answer } from './request.js';

/** Mercado Pago's code for a customer who has the maximum number of cards. */
const CARD_LIMIT_CODE = '129';

/** Time-out, too early, too many requests: the outcome is not known, or the request was not handled yet. */
const RETRYABLE_STATUSES = [408, 425, 429];

/** The error for a response that is not ok, by its status and by Mercado Pago's code if the body contains one. */
export function endpointError({ response: { status, type }, body }: Answer): MpError {
  // Retryable, since what was asked for may have been done before the redirect.
  if (type === 'opaqueredirect') {
    const message = 'The card endpoint redirects: sign in, or correct its address.';
    return new MpError('endpoint-status', message, { retryable: true });
  }
  const causeCode = causeCodeOf(fieldsOf(parseJson(body))['cause']);
  const code =
    status === 401 || status === 403 ? 'signed-out' : causeCode === CARD_LIMIT_CODE ? 'card-limit' : 'endpoint-status';
  return new MpError(code, `The card endpoint answered ${status}${causeCode && ` (${causeCode})`}.`, {
    retryable: code === 'endpoint-status' && (status >= 500 || RETRYABLE_STATUSES.includes(status)),
    causeCode,
  });
}
