import { z } from 'zod';
import type { CheckoutSettings } from '../qa/shop-server.js';

const answer = z.array(z.object({ id: z.string(), name: z.string() }));
export type DocumentType = z.output<typeof answer>[number];

const LIVE = 'https://api.mercadopago.com';

/**
 * The kinds of identity document of the country, as `getIdentificationTypes()` of MercadoPago.js asks for them. Mexico has
 * none; nor has a page that is offline, where a profile can still be changed.
 */
export async function documentTypes({ publicKey, sandbox }: CheckoutSettings): Promise<readonly DocumentType[]> {
  const url = new URL('/v1/identification_types', sandbox?.origin ?? LIVE);
  url.searchParams.set('public_key', publicKey);
  try {
    const response = await fetch(url);
    return answer.safeParse(await response.json()).data ?? [];
  } catch {
    return [];
  }
}
