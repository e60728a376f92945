/**
 * The offline stand-in for MercadoPago.js. The import has no side effects; `installMercadoPago()` installs it.
 *
 * ```js
 * const standIn = installMercadoPago();
 * await standIn.type('securityCode', '123');
 * standIn.nextToken = 'card-unknown';
 * standIn.uninstall();
 * ```
 *
 * It needs a real browser, since the fields are frames with their own script.
 */
export { createMercadoPago } from './mercado-pago.js';
export { installMercadoPago, type MountedField, type StandIn } from './stand-in.js';
export { secureFieldsHtml, type SecureFieldsHtmlOptions } from './secure-fields-html.js';
export type { CoreAnswers, Readiness, StandInOptions, TokenOutcome } from './options.js';
export type { Holdable, SdkCall } from './test-controls.js';
export type * from './types.js';
