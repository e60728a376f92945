import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite, minify, type Rolldown } from 'vite';
import { challengeLanguages } from '../../src/i18n/challenge/languages.js';
import { formLanguages } from '../../src/i18n/form/languages.js';
import { listLanguages } from '../../src/i18n/list/languages.js';

type Part = 'list' | 'form' | 'challenge';

/** What an app imports, how much of the package may end up in its bundle (kB, minified and gzipped), and which elements. */
const IMPORTS: readonly [code: string, limit: number, parts: readonly Part[]][] = [
  [`import 'mp-saved-cards';`, 74.3, ['list', 'form', 'challenge']],
  [`import 'mp-saved-cards/saved-cards';`, 54.7, ['list']],
  [`import 'mp-saved-cards/add-card';`, 50.7, ['form']],
  [`import 'mp-saved-cards/payment-challenge';`, 18, ['challenge']],
  [`import { MpSavedCardsElement } from 'mp-saved-cards/elements'; console.log(MpSavedCardsElement);`, 54.7, ['list']],
  [`import { MpError } from 'mp-saved-cards/elements'; console.log(MpError);`, 0.6, []],
  [`import { configureSdk } from 'mp-saved-cards/elements'; configureSdk({});`, 0.6, []],
  [`import 'mp-saved-cards/elements';`, 0.1, []],
  [`import 'mp-saved-cards/testing';`, 0.1, []],
];

/** One sentence that only this element says. */
const SENTENCES: Readonly<Record<Part, string>> = {
  list: listLanguages.en.emptyManage,
  form: formLanguages.en.trust,
  challenge: challengeLanguages.en.openBankPage,
};

const external = [/^lit($|\/)/, '@mercadopago/sdk-js'];
const stdin = (contents: string) => ({ contents, resolveDir: resolve('test'), loader: 'js' as const });
/** The app's only module, for bundlers that want a file. */
const app = (code: string) => ({
  name: 'app',
  resolveId: (id: string) => (id === 'app.js' ? resolve('test/app.js') : undefined),
  load: (id: string) => (id === resolve('test/app.js') ? code : undefined),
});

/** All code that a page may load; what is loaded later is in it too. */
const BUNDLERS: Readonly<Record<string, (code: string) => Promise<string>>> = {
  async esbuild(code) {
    const { outputFiles } = await esbuild({
      stdin: stdin(code),
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'error',
      external: ['lit', 'lit/*', '@mercadopago/sdk-js'],
    });
    return outputFiles.map(({ text }) => text).join('');
  },
  async Rollup(code) {
    const bundle = await rollup({ input: 'app.js', external, plugins: [app(code), nodeResolve()] });
    const { output } = await bundle.generate({ format: 'es' });
    return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
  },
  async Vite(code) {
    const { output } = (await vite({
      configFile: false,
      logLevel: 'error',
      plugins: [app(code)],
      build: {
        write: false,
        minify: false,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: { input: 'app.js', external },
      },
    })) as Rolldown.RolldownOutput;
    return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
  },
};

describe('what ends up in the bundle of an app', () => {
  for (const [code, limit, parts] of IMPORTS)
    for (const [bundler, bundle] of Object.entries(BUNDLERS))
      it(`is at most ${limit} kB with ${bundler}: ${code}`, async (test) => {
        const bundled = await bundle(code);
        const size = gzipSync((await minify('app.js', bundled, { module: true })).code, { level: 9 }).length / 1000;
        test.diagnostic(`${size.toFixed(1)} kB`);
        const found = Object.entries(SENTENCES).filter(([, sentence]) => bundled.includes(sentence));
        assert.deepEqual(
          found.map(([part]) => part),
          parts,
        );
        assert.ok(size <= limit, `${size} kB`);
      });
});
