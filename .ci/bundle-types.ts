import { rmSync } from 'node:fs';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { chunkFile } from './chunks.js';
import { ENTRIES } from './entries.js';

/** Where `tsc` writes the declarations of every module. */
const EVERY_MODULE = '.cache/build/types';

/** Bundles the declarations as the modules are: those of `src/` that are not public have no file that could be imported. */
export async function bundleTypes(): Promise<void> {
  const bundle = await rollup({
    input: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, source]) => [
        name,
        source.replace(/^src\//, `${EVERY_MODULE}/`).replace(/\.ts$/, '.d.ts'),
      ]),
    ),
    external: /^lit($|\/)/,
    plugins: [dts()],
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  await bundle.write({
    dir: 'dist',
    entryFileNames: '[name].d.ts',
    chunkFileNames: (chunk) => `${chunkFile(chunk)}.d.ts`,
  });
  rmSync(EVERY_MODULE, { recursive: true });
}
