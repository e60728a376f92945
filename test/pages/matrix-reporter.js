/** The columns, which are the letters of `scenarios.ts`. */
const ORDER = 'aflbrcsuqdewnmvkpoxghtyz12345';

const MARKS = { passed: '✓', failed: '✗', skipped: '–' };

/** Tests of a session as `{mechanism, key, words, mark}`. */
function* results(suite, mechanism = '') {
  for (const test of suite?.tests ?? []) {
    const [key, ...words] = test.name.split(': ');
    const mark = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
    yield { mechanism, key, words: words.join(': '), mark };
  }
  for (const inner of suite?.suites ?? []) yield* results(inner, inner.name);
}

/** Prints mechanism × engine × scenario. */
export const matrixReporter = () => ({
  onTestRunFinished({ sessions }) {
    const engines = new Map();
    const scenarios = new Map();
    for (const session of sessions) {
      const rows = engines.get(session.browser.name) ?? new Map();
      engines.set(session.browser.name, rows);
      for (const { mechanism, key, words, mark } of results(session.testResults)) {
        scenarios.set(key, words);
        rows.set(mechanism, (rows.get(mechanism) ?? new Map()).set(key, mark));
      }
    }
    const keys = [...scenarios.keys()].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));
    const mechanisms = [...new Set([...engines.values()].flatMap((rows) => [...rows.keys()]))];
    const width = Math.max(0, ...mechanisms.map(({ length }) => length));
    const line = (name, cells) => console.log([name.padEnd(width), ...cells].join('  '));
    console.log('');
    const block = Math.max(keys.length * 2 - 1, ...[...engines.keys()].map(({ length }) => length));
    line(
      '',
      [...engines.keys()].map((name) => name.padEnd(block)),
    );
    line(
      '',
      [...engines.keys()].map(() => keys.join(' ').padEnd(block)),
    );
    for (const mechanism of mechanisms) {
      const cells = (rows) => keys.map((key) => MARKS[rows.get(mechanism)?.get(key)] ?? ' ').join(' ');
      line(
        mechanism,
        [...engines.values()].map((rows) => cells(rows).padEnd(block)),
      );
    }
    console.log('');
    for (const key of keys) console.log(`${key}  ${scenarios.get(key)}`);
  },
});
