import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What is reported when a process of the browser has ended: by its driver, or since its connection is gone. */
const CRASH = /invalid session id|because the browser disconnected/;

/** WebKitGTK's processes abort now and then; any other browser that does so has failed. */
const hasCrashed = ({ browser, errors = [] }) =>
  browser?.name === 'MiniBrowser' && errors.some(({ message }) => CRASH.test(message));

const visit = (suite, onTest, path = []) => {
  suite?.tests?.forEach((test) => onTest(test, [...path, test.name]));
  suite?.suites?.forEach((inner) => visit(inner, onTest, [...path, inner.name]));
};

/**
 * Sums the tests of all engines; a page that failed to load counts as one failure. Written to `TEST_COUNTS` for `npm test`,
 * with the names of what failed, and the files in which the browser's own process ended.
 */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0, failures: [], crashed: [] };
    const fail = (session, name, error) => {
      count.failed++;
      const where = `${session.browser?.name ?? ''} ${relative(process.cwd(), session.testFile ?? '')}`;
      count.failures.push([where, name, error?.message].filter(Boolean).join(' · '));
    };
    for (const session of sessions) {
      if (process.env.TEST_COUNTS && hasCrashed(session)) {
        count.crashed.push(relative(process.cwd(), session.testFile));
        continue;
      }
      if (session.errors?.length || (!session.passed && !session.testResults)) {
        fail(session, 'the page of the file', session.errors?.[0]);
      }
      visit(session.testResults, (test, path) => {
        if (test.skipped) count.skipped++;
        else if (test.passed) count.passed++;
        else fail(session, path.join(' › '), test.error);
      });
    }
    if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(count));
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
});
