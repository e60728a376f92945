import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fencesOf, withCuts } from '../../.ci/readme-fences.js';

const readme = readFileSync('README.md', 'utf8');
const fences = fencesOf(readme);
const of = (kind: string) => fences.filter((fence) => fence.kind === kind);

describe('the code in the README', () => {
  it('says of each block whether it is cut from a tested file, run, compiled, or only to be read and why', () => {
    assert.equal(fences.length, readme.match(/^```\w*$/gm)!.length / 2);
    for (const { kind, about, code } of fences) {
      assert.ok(['cut', 'run', 'compiled', 'read'].includes(kind ?? ''), `no comment before\n${code}`);
      assert.ok(about.length > 8, `${kind}: ${about}`);
    }
  });

  it('is what its files say, where it is cut from them', () => {
    assert.ok(of('cut').length >= 3);
    assert.equal(withCuts(readme), readme);
  });

  it('is taken from here by the test that runs it', () => {
    assert.ok(of('run').length >= 1);
    for (const { about } of of('run')) assert.match(readFileSync(about, 'utf8'), /README\.md/);
  });

  it('compiles where it says so', () => {
    const folder = '.cache/readme';
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    assert.ok(of('compiled').length >= 1);
    of('compiled').forEach(({ code }, index) => writeFileSync(`${folder}/fence-${index}.ts`, `${code}\nexport {};\n`));
    const config = { extends: '../../test/package/consumer/tsconfig.json', include: ['*.ts'] };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config));
    const { stdout, status } = spawnSync('npx', ['tsc', '-p', folder], { encoding: 'utf8' });
    assert.deepEqual([stdout, status], ['', 0]);
  });

  it('names files, headings and a version that there are', () => {
    const headings = [...readme.matchAll(/^##+ (.*)$/gm)].map(([, text = '']) => slug(text));
    for (const [, target = ''] of readme.matchAll(/\]\(#([^)]+)\)/g))
      assert.ok(headings.includes(target.replace(/-1$/, '')), `there is no heading for #${target}`);
    for (const [, file = ''] of readme.matchAll(/<!-- read: .*?((?:demo|test)\/[\w/.-]+\.ts)/g))
      assert.ok(existsSync(file), file);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    for (const [, named] of readme.matchAll(/mp-saved-cards@([\d.]+\d)/g)) assert.equal(named, version);
  });
});

/** What GitHub makes of a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
