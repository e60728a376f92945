/** Counts the tests of `node --test` for `npm test`; written as JSON to the reporter's destination. */
export default async function* countReporter(events) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const isFile = data.nesting === 0 && data.file && data.name.endsWith('.ts');
    if (isFile && type === 'test:pass') continue;
    if (data.skip !== undefined || data.todo !== undefined) count.skipped++;
    else count[type === 'test:pass' ? 'passed' : 'failed']++;
  }
  yield JSON.stringify(count);
}
