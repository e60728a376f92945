/** How MercadoPago.js is loaded and constructed. Set with `configureSdk` before the first element connects. */
export interface SdkOptions {
  /** Address of the script. Default: `https://sdk.mercadopago.com/js/v2`. */
  url?: string;
  /** CSP nonce for the script tag. The single-file script takes that of its own tag. */
  nonce?: string;
  /** Passed to the constructor: no requests to Mercado Pago's tracking. */
  trackingDisabled?: boolean;
  /** Passed to the constructor: device fingerprint for fraud prevention (an inline script; see the README's CSP section). */
  advancedFraudPrevention?: boolean;
  /** A `MercadoPago` object, or a promise of one, that the page already made. Nothing is loaded then. */
  instance?: object | Promise<object>;
}

let options: SdkOptions = {};

/**
 * Sets how MercadoPago.js is loaded. Call it before the first element connects; later calls add to or replace earlier options.
 *
 * @example configureSdk({ nonce: 'r4nd0m', trackingDisabled: true });
 */
export function configureSdk(changes: SdkOptions): void {
  options = { ...options, ...changes };
}

export const sdkOptions = (): SdkOptions => options;
