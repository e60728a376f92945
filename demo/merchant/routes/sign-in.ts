import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { paymentApiNames } from '../payment-apis/payment-api.js';
import { readBody } from '../requests.js';
import type { ShopContext } from '../shop-env.js';
import { sites } from '../sites.js';
import { checkoutSettings } from './checkout-settings.js';

const customers = ['ana', 'bruno', 'carla', 'olga', 'oscar', 'veinte', 'mil', 'dora', 'nuevo'] as const;
const signInRequest = z.object({
  site: z.enum(sites),
  customer: z.enum(customers).nullable(),
  api: z.enum(paymentApiNames).optional(),
});

/**
 * `POST /session`, in the sandbox only: signs in as one of its customers, or signs out with `customer: null`.
 * A real shop has a sign-in.
 */
export async function signIn(c: ShopContext) {
  if (c.var.config.backend.kind === 'live') throw new HTTPException(404, { message: 'Only the sandbox has customers' });
  const { site, customer, api } = await readBody(c, signInRequest);
  const session = { site, email: customer && `${customer}@testuser.com`, paymentApi: api };
  c.var.sessions.replace(c, session);
  c.set('session', session);
  return checkoutSettings(c);
}
