import { pageRecord } from '../page-record.js';
import { publicKeyProblem } from './payment-sdk.js';

/**
 * An element that uses Secure Fields.
 *
 * MercadoPago.js has one field of each type and one public key for the whole page, so one element at a time owns the Secure
 * Fields. When the page loads, the first element that asks becomes the owner. Later only an action of the shopper moves the
 * fields to another element. When the owner releases them, they are offered first to the element that lost them last.
 * Copies of this package with the same protocol share the record; see `pageRecord`.
 */
export interface FieldsUser {
  readonly publicKey: string;
  /** False from the moment the element leaves the document. It releases the fields shortly after that. */
  readonly isConnected: boolean;
  /** True while a token is being made or a save is pending: the fields cannot be taken from it. */
  isBusy(): boolean;
  /** Called when another element takes the fields: unmount them, and show that they are not here. */
  onFieldsTaken(): void;
  /** Called when the fields are free again: take them if the element is visible. */
  onFieldsFree(): void;
}

interface LeaseRecord {
  owner: FieldsUser | undefined;
  readonly users: Set<FieldsUser>;
  /** Users that lost the fields or did not get them; the one that lost them last comes last. */
  waiting: readonly FieldsUser[];
}

const record = (): LeaseRecord =>
  pageRecord<LeaseRecord>('secure-fields', () => ({ owner: undefined, users: new Set(), waiting: [] }));

const waitingExcept = (user: FieldsUser) => record().waiting.filter((other) => other !== user);

function offerToWaiting(): void {
  for (const user of [...record().waiting].reverse()) if (!record().owner && user.isConnected) user.onFieldsFree();
}

/** Decides which element owns the Secure Fields of the page. */
export const lease = {
  /** True when another element on the page uses another public key, which MercadoPago.js does not support. */
  keyClashes: (user: FieldsUser): boolean => {
    if (publicKeyProblem(user.publicKey)) return false; // this key is rejected anyway, and must not block another one
    const { users } = record();
    const clashes = [...users].some((other) => other !== user && other.publicKey !== user.publicKey);
    if (!clashes) users.add(user); // a key that comes later is rejected, and does not affect the first
    return clashes;
  },

  /** The same without registering a user. */
  hasOtherKey: (publicKey: string): boolean => [...record().users].some((user) => user.publicKey !== publicKey),

  /** Makes `user` the owner if the fields are free, or if the shopper acted and the present owner is not busy. */
  take(user: FieldsUser, byShopper: boolean): boolean {
    const { owner } = record();
    if (owner && owner !== user) {
      if (owner.isConnected && (!byShopper || owner.isBusy())) {
        record().waiting = record().waiting.includes(user) ? record().waiting : [user, ...record().waiting];
        return false;
      }
      record().waiting = [...waitingExcept(owner), owner];
      owner.onFieldsTaken();
    }
    record().owner = user;
    record().waiting = waitingExcept(user);
    return true;
  },

  /** Called by an element that closes its form or leaves the page. */
  release(user: FieldsUser): void {
    const wasOwner = record().owner === user;
    record().users.delete(user);
    record().waiting = waitingExcept(user);
    if (!wasOwner) return;
    record().owner = undefined;
    setTimeout(offerToWaiting); // in a task of its own: an owner that only remounts its fields takes them again before
  },
};
