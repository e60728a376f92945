import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestSection } from './release-check.js';

/**
 * After a build, `release-files.ts <folder>` writes there what a release consists of: in `npm/` the package as npm gets it, in `files/`
 * what is attached to the release at GitHub, and `notes.md`.
 */
export function writeReleaseFiles(folder: string): void {
  mkdirSync(join(folder, 'npm'), { recursive: true });
  mkdirSync(join(folder, 'files'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', join(folder, 'npm')]);
  const attached = /\.min\.js(\.map)?$|^THIRD-PARTY-NOTICES\.txt$|^integrity\.txt$/;
  for (const file of readdirSync('dist').filter((name) => attached.test(name)))
    cpSync(`dist/${file}`, join(folder, 'files', file));
  writeFileSync(join(folder, 'files/sbom.cdx.json'), billOfMaterials());
  const hashes = readFileSync('dist/integrity.txt', 'utf8').trim();
  const { text } = newestSection(readFileSync('CHANGELOG.md', 'utf8'));
  writeFileSync(
    join(folder, 'notes.md'),
    `${text}\n\nFor \`integrity\` of a script tag:\n\n\`\`\`\n${hashes}\n\`\`\`\n`,
  );
}

interface Project extends Readonly<Record<string, unknown>> {
  readonly name: string;
}

/**
 * What the package is made of, in the versions of the lock file, which are those inside the files for a script tag. `npm sbom --omit dev`
 * leaves out Lit here, since development packages need it as well, and an app that installs the package is named as what the list is
 * of, with the versions of that day: so the list is made where there are no development packages.
 */
function billOfMaterials(): string {
  const scratch = mkdtempSync(join(tmpdir(), 'mp-saved-cards-sbom-'));
  const { devDependencies, overrides, ...project } = JSON.parse(readFileSync('package.json', 'utf8')) as Project;
  void [devDependencies, overrides];
  // npm takes the name from the folder.
  const cwd = join(scratch, project.name);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(project));
  cpSync('package-lock.json', join(cwd, 'package-lock.json'));
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd, encoding: 'utf8' });
  npm('install', '--package-lock-only', '--offline', '--ignore-scripts', '--no-audit', '--no-fund');
  const list = npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx');
  rmSync(scratch, { recursive: true });
  return list;
}

if (process.argv[1] === import.meta.filename) writeReleaseFiles(process.argv[2] ?? 'release');
