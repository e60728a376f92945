import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { countReporter } from '../../.ci/count-reporter.js';
import { engineLaunchers } from '../../.ci/engine-launchers.js';
import { matrixReporter } from './matrix-reporter.js';
import { PROTOTYPE, requireBuild } from './shop/files.js';
import { command, shopMiddleware } from './shop/server.js';

/**
 * `npm run pages`: pages of other people, with the libraries that they use, × engines. What the pages load is what a
 * storefront loads: the file for the script tag. `ENGINES=firefox`, `ONLY=htmx`, `KEYS=kx` (columns)
 * and `PAGES=short` take a part of it.
 */
requireBuild();

const leftOut = existsSync(PROTOTYPE) ? [] : ['prototype'];
if (leftOut.length > 0) {
  if (process.env.CI === 'true') throw new Error('Prototype is missing: apt-get install libjs-prototype');
  console.log('Left out: Prototype. On Debian: apt-get install libjs-prototype');
}

const PAGES = {
  short: process.env.PAGES === 'short',
  only: process.env.ONLY ?? '',
  keys: process.env.KEYS ?? '',
  leftOut,
};

export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: ['test/pages/*.test.ts'],
  nodeResolve: { exportConditions: ['development'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    }),
    {
      name: 'shop',
      executeCommand: ({ command: name, payload }) =>
        name === 'shop' ? command(payload.run, payload.order) : undefined,
    },
  ],
  middleware: [shopMiddleware],
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <body>
        <script>globalThis.PAGES = ${JSON.stringify(PAGES)};</script>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 120_000,
  browsers: await engineLaunchers(),
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), matrixReporter(), countReporter()],
  testFramework: { config: { timeout: 25_000 } },
  testsFinishTimeout: 1_200_000,
};
