import { createMercadoPago } from './mercado-pago.js';
import type { StandInOptions } from './options.js';

/** The configuration of the served script, which the server sets in a line before it: `globalThis.__MP_STAND_IN__ = {…};`. */
export type ScriptConfig = Pick<StandInOptions, 'legacyListeners' | 'oldBuild' | 'groups' | 'fieldsFallback'> &
  Required<Pick<StandInOptions, 'apiBase' | 'fieldsPage'>>;

declare global {
  var __MP_STAND_IN__: ScriptConfig | undefined;
}

/**
 * The stand-in as a script, for a server that serves it at `/js/v2`: bundle this file into one classic script and put the
 * configuration before it. Like the real script it defines `window.MercadoPago`. `apiBase` and `fieldsPage` are absolute URLs;
 * both have to send CORS headers for the shop's page, `fieldsPage` for a simple `GET`.
 */
if (!globalThis.__MP_STAND_IN__) throw new Error('__MP_STAND_IN__ must be set before this script');
Object.assign(window, { MercadoPago: createMercadoPago(globalThis.__MP_STAND_IN__) });
