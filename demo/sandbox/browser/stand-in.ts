import { fileURLToPath } from 'node:url';
import type { ScriptConfig } from '../../../src/testing/script.js';

const ENTRY = fileURLToPath(new URL('../../../src/testing/script.ts', import.meta.url));

let bundle: Promise<string> | undefined;

/** The stand-in for MercadoPago.js as one classic script that knows where this sandbox is. Bundled once per process. */
export async function standInScript(config: ScriptConfig): Promise<string> {
  bundle ??= bundleEntry();
  return `globalThis.__MP_STAND_IN__ = ${JSON.stringify(config)};\n${await bundle}`;
}

async function bundleEntry(): Promise<string> {
  // Loaded only now: a sandbox that serves REST alone starts several times faster without it.
  const { build } = await import('vite');
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'es2022',
      lib: { entry: ENTRY, formats: ['iife'], name: 'MercadoPagoStandIn', fileName: 'mercadopago' },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('the stand-in could not be bundled');
  return result.output[0].code;
}
