import { createMercadoPago } from './mercado-pago.js';
import type { StandInOptions } from './options.js';

/** What the served script is told by the line that is put before it: `globalThis.__MP_STAND_IN__ = {…};`. */
export type ScriptConfig = Pick<StandInOptions, 'legacyListeners' | 'oldBuild' | 'groups'> &
  Required<Pick<StandInOptions, 'apiBase' | 'fieldsPage'>>;

declare global {
  var __MP_STAND_IN__: ScriptConfig | undefined;
}

/**
 * The stand-in as a script of its own, for a server that offers it at `/js/v2`: bundle this file into one classic
 * script and put the configuration before it. Loaded, it defines `window.MercadoPago` as the real one does. `apiBase`
 * and `fieldsPage` are absolute; both must answer with CORS headers for the shop's page, `fieldsPage` to a plain `GET`.
 */
if (!globalThis.__MP_STAND_IN__) throw new Error('__MP_STAND_IN__ must be set before this script');
Object.assign(window, { MercadoPago: createMercadoPago(globalThis.__MP_STAND_IN__) });
