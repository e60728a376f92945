import { VERSION } from './version.js';

/** Incremented when a released version can no longer share the records of a newer one. */
export const PROTOCOL = 1;

interface PageRecord {
  readonly protocol?: number;
  readonly version?: string;
  readonly shared: object;
}

type Records = Record<symbol, PageRecord | undefined>;

/** Records that this copy does not share, because another copy on the page uses another protocol. */
const ownRecords = new Map<string, object>();

/** Version of a copy that uses another protocol; unset while there is none. */
let otherVersion: string | undefined;

/**
 * State that all copies of this package on one page share: the owner of the Secure Fields, the submit that is in progress. It
 * is stored under a `Symbol.for` key with the protocol number of the copy that created it. A copy that uses another protocol
 * does not touch it and works with a record of its own; see `versionClash`. Every script of the page can read the record, so
 * it never contains a token.
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
  const unshared = ownRecords.get(name) ?? create();
  ownRecords.set(name, unshared);
  return unshared as Shared;
}

/** Remembers that a copy of this package with another protocol is on the page. */
export function noteOtherCopy(version = 'unknown'): void {
  otherVersion ??= version;
}

/**
 * Says why this copy must not use MercadoPago.js on this page, or nothing. MercadoPago.js has one set of Secure Fields per page, so
 * two copies that cannot share a record cannot both use it.
 */
export const versionClash = (): string | undefined =>
  otherVersion === undefined
    ? undefined
    : `Versions ${otherVersion} and ${VERSION} of mp-saved-cards are both on this page and cannot share MercadoPago.js: load one of them.`;
