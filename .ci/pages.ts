import { browserSuite, report } from './suites.js';

/** `npm run pages`: the whole matrix of `test/pages/`, or the part that `ENGINES` and `ONLY` name. */
await browserSuite('pages', process.env['ENGINES'] ?? 'chromium,firefox,webkit', [
  '--config',
  'test/pages/pages.config.js',
]);
report();
