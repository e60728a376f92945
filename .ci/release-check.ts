import { readFileSync } from 'node:fs';

/**
 * `node .ci/release-check.ts`: does the tag that is released agree with everything that names a version? It runs before anything is
 * installed, so it imports nothing but Node.
 */

export interface Release {
  /** What was pushed: `v1.2.3`. */
  readonly tag: string;
  /** `owner/name` at GitHub. */
  readonly repository: string;
  readonly packageJson: { readonly version: string; readonly repository?: string | { readonly url?: string } };
  readonly lockedVersion: string | undefined;
  /** `src/version.ts` */
  readonly versionModule: string;
  readonly changelog: string;
}

/** A heading of the changelog: `## 1.2.3 (2026-11-30)`, or `(unreleased)` until it is. */
const HEADING = /^## (\S+) \((unreleased|\d{4}-\d\d-\d\d)\)$/;

/** The newest section of the changelog: what its heading says, and the lines below it. */
export function newestSection(changelog: string): { version?: string; day?: string; text: string } {
  const [, heading = '', text = ''] = /^(## .*)$([^]*?)(?=^## |$(?![^]))/m.exec(changelog) ?? [];
  const [, version, day] = HEADING.exec(heading) ?? [];
  return { ...(version && day ? { version, day } : {}), text: text.trim() };
}

/** Why this must not be released; nothing where everything agrees. */
export function problemsOf({
  tag,
  repository,
  packageJson,
  lockedVersion,
  versionModule,
  changelog,
}: Release): string[] {
  const { version } = packageJson;
  const newest = newestSection(changelog);
  const { url = '' } =
    typeof packageJson.repository === 'object' ? packageJson.repository : { url: packageJson.repository };
  const checks: readonly [isRight: boolean, problem: string][] = [
    [tag === `v${version}`, `the tag is ${tag}, and package.json has the version ${version}`],
    [lockedVersion === version, `package-lock.json has the version ${lockedVersion}, and package.json ${version}`],
    [
      versionModule.includes(`VERSION = '${version}';`),
      `src/version.ts has another version than package.json: ${version}`,
    ],
    [newest.version === version, `CHANGELOG.md begins with ${newest.version}, and package.json has ${version}`],
    [newest.day !== 'unreleased', 'CHANGELOG.md calls it unreleased: put the day there'],
    [/^- /m.test(newest.text), 'CHANGELOG.md has no line for it'],
    // npm compares the address with the provenance, and refuses another one after the tests have run for half an hour.
    [
      url.replace(/\.git$/, '').endsWith(`github.com/${repository}`),
      `package.json names the repository ${url || 'nowhere'}, and this is ${repository}`,
    ],
  ];
  return checks.filter(([isRight]) => !isRight).map(([, problem]) => problem);
}

if (process.argv[1] === import.meta.filename) {
  const read = (file: string) => readFileSync(file, 'utf8');
  const problems = problemsOf({
    tag: process.env['GITHUB_REF_NAME'] ?? '',
    repository: process.env['GITHUB_REPOSITORY'] ?? '',
    packageJson: JSON.parse(read('package.json')) as Release['packageJson'],
    lockedVersion: (JSON.parse(read('package-lock.json')) as { version?: string }).version,
    versionModule: read('src/version.ts'),
    changelog: read('CHANGELOG.md'),
  });
  for (const problem of problems) console.error(`✖ ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
