import { z } from 'zod';
import { paymentApiNames, type PaymentApiName } from './payment-apis/payment-api.js';
import type { ShopData } from './shop-data.js';
import { sites, type Site } from './sites.js';

/** The Mercado Pago this shop talks to: the local sandbox, or the real one with the shop's own credentials. */
export type Backend =
  | { readonly kind: 'sandbox'; readonly origin: string }
  | {
      readonly kind: 'live';
      readonly publicKey: string;
      readonly accessToken: string;
      readonly payerEmail: string;
      readonly site: Site;
    };

export interface MerchantConfig {
  readonly backend: Backend;
  /** Which of Mercado Pago's APIs payments are made with; `payments` if left out. */
  readonly paymentApi?: PaymentApiName;
  /** File of the built script that the plain checkout page loads. */
  readonly builtScript: string;
  /** Modules that replace the built script until there is one; only Vite's dev server can answer them. */
  readonly devModules?: { readonly script: string; readonly elements: string };
  /** Without it the shop knows only what Mercado Pago's search returns, and receives no webhooks. */
  readonly data?: ShopData;
}

const environmentSchema = z.object({
  MP_PUBLIC_KEY: z.string().min(1),
  MP_ACCESS_TOKEN: z.string().min(1),
  MP_PAYER_EMAIL: z.email().default('test@testuser.com'),
  MP_SITE: z.enum(sites).default('MLA'),
});

/** Of a shop with credentials of its own; the demo's sandbox needs neither. */
export const dataSettings = z.object({
  MP_WEBHOOK_SECRET: z.string().min(1).nullable().default(null),
  SHOP_DATA: z.string().min(1).default('.cache/shop-data'),
});

/**
 * The live backend that the environment asks for, or `null` when it names no credentials.
 * Half a set of credentials is a mistake: it throws before anything starts.
 */
export function liveBackendFrom(environment: Record<string, string | undefined>): Backend | null {
  if (!environment['MP_PUBLIC_KEY'] && !environment['MP_ACCESS_TOKEN']) return null;
  const settings = environmentSchema.safeParse(environment);
  if (!settings.success) {
    const names = settings.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`Missing or malformed in the environment: ${names}`);
  }
  return {
    kind: 'live',
    publicKey: settings.data.MP_PUBLIC_KEY,
    accessToken: settings.data.MP_ACCESS_TOKEN,
    payerEmail: settings.data.MP_PAYER_EMAIL,
    site: settings.data.MP_SITE,
  };
}

/** The API that the environment asks for with `MP_API`. */
export function paymentApiFrom({ MP_API: name = 'payments' }: Record<string, string | undefined>): PaymentApiName {
  const api = paymentApiNames.find((known) => known === name);
  if (!api) throw new Error(`MP_API must be one of: ${paymentApiNames.join(', ')}`);
  return api;
}

/** The sandbox reads the country from the credentials; the rest of them names the account. */
export function credentialsFor(backend: Backend, site: Site): { publicKey: string; accessToken: string } {
  return backend.kind === 'live'
    ? { publicKey: backend.publicKey, accessToken: backend.accessToken }
    : { publicKey: `TEST-${site}-demo`, accessToken: `TEST-${site}-demo` };
}
