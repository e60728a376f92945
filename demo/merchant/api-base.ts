import { AppConfig } from 'mercadopago/dist/utils/config/index.js';

/**
 * Points the official SDK at another host, here the sandbox.
 *
 * The SDK has no setting for it: every client reads this static field, which only its types call read-only. So one
 * process talks to one backend, and the package's version is pinned. A shop that only ever talks to Mercado Pago does
 * not need this file.
 */
export function setApiBase(origin: string): void {
  Object.assign(AppConfig, { BASE_URL: origin });
}

/** The same host, for the calls that the SDK has no use for. */
export const apiUrl = (path: string): string => AppConfig.BASE_URL + path;
