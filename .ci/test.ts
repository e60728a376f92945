import { provideEngines } from './engines.js';
import { sideBySide } from './steps.js';
import { browserSuite, check, nodeSuite, report } from './suites.js';

/** `npm test`: everything that CI runs. Ends with one line that sums all test runs; a failed check counts as a failure. */
const engines = await provideEngines();
const ENGINES = engines.join(',');

// Each works on one core and a bit. The longest come first, and short ones last, so that no core waits for the last one.
await sideBySide([
  ...engines.map((engine) => () => browserSuite('component', engine)),
  async () => {
    await check('node', '--import', '@oxc-node/core/register', '.ci/build.ts');
    await nodeSuite('servers', ENGINES, ['test/apps', 'test/demo', 'test/package'], { atOnce: 1 });
    // A part of the matrix that `npm run pages` prints whole. They and the servers use what was built.
    for (const engine of engines)
      await browserSuite('pages', engine, ['--config', 'test/pages/pages.config.js'], { PAGES: 'short' });
  },
  () => check('eslint', '.', '--max-warnings', '0'),
  () => check('prettier', '--check', '--log-level', 'warn', '.'),
  () => check('tsc', '--noEmit'),
  () => check('npm', 'run', '--silent', 'lint:imports'),
]);

// Two at a time, since each waits for its pages most of its time.
await nodeSuite('end-to-end', ENGINES, ['test/pictures', 'test/e2e'], { atOnce: 2 });

report();
