import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { PaymentApiName } from './payment-apis/payment-api.js';
import type { Site } from './sites.js';

/** Who is shopping. `email` is `null` for somebody who has signed out. */
export interface Session {
  readonly site: Site;
  readonly email: string | null;
  /** The demo's switch: otherwise as the shop is configured. */
  readonly paymentApi?: PaymentApiName | undefined;
}

const cookieName = 'shop_session';
const maxSessions = 1000;

/**
 * Sessions behind an opaque cookie. A real shop uses its framework's sessions, which expire and survive a restart,
 * and a sign-in; here a browser that has never been here is the `visitor`'s.
 */
export class SessionStore {
  readonly #sessions = new Map<string, Session>();
  readonly #visitor: Session;

  constructor(visitor: Session) {
    this.#visitor = visitor;
  }

  /**
   * A cookie that is not known, because its session has ended, or was made up, belongs to no one: its sender has to sign in.
   * To fall back to any customer would show one shopper the cards of another.
   */
  read(c: Context): Session {
    const id = getCookie(c, cookieName);
    if (id === undefined) return this.#visitor;
    return this.#sessions.get(id) ?? { site: this.#visitor.site, email: null };
  }

  /** Starts a new session under a new id, so that an id that somebody else knew before is not accepted afterwards. */
  replace(c: Context, session: Session): void {
    this.#sessions.delete(getCookie(c, cookieName) ?? '');
    const [oldest] = this.#sessions.keys();
    if (oldest !== undefined && this.#sessions.size >= maxSessions) this.#sessions.delete(oldest);
    const id = randomUUID();
    this.#sessions.set(id, session);
    const secure = new URL(c.req.url).protocol === 'https:';
    setCookie(c, cookieName, id, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
  }
}
