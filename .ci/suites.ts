import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
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

/** A run in browsers. Where WebKit's own process ended, the file is run again; if it ends again, that is a failure. */
export async function browserSuite(
  name: string,
  engines: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<void> {
  const counts = join(scratch, `${name}-${engines}.json`);
  const program = ['--import', '@oxc-node/core/register', 'node_modules/@web/test-runner/dist/bin.js'];
  // Two runners that look for a free port at the same time find the same one.
  const runner = [...program, '--port', String(await freePort()), ...args];
  const crashed = await suite(counts, 'node', runner, { ENGINES: engines, TEST_COUNTS: counts, ...env });
  if (crashed.length === 0) return;
  console.log(`\nWebKit's own process ended in ${crashed.join(', ')}: run again`);
  const again = await suite(counts, 'node', [...runner, '--files', ...crashed], {
    TEST_COUNTS: counts,
    ...env,
    ENGINES: 'webkit',
  });
  for (const file of again) fail(`${file} · WebKit's own process ended twice`);
}

/** A port that the system has just had to spare. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
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

/** Each file is a process of its own, with its own servers and browsers. */
export async function nodeSuite(
  name: string,
  engines: string,
  folders: readonly string[],
  { atOnce }: { readonly atOnce: number },
): Promise<void> {
  const counts = join(scratch, `${name}.json`);
  const reporters = ['spec', 'stdout', './.ci/node-count-reporter.js', counts].map((value, index) =>
    index % 2 === 0 ? `--test-reporter=${value}` : `--test-reporter-destination=${value}`,
  );
  const files = folders.flatMap(testFiles);
  const options = ['--import', '@oxc-node/core/register', '--test', `--test-concurrency=${atOnce}`, ...reporters];
  await suite(counts, 'node', [...options, ...files], { ENGINES: engines });
}

/** The last lines of a run: what failed, and the sum of all suites. */
export function report(): void {
  rmSync(scratch, { recursive: true });
  for (const failure of total.failures) console.log(`✖ ${failure}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
