import { provideEngines } from './engines.js';
import { sideBySide } from './steps.js';
import { browserSuite, check, nodeSuite, report } from './suites.js';

/** `npm test`: everything that CI runs. Ends with one line that sums all test runs; a failed check counts as a failure. */
const engines = await provideEngines();
const ENGINES = engines.join(',');

// What the other tests use is built beside a check that takes as long.
await sideBySide([
  () => check('node', '--import', '@oxc-node/core/register', '.ci/build.ts'),
  () => check('prettier', '--check', '--log-level', 'warn', '.'),
]);

// Each works on one core and a bit. The longest come first, and short ones last, so that no core waits for the last one.
await sideBySide([
  ...engines.map((engine) => () => browserSuite('component', engine)),
  () => nodeSuite('servers', ENGINES, ['test/apps', 'test/demo', 'test/package'], { atOnce: 1 }),
  () => check('eslint', '.', '--max-warnings', '0'),
  // A part of the matrix that `npm run pages` prints whole.
  ...engines.map(
    (engine) => () => browserSuite('pages', engine, ['--config', 'test/pages/pages.config.js'], { PAGES: 'short' }),
  ),
  () => check('tsc', '--noEmit'),
  () => check('npm', 'run', '--silent', 'lint:imports'),
]);

// Two at a time, since each waits for its pages most of its time.
await nodeSuite('end-to-end', ENGINES, ['test/pictures', 'test/e2e'], { atOnce: 2 });

report();
