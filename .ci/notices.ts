import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { scriptPath, type Script } from './scripts.js';

/** Beside the files for a script tag, which name it in their first line. */
export const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';

/** The package that a file of the build writes its helper for decorators from. */
const COMPILER = 'rolldown';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

const read = (path: string) => readFileSync(path, 'utf8');

function packageOf(name: string): Package {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(read(`${folder}/package.json`)) as { version: string; license: string };
  return { name, version, license, text: read(`${folder}/LICENSE`).trim() };
}

/** The packages of which a bundled file has code, by its source map. */
export function packagesIn(map: string): Package[] {
  const { sources } = JSON.parse(map) as { sources: string[] };
  const names = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  return [...new Set(names)].sort().map(packageOf);
}

/** First line of a file for a script tag: what it is made of, and where the licences are. */
export function banner(packages: readonly Package[]): string {
  const ours = JSON.parse(read('package.json')) as Package;
  const licenses = [...new Set(packages.map(({ license }) => license))].map((license) => {
    const names = packages.filter((one) => one.license === license).map(({ name }) => name);
    return `${names.join(', ')} (${license})`;
  });
  const all = [`${ours.name} ${ours.version} (${ours.license})`, ...licenses];
  return `/*! ${all.join('; ')}. See ${basename(NOTICES)} */`;
}

/** Writes the licences of everything that the files for a script tag contain, ours first, as their packages have them. */
export function writeNotices(scripts: readonly Script[]): void {
  const shipped = scripts.map(scriptPath).filter((file) => file.startsWith('dist/'));
  const packages = shipped.flatMap((file) => packagesIn(read(`${file}.map`)));
  const unique = [...new Map([...packages, packageOf(COMPILER)].map((one) => [one.name, one])).values()];
  const sections = unique.map(({ name, version, license, text }) => {
    const part = name === COMPILER ? 'helper functions of ' : '';
    return `${part}${name} ${version} (${license})\n\n${text}`;
  });
  const intro = `The files for a script tag contain mp-saved-cards and parts of the packages below, with these licences.`;
  writeFileSync(
    NOTICES,
    `${[intro, `mp-saved-cards\n\n${read('LICENSE').trim()}`, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
  );
}
