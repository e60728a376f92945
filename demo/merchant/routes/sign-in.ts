import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { readBody } from '../requests.js';
import type { ShopContext } from '../shop-env.js';
import { sites } from '../sites.js';
import { checkoutSettings } from './checkout-settings.js';

const customers = ['ana', 'bruno', 'carla', 'olga', 'oscar', 'veinte', 'mil', 'nuevo'] as const;
const signInRequest = z.object({ site: z.enum(sites), customer: z.enum(customers).nullable() });

/**
 * `POST /session`, in the sandbox only: signs in as one of its customers, or signs out with `customer: null`.
 * A real shop has a sign-in.
 */
export async function signIn(c: ShopContext) {
  if (c.var.config.backend.kind === 'live') throw new HTTPException(404, { message: 'Only the sandbox has customers' });
  const { site, customer } = await readBody(c, signInRequest);
  const session = { site, email: customer && `${customer}@testuser.com` };
  c.var.sessions.replace(c, session);
  c.set('session', session);
  return checkoutSettings(c);
}
