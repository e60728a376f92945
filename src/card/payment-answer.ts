import { fieldsOf, listOf, textOf } from './fields.js';
import { TABLE, rowNamed, type Row } from './outcome-table.js';

type Fields = Readonly<Record<string, unknown>>;

const UNKNOWN = rowNamed('paymentUnknown');
const DECLINED = rowNamed('declined');
const PLAIN = rowNamed('refusedPlain');

/** Sentences about a token that was used before or is not known: "The card token has already been used". */
const USED_TOKEN = /card.?token.*(used|found|exist|invalid|expired)|invalid.*card.?token/i;

/** Where HTTP clients put the body. */
const WRAPPERS = ['data', 'response', 'responseJSON', 'responseText', 'body'];

/** What a shop's own answer says of itself around a body of Mercado Pago (JSend). */
const OWN_STATUS = /^(success|ok|fail|error)$/;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const includes = (values: string | undefined, value: string) => !!values && values.split(' ').includes(value);
const isRefused = ({ kind }: Row) => !kind;
const wordOf = (value: unknown): string => textOf(value).trim();

/** The row of one `status`, `status_detail`, code or sentence. */
function rowOf(word: string): Row | undefined {
  const refusal = /^(?:cc_)?rejected_(\w+)$/.exec(word)?.[1];
  if (refusal) return TABLE.find((row) => includes(row.rejected, refusal)) ?? DECLINED;
  return (
    TABLE.find((row) => includes(row.statuses, word) || includes(row.values, word)) ??
    (USED_TOKEN.test(word) ? UNKNOWN : undefined)
  );
}

/** The row for a refused payment or order with this detail, which may be missing. */
function refusedRow(status: Row, detail: string): Row {
  if (!detail) return status;
  if (detail === 'pending_challenge') return rowNamed('bankUnconfirmed');
  const row = rowOf(detail);
  return row && row !== PLAIN && (isRefused(row) || row === UNKNOWN) ? row : DECLINED;
}

/** Judged by the status; of what is pending and what was refused, the detail says more. */
function rowOfStatus(status: string, detail: string): Row | undefined {
  const row = TABLE.find(({ statuses }) => includes(statuses, status));
  if (row && isRefused(row)) return refusedRow(row, detail);
  if (row?.kind !== 'pending') return row;
  if (detail === 'pending_challenge') return rowNamed('paymentChallenge');
  return status === 'action_required' && detail === 'waiting_capture' ? rowNamed('paid') : row;
}

/** An order's payment has the reason. Text that is no value of Mercado Pago is left out. */
function detailOf({ transactions, status_detail }: Fields): string {
  const [payment] = listOf(fieldsOf(transactions)['payments']);
  const details = [fieldsOf(payment)['status_detail'], status_detail].map(wordOf).filter((word) => /^\w+$/.test(word));
  return details.find((detail) => detail !== 'failed') ?? details[0] ?? '';
}

/** One entry of `cause` or `errors`. The `code` of an exception, which has a name, is none of Mercado Pago's. */
function rowOfError(error: unknown): Row | undefined {
  const word = wordOf(error);
  if (word) return rowOf(word);
  if (!isObject(error) || 'name' in error) return undefined;
  const { code, description, message, details } = error;
  // "PAY01…: rejected_by_issuer"
  const reasons = listOf(details).map((detail) => wordOf(textOf(detail).split(': ').at(-1)));
  if (code === 'failed') return refusedRow(PLAIN, reasons.find((reason) => /^\w+$/.test(reason)) ?? '');
  const isTokenUsed = [description, message, ...reasons].some((text) => USED_TOKEN.test(textOf(text)));
  return rowOf(wordOf(code)) ?? (isTokenUsed ? UNKNOWN : undefined);
}

/** Several errors: one that leaves the outcome unknown counts first, then the first that the shopper can act on. */
function rowOfErrors(errors: readonly unknown[]): Row | undefined {
  const rows = errors.flat(Infinity).map(rowOfError);
  const known = rows.filter((row): row is Row => !!row && (isRefused(row) || row === UNKNOWN));
  return known.find((row) => row === UNKNOWN) ?? known.find(({ reason }) => reason !== 'notProcessed') ?? known[0];
}

/** A body that HTTP clients and exceptions have inside them. */
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

/** The row for an answer to a payment; nothing when it is not known. Throws where a getter of the answer does. */
export function rowOfAnswer(answer: unknown, seen = new Set<unknown>()): Row | undefined {
  const word = wordOf(answer);
  if (typeof answer === 'string' && /^[[{"]/.test(word)) return rowOfAnswer(parsed(word), seen);
  // `echo 1`, or the status of an HTTP answer that went well: no code of Mercado Pago by itself.
  if (/^(\d{1,2}|20\d)$/.test(word)) return undefined;
  if (word) return rowOf(word);
  if (!isObject(answer) || seen.has(answer)) return undefined;
  seen.add(answer);
  if (Array.isArray(answer)) return rowOfErrors(answer);
  const status = wordOf(answer['status']);
  const httpStatus = Number(status);
  if (httpStatus >= 500) return UNKNOWN;
  const detail = detailOf(answer);
  if (Number.isNaN(httpStatus)) {
    // An entry of `Promise.allSettled`: the request was rejected, not the payment.
    const isRequest = status === 'rejected' && !detail && isObject(answer['reason']);
    if (isRequest) return rowOfAnswer(answer['reason'], seen);
    return OWN_STATUS.test(status) ? rowInside(answer, seen) : rowOfStatus(status, detail);
  }
  const inner = (detail && rowOf(detail)) || rowInside(answer, seen);
  if (inner && inner !== DECLINED && inner !== PLAIN) return inner;
  // Only with one of these is a `code` beside them Mercado Pago's.
  const isError = httpStatus >= 400 || 'description' in answer;
  const own = rowOfErrors([answer['cause'], answer['errors'], isError ? answer : undefined]);
  if (own && own !== PLAIN) return own;
  return inner ?? own ?? (USED_TOKEN.test(textOf(answer['message'])) ? UNKNOWN : undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
