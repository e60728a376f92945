import { fileURLToPath } from 'node:url';
import rollupCommonjs from '@rollup/plugin-commonjs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fromRollup } from '@web/dev-server-rollup';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { countReporter } from './.ci/count-reporter.js';
import { webkitLauncher } from './.ci/webkit-launcher.js';

const commonjs = fromRollup(rollupCommonjs);

const chromium = () =>
  chromeLauncher({
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  });

const firefox = () => {
  const launcher = chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true },
  });
  launcher.name = 'Firefox'; // the launcher calls itself Chrome otherwise
  return launcher;
};

const launchers = { chromium, firefox, webkit: webkitLauncher };
const engines = (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',');

export default {
  files: ['test/**/*.test.ts', '!test/demo/**', '!test/e2e/**', '!test/pictures/**', '!test/package/**'],
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
  // The pages of one engine compete for the keyboard focus: one at a time. Two engines do not know of each other.
  concurrency: 1,
  concurrentBrowsers: 2,
  browsers: await Promise.all(engines.map((name) => launchers[name]())),
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  testFramework: { config: { timeout: 10_000 } },
};
