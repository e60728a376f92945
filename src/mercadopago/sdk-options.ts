/** How MercadoPago.js is loaded and constructed. Set with `configureSdk`. */
export interface SdkOptions {
  /** Address of the script. Default: `https://sdk.mercadopago.com/js/v2`. */
  url?: string;
  /** CSP nonce for the script tag. The single-file script takes that of its own tag, or its `data-nonce`. */
  nonce?: string;
  /** Passed to the constructor: no requests to Mercado Pago's tracking. `data-tracking-disabled` of the script tag. */
  trackingDisabled?: boolean;
  /** Passed to the constructor: device fingerprint for fraud prevention (an inline script; see the README's CSP section). `data-advanced-fraud-prevention` of the script tag. */
  advancedFraudPrevention?: boolean;
  /** A `MercadoPago` object, or a promise of one, that the page already made. Nothing is loaded then. */
  instance?: object | Promise<object>;
}

let options: SdkOptions = {};

/**
 * Sets how MercadoPago.js is loaded. Call it before the first element connects, or from any script that
 * runs while the page is parsed. Later calls add to or replace earlier options.
 *
 * @example configureSdk({ nonce: 'r4nd0m', trackingDisabled: true });
 */
export function configureSdk(changes: SdkOptions): void {
  options = { ...options, ...changes };
}

export const sdkOptions = (): SdkOptions => options;

/** The options that the tag of our script gives: its nonce, and `data-` attributes. `data-…="false"` is false. */
export function optionsOf(script: HTMLOrSVGScriptElement | null): SdkOptions {
  if (!script) return {};
  const { nonce, trackingDisabled, advancedFraudPrevention } = script.dataset;
  const found: SdkOptions = {};
  const given = script.nonce || nonce;
  if (given) found.nonce = given;
  if (trackingDisabled !== undefined) found.trackingDisabled = trackingDisabled !== 'false';
  if (advancedFraudPrevention !== undefined) found.advancedFraudPrevention = advancedFraudPrevention !== 'false';
  return found;
}
