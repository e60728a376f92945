import { writeFileSync } from 'node:fs';

const visit = (suite, onTest) => {
  suite?.tests?.forEach(onTest);
  suite?.suites?.forEach((inner) => visit(inner, onTest));
};

/** Sums the tests of all engines; a page that failed to load counts as one failure. Written to `TEST_COUNTS` for `npm test`. */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      if (session.errors?.length || (!session.passed && !session.testResults)) count.failed++;
      visit(session.testResults, (test) => count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++);
    }
    if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(count));
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
});
