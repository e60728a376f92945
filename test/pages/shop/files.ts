import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Library } from '../mechanisms.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const installed = (path: string) => here(`../../../node_modules/${path}`);

/** Prototype is not on npm: Debian's `libjs-prototype` has the original file. */
export const PROTOTYPE = '/usr/share/javascript/prototype/prototype.js';

const OURS = process.env['SCRIPT'] ?? here('../../../dist/mp-saved-cards.min.js');

const FILES: Record<Library, string> = {
  jquery3: installed('jquery3/dist/jquery.js'),
  jquery4: installed('jquery4/dist/jquery.js'),
  'jquery-validation': installed('jquery-validation/dist/jquery.validate.js'),
  htmx: installed('htmx.org/dist/htmx.js'),
  turbo: installed('@hotwired/turbo/dist/turbo.es2017-umd.js'),
  prototype: PROTOTYPE,
};

let standIn: Promise<string> | undefined;

/** A script of a page, by its name. */
export async function script(name: string): Promise<string> {
  if (name === 'stand-in') return (standIn ??= bundleStandIn());
  if (name === 'ours') return readFileSync(OURS, 'utf8');
  if (name in FILES) return readFileSync(FILES[name as Library], 'utf8');
  return readFileSync(here(`../shops/${name}.js`), 'utf8');
}

/** The file for the script tag has to be built, and newer than what it is built from. */
export function requireBuild(): void {
  const source = here('../../../src/');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const newest = Math.max(...files.map((file) => statSync(source + file).mtimeMs));
  const isFresh = existsSync(OURS) && (statSync(OURS).mtimeMs > newest || 'SCRIPT' in process.env);
  if (!isFresh) throw new Error(`${OURS} is missing or older than its source: run \`npm run build\` first`);
}

/** The stand-in for MercadoPago.js as one classic script, `MpTesting`. */
async function bundleStandIn(): Promise<string> {
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
      lib: { entry: here('../../../src/testing/index.ts'), formats: ['iife'], name: 'MpTesting', fileName: 'stand-in' },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('the stand-in could not be bundled');
  return result.output[0].code;
}
