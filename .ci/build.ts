import { rmSync } from 'node:fs';
import { run } from './steps.js';
import { reportSizes } from './sizes.js';

/** `npm run build`: npm modules, types, manifest, the script-tag file, and what it weighs. */
rmSync('dist', { recursive: true, force: true });

const steps: [command: string, ...args: string[]][] = [
  ['vite', 'build', '--logLevel', 'warn'],
  ['vite', 'build', '--mode', 'script', '--logLevel', 'warn'],
  ['tsc', '-p', '.ci/tsconfig.build.json'],
  [
    'cem',
    'analyze',
    '--litelement',
    '--globs',
    'src/**/*.ts',
    '--exclude',
    'src/testing/**',
    '--outdir',
    'dist',
    '--quiet',
  ],
];
for (const [command, ...args] of steps) {
  if ((await run(command, args)) !== 0) process.exit(1);
}
if (!reportSizes('dist/mp-saved-cards.min.js')) process.exitCode = 1;
