import { fieldsOf, listOf, parseJson, textOf } from './raw-json.js';
import { TABLE, rowNamed, type Row } from './outcome-table.js';

type Fields = Readonly<Record<string, unknown>>;

const UNKNOWN = rowNamed('paymentUnknown');
const DECLINED = rowNamed('declined');
const WITHOUT_REASON = rowNamed('refusedPlain');

/** Matches messages about a token that was used before or is not known: "The card token has already been used". */
const USED_TOKEN = /card.?token.*(used|found|exist|invalid|expired)|invalid.*card.?token/i;

/** Properties in which HTTP clients put the body. */
const WRAPPERS = ['data', 'response', 'responseJSON', 'responseText', 'body'];

/** Values of `status` in the shop's own answer around a body of Mercado Pago (JSend). */
const SHOP_STATUSES = ['success', 'ok', 'fail', 'error'];

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isListed = (values: string | undefined, value: string) => !!values && values.split(' ').includes(value);
const isDecline = ({ kind }: Row) => !kind;
const wordOf = (value: unknown): string => textOf(value).trim();

/** The row for one `status`, `status_detail`, error code or message. */
function rowOf(word: string): Row | undefined {
  const refusal = /^(?:cc_)?rejected_(\w+)$/.exec(word)?.[1];
  if (refusal) return TABLE.find((row) => isListed(row.rejected, refusal)) ?? DECLINED;
  return (
    TABLE.find((row) => isListed(row.statuses, word) || isListed(row.values, word)) ??
    (USED_TOKEN.test(word) ? UNKNOWN : undefined)
  );
}

/** The row for a declined payment or order with this `status_detail`, which may be empty. */
function declinedRow(status: Row, detail: string): Row {
  if (!detail) return status;
  if (detail === 'pending_challenge') return rowNamed('bankUnconfirmed');
  const row = rowOf(detail);
  return row && row !== WITHOUT_REASON && (isDecline(row) || row === UNKNOWN) ? row : DECLINED;
}

/** The status decides. Only if it means declined or pending, the detail is looked at too. */
function rowOfStatus(status: string, detail: string): Row | undefined {
  const row = TABLE.find(({ statuses }) => isListed(statuses, status));
  if (row && isDecline(row)) return declinedRow(row, detail);
  if (row?.kind !== 'pending') return row;
  if (detail === 'pending_challenge') return rowNamed('paymentChallenge');
  return status === 'action_required' && detail === 'waiting_capture' ? rowNamed('paid') : row;
}

/** The `status_detail` of a payment, or of an order's first payment. Text that is no single word is not one of Mercado Pago's values. */
function detailOf({ transactions, status_detail }: Fields): string {
  const [payment] = listOf(fieldsOf(transactions)['payments']);
  const details = [fieldsOf(payment)['status_detail'], status_detail].map(wordOf).filter((word) => /^\w+$/.test(word));
  return details.find((detail) => detail !== 'failed') ?? details[0] ?? '';
}

/** The row for one entry of `cause` or `errors`. An object with a `name` is an exception: its `code` is not Mercado Pago's. */
function rowOfError(error: unknown): Row | undefined {
  const word = wordOf(error);
  if (word) return rowOf(word);
  if (!isObject(error) || 'name' in error) return undefined;
  const { code, description, message, details } = error;
  // A detail of the Orders API: "PAY01…: rejected_by_issuer".
  const reasons = listOf(details).map((detail) => wordOf(textOf(detail).split(': ').at(-1)));
  if (code === 'failed') return declinedRow(WITHOUT_REASON, reasons.find((reason) => /^\w+$/.test(reason)) ?? '');
  const isTokenUsed = [description, message, ...reasons].some((text) => USED_TOKEN.test(textOf(text)));
  return rowOf(wordOf(code)) ?? (isTokenUsed ? UNKNOWN : undefined);
}

/** The row for several errors: the first that leaves the outcome unknown, else the first that the shopper can act on. */
function rowOfErrors(errors: readonly unknown[]): Row | undefined {
  const rows = errors.flat(Infinity).map(rowOfError);
  const known = rows.filter((row): row is Row => !!row && (isDecline(row) || row === UNKNOWN));
  return known.find((row) => row === UNKNOWN) ?? known.find(({ reason }) => reason !== 'notProcessed') ?? known[0];
}

/** The row for a body inside the object of an HTTP client, or inside an exception. */
function rowInside(fields: Fields, seen: Set<unknown>): Row | undefined {
  for (const name of WRAPPERS) {
    const row = rowOfAnswer(fields[name], seen);
    if (row) return row;
  }
  return [fields['error'], fields['cause']]
    .filter(isObject)
    .map((value) => rowOfAnswer(value, seen))
    .find(Boolean);
}

/** The row for the answer to a payment request, or nothing when it is not known. Throws when a getter of the answer throws. */
export function rowOfAnswer(answer: unknown, seen = new Set<unknown>()): Row | undefined {
  const word = wordOf(answer);
  if (typeof answer === 'string' && /^[[{"]/.test(word)) return rowOfAnswer(parseJson(word), seen);
  // Inside an answer a bare number is an id of the shop (`{ success: true, data: 3001 }`); given alone, one like these is more
  // likely a flag of the shop or a successful HTTP status than an error code.
  if (seen.size > 0 ? /^\d+$/.test(word) : /^(\d{1,2}|20\d)$/.test(word)) return undefined;
  if (word) return rowOf(word);
  if (!isObject(answer) || seen.has(answer)) return undefined;
  seen.add(answer);
  if (Array.isArray(answer)) return rowOfErrors(seen.size > 1 ? answer.flat(Infinity).filter(isObject) : answer);
  const status = wordOf(answer['status']);
  const httpStatus = Number(status);
  // A time-out, a conflict with an earlier request, or a failure: the money may have moved.
  if ([httpStatus, Number(answer['statusCode'])].some((code) => code >= 500 || code === 408 || code === 409))
    return UNKNOWN;
  const detail = detailOf(answer);
  if (Number.isNaN(httpStatus)) {
    // An entry of `Promise.allSettled`: the promise was rejected, not the payment.
    const isSettledPromise = status === 'rejected' && !detail && isObject(answer['reason']);
    if (isSettledPromise) return rowOfAnswer(answer['reason'], seen);
    return SHOP_STATUSES.includes(status) ? rowInside(answer, seen) : rowOfStatus(status, detail);
  }
  const inner = (detail && rowOf(detail)) || rowInside(answer, seen);
  if (inner && inner !== DECLINED && inner !== WITHOUT_REASON) return inner;
  // Only an answer with one of these has a `code` that is Mercado Pago's.
  const isError = httpStatus >= 400 || 'description' in answer;
  const own = rowOfErrors([answer['cause'], answer['errors'], isError ? answer : undefined]);
  if (own && own !== WITHOUT_REASON) return own;
  return inner ?? own ?? (USED_TOKEN.test(textOf(answer['message'])) ? UNKNOWN : undefined);
}
