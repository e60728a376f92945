import { causeCodeOf, fieldsOf } from '../card/raw-json.js';
import { MpError } from '../errors.js';
import type { Answer } from './exchange.js';

/** Mercado Pago's code for a customer who has as many cards as it keeps. */
const CARD_LIMIT = '129';

/** Time-out, too early, too many requests: what became of it is not known, or nothing yet. */
const UNSETTLED = [408, 425, 429];

/** Says why the shop refused: by its status, and by Mercado Pago's code when the body passes one on. */
export function refusal({ response: { status }, body }: Answer): MpError {
  const causeCode = causeCodeOf(fieldsOf(jsonOf(body))['cause']);
  const code =
    status === 401 || status === 403 ? 'signed-out' : causeCode === CARD_LIMIT ? 'card-limit' : 'endpoint-status';
  return new MpError(code, `The card endpoint answered ${status}${causeCode && ` (${causeCode})`}.`, {
    retryable: code === 'endpoint-status' && (status >= 500 || UNSETTLED.includes(status)),
    causeCode,
  });
}

/** `undefined` for what is no JSON. The parser's own error quotes the body, so nobody gets to see it. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
