import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

/** How a CommonJS app and TypeScript's oldest resolution would look the types up: the package is ESM only. */
const NOT_SUPPORTED = ['node10', 'node16-cjs'];

describe('the tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mp-saved-cards-pack-'));
  let tarball: Uint8Array;
  let contents: Package;
  let files: string[];

  const read = (file: string) => contents.readFile(`/node_modules/mp-saved-cards/${file}`);

  before(() => {
    const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { encoding: 'utf8' }).trim();
    tarball = new Uint8Array(readFileSync(join(folder, name)));
    contents = createPackageFromTarballData(tarball);
    files = contents.listFiles().map((file) => file.replace('/node_modules/mp-saved-cards/', ''));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('has nothing that publint would change', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.slice().buffer }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg as Record<string, unknown>)),
      [],
    );
  });

  it('has types that are right for every import, in an ESM project', async () => {
    const analysis = await checkPackage(contents);
    assert.ok(analysis.types);
    const concerning = analysis.problems.filter(
      (problem) => !('resolutionKind' in problem && NOT_SUPPORTED.includes(problem.resolutionKind)),
    );
    assert.deepEqual(concerning, []);
  });

  it('contains the entries, a few files that they share, and no module of the sources', () => {
    const shared = ['add-card', 'api', 'cards', 'common', 'diagnose', 'payment-challenge', 'register', 'saved-cards'];
    const modules = [
      'add-card',
      'elements',
      'index',
      'payment-challenge',
      'saved-cards',
      'testing/index',
      'testing/script',
    ];
    const code = files.filter((file) => file.endsWith('.js') && !file.endsWith('.min.js'));
    assert.deepEqual(code.sort(), [...modules, ...shared.map((name) => `internal/${name}`)].sort().map(inDist));
    const types = ['elements', 'react', 'svelte', 'vue'].map((name) => `dist/templates/${name}.d.ts`);
    const beside = [...code, ...files.filter((file) => file.endsWith('.min.js'))].map(
      (file) => file.slice(0, -2) + 'd.ts',
    );
    const others = files.filter((file) => file.endsWith('.ts') && ![...types, ...beside].includes(file));
    assert.deepEqual(others, []);
    assert.deepEqual(
      files.filter((file) => /^(src|test|demo|\.ci)\/|_virtual/.test(file)),
      [],
    );
  });

  it('has source maps that carry their sources and name no file beside them', () => {
    const maps = files.filter((file) => file.endsWith('.map'));
    for (const file of maps) {
      const { sources, sourcesContent = [] } = JSON.parse(read(file)) as SourceMap;
      assert.equal(sourcesContent.filter(Boolean).length, sources.length, file);
      assert.deepEqual(
        sources.filter((source) => !source.startsWith('mp-saved-cards:///')),
        [],
        file,
      );
    }
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const [, map] = /\/\/# sourceMappingURL=(\S+)/.exec(read(file)) ?? [];
      if (map) assert.ok(maps.includes(join(dirname(file), map)), `${file} names ${map}`);
      if (file.endsWith('.min.js')) assert.ok(map, `${file} has no source map`);
    }
  });

  it('names the file for a script tag where unpkg and jsDelivr look for it', () => {
    const { unpkg, jsdelivr } = JSON.parse(read('package.json')) as Record<string, string>;
    assert.deepEqual([unpkg, jsdelivr], ['./dist/mp-saved-cards.min.js', './dist/mp-saved-cards.min.js']);
    assert.ok(files.includes('dist/mp-saved-cards.min.js'));
  });
});

const inDist = (name: string) => `dist/${name}.js`;
