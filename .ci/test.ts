import { provideEngines } from './engines.js';
import { browserSuite, check, nodeSuite, report } from './suites.js';

/** `npm test`: everything that CI runs. Ends with one line that sums all test runs; a failed check counts as a failure. */
const engines = await provideEngines();
const ENGINES = engines.join(',');

// Each of them works on one core.
const build = async () => {
  await check('tsc', '--noEmit');
  await check('npm', 'run', '--silent', 'lint:imports');
  await check('prettier', '--check', '--log-level', 'warn', '.');
  await check('node', '--import', 'ts-blank-space/register', '.ci/build.ts');
};
await Promise.all([build(), check('eslint', '.', '--max-warnings', '0')]);

await browserSuite('component', ENGINES);

// A part of the matrix that `npm run pages` prints whole.
await browserSuite('pages', ENGINES, ['--config', 'test/pages/pages.config.js'], { PAGES: 'short' });

await nodeSuite('servers', ENGINES, ['test/apps', 'test/demo', 'test/package']);
await nodeSuite('end-to-end', ENGINES, ['test/pictures', 'test/e2e']);

report();
