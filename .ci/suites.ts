import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './steps.js';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Names of what failed, printed as the last lines of a long log. */
  failures: string[];
  /** Files in which WebKit's own process ended, so that nothing is known of their tests. */
  crashed?: string[];
}

const scratch = mkdtempSync(join(tmpdir(), 'mp-saved-cards-'));
const total: Count = { passed: 0, failed: 0, skipped: 0, failures: [] };

export async function check(command: string, ...args: string[]): Promise<void> {
  if ((await run(command, args)) !== 0) fail([command, ...args].join(' '));
}

function fail(name: string): void {
  total.failed++;
  total.failures.push(name);
}

/**
 * A run that writes its counts to a file; one that exits with an error without a failed test counts as one failure.
 *
 * @returns the files of which nothing is known, since the browser's own process ended
 */
async function suite(
  file: string,
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<readonly string[]> {
  rmSync(file, { force: true });
  const code = await run(command, args, env);
  const count = readCount(file);
  total.passed += count.passed;
  total.skipped += count.skipped;
  total.failed += count.failed;
  total.failures.push(...count.failures);
  if (code !== 0 && count.failed === 0 && !count.crashed?.length) fail(`${command} ended with ${code}`);
  return count.crashed ?? [];
}

/** A run in browsers. Where WebKit's own process ended, the file is run once more; if it ends there again, that is a failure. */
export async function browserSuite(
  name: string,
  engines: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<void> {
  const counts = join(scratch, `${name}.json`);
  const runner = ['--import', 'ts-blank-space/register', 'node_modules/@web/test-runner/dist/bin.js', ...args];
  const crashed = await suite(counts, 'node', runner, { ENGINES: engines, TEST_COUNTS: counts, ...env });
  if (crashed.length === 0) return;
  console.log(`\nWebKit's own process ended in ${crashed.join(', ')}: run once more`);
  const again = await suite(counts, 'node', [...runner, '--files', ...crashed], {
    TEST_COUNTS: counts,
    ...env,
    ENGINES: 'webkit',
  });
  for (const file of again) fail(`${file} · WebKit's own process ended twice`);
}

function readCount(file: string): Count {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Count;
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [`no counts in ${basename(file)}`] };
  }
}

const testFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(folder, file));

/** Each file is a process of its own, with its own servers and browsers; two at a time, since each waits most of its time. */
export async function nodeSuite(name: string, engines: string, folders: readonly string[]): Promise<void> {
  const counts = join(scratch, `${name}.json`);
  const reporters = ['spec', 'stdout', './.ci/node-count-reporter.js', counts].map((value, index) =>
    index % 2 === 0 ? `--test-reporter=${value}` : `--test-reporter-destination=${value}`,
  );
  const files = folders.flatMap(testFiles);
  const options = ['--import', 'ts-blank-space/register', '--test', '--test-concurrency=2', ...reporters];
  await suite(counts, 'node', [...options, ...files], { ENGINES: engines });
}

/** The last lines of a run: what failed, and the sum of all suites. */
export function report(): void {
  rmSync(scratch, { recursive: true });
  for (const failure of total.failures) console.log(`✖ ${failure}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
