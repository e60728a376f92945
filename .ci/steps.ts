import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Cores of the machine that CI has. */
const AT_ONCE = 2;

let isBesideOthers = false;

/** Does all of this work, two pieces at a time, in this order. */
export async function sideBySide(work: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...work];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await next();
  };
  isBesideOthers = true;
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  isBesideOthers = false;
}

/**
 * Runs a command; resolves with its exit code. Its output is shown as it comes, or whole at its end where other commands run
 * beside it.
 */
export async function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const shown = [...(env['ENGINES'] ? [`ENGINES=${env['ENGINES']}`] : []), command, ...args].join(' ');
  const started = Date.now();
  console.log(`\n▶ ${shown}`);
  const code = isBesideOthers
    ? await withOutputAtEnd(shown, (output) => ended(command, args, env, output))
    : await ended(command, args, env, 'inherit');
  console.log(`${code === 0 ? '✔' : '✘'} ${shown} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code;
}

async function withOutputAtEnd(name: string, work: (output: number) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mp-saved-cards-'));
  const path = join(folder, 'output');
  const output = openSync(path, 'w');
  const code = await work(output);
  closeSync(output);
  console.log(`\n▶ ${name}, as it was`);
  process.stdout.write(readFileSync(path));
  rmSync(folder, { recursive: true });
  return code;
}

const ended = (
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  output: 'inherit' | number,
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env, PATH: `node_modules/.bin:${process.env['PATH'] ?? ''}` },
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
