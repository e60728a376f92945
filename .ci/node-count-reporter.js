import { relative } from 'node:path';

/** Counts the tests of `node --test` for `npm test`, with the names of what failed; JSON to the reporter's destination. */
export default async function* countReporter(events) {
  const count = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const isFile = data.nesting === 0 && data.file && data.name.endsWith('.ts');
    if (isFile && type === 'test:pass') continue;
    if (data.skip !== undefined || data.todo !== undefined) count.skipped++;
    else if (type === 'test:pass') count.passed++;
    else {
      count.failed++;
      const { cause } = data.details?.error ?? {};
      count.failures.push(
        `${relative(process.cwd(), data.file ?? '')} · ${data.name} · ${cause?.message ?? cause ?? ''}`,
      );
    }
  }
  yield JSON.stringify(count);
}
