import { VERSION } from './version.js';

/** Raised when a copy of an older package could not work with what a newer one keeps in a record of the page. */
export const PROTOCOL = 1;

interface PageRecord {
  readonly protocol?: number;
  readonly version?: string;
  readonly shared: object;
}

type Records = Record<symbol, PageRecord | undefined>;

/** What this copy keeps for itself because another copy of the page speaks another protocol. */
const own = new Map<string, object>();

/** Version of the other copy; unset while all copies of the page understand each other. */
let otherVersion: string | undefined;

/**
 * What all copies of this package on one page know together: one owner of the Secure Fields, one submit at a time. It is
 * found under a `Symbol.for` key and carries the protocol number of who made it. A copy that speaks another protocol leaves
 * it alone and works with a record of its own; see `versionClash`. The record is no security boundary: every script of the
 * page can reach it, so it holds only what sharing needs, and never a token.
 */
export function pageRecord<Shared extends object>(name: string, create: () => Shared): Shared {
  const records = globalThis as unknown as Records;
  const key = Symbol.for(`mp-saved-cards.${name}`);
  const found = records[key];
  if (found && found.protocol !== PROTOCOL) noteOtherCopy(found.version);
  if (found?.protocol === PROTOCOL) return found.shared as Shared;
  if (otherVersion === undefined) {
    const shared = create();
    records[key] = { protocol: PROTOCOL, version: VERSION, shared };
    return shared;
  }
  const kept = own.get(name) ?? create();
  own.set(name, kept);
  return kept as Shared;
}

/** Something on the page was made by a copy of this package that speaks another protocol. */
export function noteOtherCopy(version = 'unknown'): void {
  otherVersion ??= version;
}

/**
 * Why this copy of the package must not use MercadoPago.js on this page: a copy that it cannot share with was here first.
 * MercadoPago.js has one set of fields for the page.
 */
export const versionClash = (): string | undefined =>
  otherVersion === undefined
    ? undefined
    : `Versions ${otherVersion} and ${VERSION} of mp-saved-cards are both on this page and cannot share MercadoPago.js: load one of them.`;
