import { z } from 'zod';

/** Why the shop did not do what it was asked for. Each has its words in `AccountWords.faults`. */
export type FaultKind =
  'offline' | 'unavailable' | 'signedOut' | 'gone' | 'wrongState' | 'tooMuch' | 'wholeOnly' | 'invalid';

const refusal = z.object({ cause: z.array(z.object({ code: z.union([z.string(), z.number()]).transform(String) })) });

/** Too slow, another request for the same order still runs, too early, too many: it may be carried out, or have been. */
const LATER = [408, 423, 425, 429];

/** Codes of Mercado Pago's errors that have words of their own. */
const KINDS: Readonly<Record<string, FaultKind>> = {
  '2072': 'tooMuch',
  '3005': 'wrongState',
  '3024': 'wholeOnly',
  '4037': 'tooMuch',
  // The Orders API.
  cannot_cancel_order: 'wrongState',
  cannot_refund_order: 'wrongState',
  order_already_canceled: 'wrongState',
  order_already_refunded: 'wrongState',
  operation_not_supported: 'wrongState',
  refund_amount_exceeds: 'tooMuch',
};

/** A request to the shop that failed. */
export class ShopFault extends Error {
  override readonly name = 'ShopFault';
  readonly kind: FaultKind;
  /** Code of Mercado Pago's error, if the answer named one. */
  readonly code: string;

  constructor(kind: FaultKind, { code = '', cause }: { code?: string; cause?: unknown } = {}) {
    super(`The shop could not be asked: ${kind}`, { cause });
    this.kind = kind;
    this.code = code;
  }

  /** Whether it is unknown if the request was carried out. */
  get isOutcomeUnknown(): boolean {
    return this.kind === 'offline' || this.kind === 'unavailable';
  }
}

/** What an answer that is not a success means. `body` is whatever came with it. */
export function faultOf(status: number, body: unknown): ShopFault {
  const code = refusal.safeParse(body).data?.cause[0]?.code ?? '';
  return new ShopFault(KINDS[code] ?? kindOfStatus(status), { code });
}

function kindOfStatus(status: number): FaultKind {
  if (status >= 500 || LATER.includes(status)) return 'unavailable';
  if (status === 401 || status === 403) return 'signedOut';
  // The same was asked for before, and may have been done: the row has to be read again.
  // An order that cannot be cancelled any more was seen with a 422 too.
  if (status === 409 || status === 422) return 'wrongState';
  return status === 404 ? 'gone' : 'invalid';
}
