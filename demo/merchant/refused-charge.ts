import { MercadoPagoError } from 'mercadopago';
import type { RecordedPayment } from './answers.js';
import { causesOf } from './errors.js';

/**
 * Mercado Pago's answer to the charge itself, which says what is wrong with it: nothing was charged. Of every other error, an
 * answer of something in between or of another call included, this is not known: the token may have paid before.
 */
export class RefusedCharge extends MercadoPagoError {}

/**
 * The request was not looked at (408, 425, 429), is still running (423), was carried out before (409), or the shop's
 * credentials were not accepted (401, 403), or something in between has led it elsewhere (404, 405, 410). It may have been
 * sent before, and paid then.
 */
const UNDECIDED = [401, 403, 404, 405, 408, 409, 410, 423, 425, 429];

const KEY_USED = 'idempotency_key_already_used';

const TOKEN_UNKNOWN = ['2006', '2062', '3003', '3006', '3008', 'invalid_card_token', 'card_token_not_found'];

const DUPLICATE = ['801', 'cc_rejected_duplicated_payment'];

/** Codes by which Mercado Pago says that a token or a key is used up, or unknown: its first use may have been approved. */
const USED_UP = [
  ...['2001', '2004', '2007', '2041', KEY_USED, 'idempotency_validation_failed'],
  ...TOKEN_UNKNOWN,
  ...DUPLICATE,
];

/** Refused, since an equal payment was made just before. */
export const isDuplicate = (code: string): boolean => DUPLICATE.includes(code);

export const mayBePaid = (code: string): boolean => USED_UP.includes(code);

/** Refused since its token was used before: this one was not charged, the use before may have been approved. */
export const isTokenUsed = ({
  status,
  status_detail: detail,
}: Pick<RecordedPayment, 'status' | 'status_detail'>): boolean =>
  status === 'rejected' && TOKEN_UNKNOWN.includes(detail ?? '');

/** The same error as a `RefusedCharge`, if it is one. */
export function asRefusedCharge(error: unknown): RefusedCharge | null {
  if (!(error instanceof MercadoPagoError)) return null;
  const { status } = error;
  const codes = codesOf(error);
  if (status < 400 || status >= 500 || UNDECIDED.includes(status)) return null;
  return codes.length > 0 && !codes.some(mayBePaid) ? refusedCharge(error) : null;
}

/** The token is not known (any more): with a token that was not sent before, there is no payment to wait for. */
export const isTokenUnknown = (error: unknown): boolean =>
  error instanceof MercadoPagoError && codesOf(error).some((code) => TOKEN_UNKNOWN.includes(code));

/** All its codes say that an earlier use may have paid. */
function isUnclear(error: MercadoPagoError): boolean {
  const codes = codesOf(error);
  return codes.length > 0 && codes.every(mayBePaid);
}

/**
 * The error as it leaves the shop. A page says of the codes in it that nothing was charged. So they leave with the charge that
 * was refused, or if they say themselves that the token may have paid before. Of every other error this is not known, whatever
 * its codes are.
 */
export function forPage(error: unknown): unknown {
  if (!(error instanceof MercadoPagoError) || error instanceof RefusedCharge || isUnclear(error)) return error;
  const { status, message } = error;
  return new MercadoPagoError({ status: [400, 404, 422].includes(status) ? 409 : status, message });
}

export const refusedCharge = ({ status, message, causes: cause }: MercadoPagoError): RefusedCharge =>
  new RefusedCharge({ status, message, cause });

export const isKeyUsed = (error: unknown): boolean =>
  error instanceof MercadoPagoError && codesOf(error).includes(KEY_USED);

const codesOf = (error: MercadoPagoError): string[] => causesOf(error.causes).map(({ code }) => String(code));
