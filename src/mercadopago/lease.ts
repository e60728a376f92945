import { pageRecord } from '../page-record.js';
import { publicKeyProblem } from './payment-sdk.js';

/**
 * MercadoPago.js has one field of each type and one public key for the whole page, so all our elements on it share one
 * owner of Secure Fields. At load it is the first who asks; later only a shopper's act takes them from him; when he gives
 * them back, they are offered to the one who lost them last, so that no element says "not here" for nothing.
 * Copies of this package that speak the same protocol share the record; see `pageRecord`.
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
  /** The fields are free again: take them, if the shopper can see this element. */
  welcome(): void;
}

interface Page {
  owner: Tenant | undefined;
  readonly tenants: Set<Tenant>;
  /** Those who lost the fields or did not get them; who lost them last stands last. */
  waiting: readonly Tenant[];
}

const page = (): Page =>
  pageRecord<Page>('secure-fields', () => ({ owner: undefined, tenants: new Set(), waiting: [] }));

const others = (tenant: Tenant) => page().waiting.filter((other) => other !== tenant);

function offer(): void {
  for (const tenant of [...page().waiting].reverse()) if (!page().owner && tenant.isPresent) tenant.welcome();
}

export const lease = {
  /** True when another element of the page uses another public key, which MercadoPago.js cannot do. */
  keyClashes: (tenant: Tenant): boolean => {
    if (publicKeyProblem(tenant.publicKey)) return false; // refused for that, and no reason to refuse another
    const { tenants } = page();
    const clashes = [...tenants].some((other) => other !== tenant && other.publicKey !== tenant.publicKey);
    if (!clashes) tenants.add(tenant); // the one that came later is refused, and does not spoil the first
    return clashes;
  },

  /** As `keyClashes`, for who only looks. */
  hasOtherKey: (publicKey: string): boolean => [...page().tenants].some((tenant) => tenant.publicKey !== publicKey),

  /** Takes the fields when they are free, or from their owner when a shopper's act asks for them. */
  take(tenant: Tenant, byShopper: boolean): boolean {
    const { owner } = page();
    if (owner && owner !== tenant) {
      if (owner.isPresent && (!byShopper || owner.isBusy())) {
        page().waiting = page().waiting.includes(tenant) ? page().waiting : [tenant, ...page().waiting];
        return false;
      }
      page().waiting = [...others(owner), owner];
      owner.evict();
    }
    page().owner = tenant;
    page().waiting = others(tenant);
    return true;
  },

  /** Gives the fields back, as an element does that closes its form or leaves the page. */
  release(tenant: Tenant): void {
    const wasOwner = page().owner === tenant;
    page().tenants.delete(tenant);
    page().waiting = others(tenant);
    if (!wasOwner) return;
    page().owner = undefined;
    setTimeout(offer); // a turn later: who only begins anew takes them again before that
  },
};
