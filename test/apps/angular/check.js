/** The compiler takes `src/uses.ts` and the app, and finds each wrong use of `src/wrong.ts`, where its comment is. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const ngc = (config) => {
  const { stdout, stderr } = spawnSync('ngc', ['-p', config, '--noEmit'], { encoding: 'utf8' });
  return stripVTControlCharacters(`${stdout}${stderr}`);
};
assert.equal(ngc('tsconfig.json'), '');

const lines = readFileSync('src/wrong.ts', 'utf8').split('\n');
const wrong = lines.flatMap((line, index) => (line.includes(' wrong: ') ? [index + 2] : []));
const found = [...ngc('tsconfig.wrong.json').matchAll(/^src\/wrong\.ts:(\d+):\d+ - error/gm)].map(([, line]) => +line);
assert.deepEqual(
  found.sort((a, b) => a - b),
  wrong,
);
assert.equal(wrong.length, 3);
