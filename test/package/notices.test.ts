import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { SCRIPTS, scriptPath, type Script } from '../../.ci/scripts.js';

const read = (path: string) => readFileSync(path, 'utf8');
const notices = read('dist/THIRD-PARTY-NOTICES.txt');
const LICENSES: Readonly<Record<string, string>> = {
  '@lit/reactive-element': 'BSD-3-Clause',
  'lit-element': 'BSD-3-Clause',
  'lit-html': 'BSD-3-Clause',
  '@mercadopago/sdk-js': 'Apache-2.0',
};

/** Folders of `node_modules/` that a source map names. */
const bundledIn = (script: Script) => [
  ...new Set(
    Array.from(
      read(`${scriptPath(script)}.map`).matchAll(/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g),
      ([, name = '']) => name,
    ),
  ),
];

describe('licences', () => {
  for (const script of Object.values(SCRIPTS as Record<string, Script>).filter(({ folder }) => folder === 'dist')) {
    it(`are named in the first line of ${script.file}, and are in the file that the line names`, () => {
      const [first = ''] = read(scriptPath(script)).split('\n');
      assert.match(first, /^\/\*! mp-saved-cards \d+\.\d+\.\d+\S* \(MIT\);.* See THIRD-PARTY-NOTICES\.txt \*\/$/);
      for (const name of bundledIn(script)) {
        const license = LICENSES[name];
        assert.ok(license, `${name} is new in the bundle: is its licence compatible?`);
        assert.ok(first.includes(name), name);
        assert.ok(first.includes(`(${license})`), license);
        assert.equal((JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string }).license, license);
      }
    });
  }

  it('are whole, as the packages have them', () => {
    for (const name of Object.keys(LICENSES))
      assert.ok(notices.includes(read(`node_modules/${name}/LICENSE`).trim()), name);
    assert.ok(notices.includes(read('LICENSE').trim()));
    assert.match(notices, /Copyright \(c\) \d+ Google LLC/);
    assert.match(notices, /Apache License\nVersion 2\.0/);
  });

  it('are in no module of the package but its own: it imports the others', () => {
    for (const name of ['cards', 'common', 'saved-cards', 'add-card', 'payment-challenge'])
      assert.doesNotMatch(read(`dist/internal/${name}.js.map`), /node_modules\//, name);
  });
});
