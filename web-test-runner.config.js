import { fileURLToPath } from 'node:url';
import rollupCommonjs from '@rollup/plugin-commonjs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fromRollup } from '@web/dev-server-rollup';
import { defaultReporter } from '@web/test-runner';
import { countReporter } from './.ci/count-reporter.js';
import { engineLaunchers } from './.ci/engine-launchers.js';
import { redirectMiddleware } from './test/merchant/redirect-middleware.js';
import { bankMiddleware } from './test/payment-challenge/bank-middleware.js';

const commonjs = fromRollup(rollupCommonjs);

export default {
  files: [
    'test/**/*.test.ts',
    '!test/apps/**',
    '!test/demo/**',
    '!test/e2e/**',
    '!test/pages/**',
    '!test/pictures/**',
    '!test/package/**',
    '!test/proof/**',
  ],
  nodeResolve: { exportConditions: ['development'] },
  plugins: [
    commonjs({
      include: ['**/node_modules/{@mercadopago,@sinonjs,type-detect}/**'],
      strictRequires: false,
      requireReturnsDefault: true,
      ignore: ['timers', 'timers/promises', 'perf_hooks', 'util'], // fake-timers asks for them in Node only
    }),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  middleware: [redirectMiddleware, bankMiddleware],
  // The pages of one engine compete for the keyboard focus: one at a time. The engines do not know of each other.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 120_000,
  browsers: await engineLaunchers(),
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // Only Chromium measures it: `npm run coverage`.
  coverageConfig: { include: ['src/**/*.ts'], reportDir: 'coverage', reporters: ['text', 'lcov'] },
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 600_000, // a file may have a hundred tests that axe looks at twice
};
