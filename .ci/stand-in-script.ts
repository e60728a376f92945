import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Only in a browser: under Node and in a test DOM it does nothing, as the other files of the package. */
const CODE = `import { installMercadoPago } from './index.js';
if (globalThis.document && globalThis.ResizeObserver) globalThis.mercadoPagoStandIn = installMercadoPago();`;

const TYPES = `import type { StandIn } from './index.js';

declare global {
  /** The stand-in for MercadoPago.js in a page that has \`mp-saved-cards/testing/script\` as a script. */
  var mercadoPagoStandIn: StandIn | undefined;
}
`;

/** Writes the stand-in as a classic script, for a test that answers the address of MercadoPago.js with a file. */
export async function writeStandInScript(): Promise<void> {
  await build({
    stdin: { contents: CODE, resolveDir: 'dist/testing' },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    outfile: 'dist/testing/script.js',
    logLevel: 'warning',
  });
  writeFileSync('dist/testing/script.d.ts', TYPES);
}
