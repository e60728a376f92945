import { rmSync } from 'node:fs';
import { bundleTypes } from './bundle-types.js';
import { writeEditorData } from './editor-data.js';
import { writeFrameworkTypes, writeScriptTypes } from './framework-types.js';
import { writeIntegrity } from './integrity.js';
import { writeNotices } from './notices.js';
import { updateOpenapi } from './openapi.js';
import { writePublicManifest } from './public-manifest.js';
import { updateReadme } from './readme-tables.js';
import { SCRIPTS, scriptPath } from './scripts.js';
import { shrinkScript } from './shrink-script.js';
import { reportSizes } from './sizes.js';
import { writeStandInScript } from './stand-in-script.js';
import { run } from './steps.js';

/** `npm run build`: npm modules, types, manifest, the files for a script tag, and what they weigh. */
rmSync('dist', { recursive: true, force: true });

const steps: [command: string, ...args: string[]][] = [
  ['vite', 'build', '--logLevel', 'warn'],
  ...Object.keys(SCRIPTS).map((name): [string, ...string[]] => [
    'vite',
    'build',
    '--mode',
    name,
    '--logLevel',
    'error',
  ]),
  ['tsc', '-p', '.ci/tsconfig.build.json'],
  ['cem', 'analyze', '--config', '.ci/manifest.config.js'],
];
for (const [command, ...args] of steps) {
  if ((await run(command, args)) !== 0) process.exit(1);
}
await bundleTypes();
await writeStandInScript();
const manifest = await writePublicManifest();
writeFrameworkTypes(manifest);
writeScriptTypes(Object.values(SCRIPTS));
writeEditorData(manifest);
writeNotices(Object.values(SCRIPTS));
for (const script of Object.values(SCRIPTS)) await shrinkScript(scriptPath(script));
writeIntegrity(Object.values(SCRIPTS));
const written = [
  ['README.md', updateReadme()],
  ['demo/merchant/openapi.yaml', await updateOpenapi()],
] as const;
for (const [file, wasUpToDate] of written) {
  if (wasUpToDate) continue;
  console.log(`${file} was rewritten.`);
  if (process.env['CI'] === 'true') {
    console.error(`It was out of date: run \`npm run build\` and commit ${file}.`);
    process.exitCode = 1;
  }
}
for (const script of Object.values(SCRIPTS)) if (!reportSizes(script)) process.exitCode = 1;
