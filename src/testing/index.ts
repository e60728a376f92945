/**
 * The offline stand-in for MercadoPago.js. Nothing happens on import; `installMercadoPago()` puts it in place.
 *
 * ```js
 * const standIn = installMercadoPago();
 * await standIn.type('securityCode', '123');
 * standIn.nextToken = 'card-unknown';
 * standIn.uninstall();
 * ```
 *
 * It needs a real browser: the fields are frames with a script of their own.
 */
export { createMercadoPago } from './mercado-pago.js';
export { installMercadoPago, type MountedField, type StandIn } from './stand-in.js';
export { secureFieldsHtml, type SecureFieldsHtmlOptions } from './secure-fields-html.js';
export type { CoreAnswers, Readiness, StandInOptions, TokenOutcome } from './options.js';
export type { Holdable, SdkCall } from './stage.js';
export type * from './types.js';
