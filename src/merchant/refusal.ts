import { fieldsOf, textOf } from '../card/fields.js';
import { MpError } from '../errors.js';
import type { Answer } from './exchange.js';

/** Mercado Pago's code for a customer who has as many cards as it keeps. */
const CARD_LIMIT = '129';

/** What a code looks like. Anything else in its place is text of the server, which no error repeats. */
const CODE = /^[\w-]{1,20}$/;

/** Says why the shop refused: by its status, and by Mercado Pago's code when the body passes one on. */
export function refusal({ response: { status }, body }: Answer): MpError {
  const causeCode = causeCodeOf(body);
  const code =
    status === 401 || status === 403 ? 'signed-out' : causeCode === CARD_LIMIT ? 'card-limit' : 'endpoint-status';
  return new MpError(code, `The card endpoint answered ${status}${causeCode && ` (${causeCode})`}.`, {
    retryable: code === 'endpoint-status' && (status >= 500 || status === 429),
    causeCode,
  });
}

/** The first code of `{message, cause: [{code, description}]}`: text or a number, sometimes one array too deep. */
function causeCodeOf(body: string): string {
  const { cause } = fieldsOf(jsonOf(body));
  const codes = [cause].flat(Infinity).map((each) => textOf(fieldsOf(each)['code']));
  return codes.find((code) => CODE.test(code)) ?? '';
}

/** `undefined` for what is no JSON. The parser's own error quotes the body, so nobody gets to see it. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
