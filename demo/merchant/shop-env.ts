import type { Context } from 'hono';
import type { MerchantConfig } from './config.js';
import type { MercadoPago } from './mercado-pago.js';
import type { Session, SessionStore } from './session.js';

/** What the middleware of `app.ts` puts at the disposal of every route. */
export interface ShopEnv {
  Variables: {
    config: MerchantConfig;
    sessions: SessionStore;
    session: Session;
    mercadoPago: MercadoPago;
    /** The page has the bank's question in a frame. */
    showsChallenge?: boolean;
  };
}

export type ShopContext = Context<ShopEnv>;
