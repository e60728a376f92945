import type { HttpBindings } from '@hono/node-server';
import type { Control } from '../control/control.js';
import type { Fault } from '../control/settings.js';
import type { Account } from '../engine/account.js';

/** How a request showed who it is. */
export type Credential = 'access-token' | 'public-key' | 'none' | 'refused';

/** What handlers find in their context. */
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: {
    control: Control;
    credential: Credential;
    /** The access token or public key itself; empty when there was none. */
    key: string;
    /** Whose credential was sent; `null` when there was none that counts. */
    caller: Account | null;
    /** Set by a resource's guard: the account to work on. */
    account: Account;
    /** The JSON body, once a resource has read it. */
    body: unknown;
    /** The faults that struck this request. */
    faults: Fault[];
  };
}
