import { rmSync } from 'node:fs';
import { updateReadme } from './readme-tables.js';
import { shrinkScript } from './shrink-script.js';
import { reportSizes } from './sizes.js';
import { run } from './steps.js';

const SCRIPT = 'dist/mp-saved-cards.min.js';

/** `npm run build`: npm modules, types, manifest, the script-tag file, and what it weighs. */
rmSync('dist', { recursive: true, force: true });

const steps: [command: string, ...args: string[]][] = [
  ['vite', 'build', '--logLevel', 'warn'],
  ['vite', 'build', '--mode', 'script', '--logLevel', 'warn'],
  ['tsc', '-p', '.ci/tsconfig.build.json'],
  ['cem', 'analyze', '--config', '.ci/manifest.config.js'],
];
for (const [command, ...args] of steps) {
  if ((await run(command, args)) !== 0) process.exit(1);
}
await shrinkScript(SCRIPT);
if (!updateReadme()) {
  console.log('README.md: the API tables were rewritten.');
  if (process.env['CI'] === 'true') {
    console.error('They were out of date: run `npm run build` and commit README.md.');
    process.exitCode = 1;
  }
}
if (!reportSizes(SCRIPT)) process.exitCode = 1;
