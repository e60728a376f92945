import { publicKeyProblem } from './payment-sdk.js';

/**
 * MercadoPago.js has one field of each type and one public key for the whole page, so all our elements on it share one
 * owner of Secure Fields. The record lives under one symbol, so that two copies of this package share it too.
 */
export interface Tenant {
  /** The public key that this element uses. */
  readonly publicKey: string;
  /** False from the moment the element leaves the page, a turn before it gives the fields back. */
  readonly isPresent: boolean;
  /** True while a token is being made or a save is pending: not to be interrupted. */
  isBusy(): boolean;
  /** Another element takes the fields: unmount, and show it. */
  evict(): void;
}

interface Page {
  owner: Tenant | undefined;
  tenants: Set<Tenant>;
}

const KEY = Symbol.for('mp-saved-cards.secure-fields');

const page = (): Page => ((globalThis as { [KEY]?: Page })[KEY] ??= { owner: undefined, tenants: new Set() });

export const lease = {
  /** True when another element of the page uses another public key, which MercadoPago.js cannot do. */
  keyClashes: (tenant: Tenant): boolean => {
    if (publicKeyProblem(tenant.publicKey)) return false; // refused for that, and no reason to refuse another
    const { tenants } = page();
    const clashes = [...tenants].some((other) => other !== tenant && other.publicKey !== tenant.publicKey);
    if (!clashes) tenants.add(tenant); // the one that came later is refused, and does not spoil the first
    return clashes;
  },

  /** Takes the fields when they are free, or from their owner when a shopper's act asks for them. */
  take(tenant: Tenant, byShopper: boolean): boolean {
    const { owner } = page();
    if (owner && owner !== tenant) {
      if (owner.isPresent && (!byShopper || owner.isBusy())) return false;
      owner.evict();
    }
    page().owner = tenant;
    return true;
  },

  /** Gives the fields back, as an element does that leaves the page. */
  release(tenant: Tenant): void {
    page().tenants.delete(tenant);
    if (page().owner === tenant) page().owner = undefined;
  },
};
