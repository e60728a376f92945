import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { scriptPath, type Script } from './scripts.js';

/** The value of a script tag's `integrity`, as browsers compute it. */
export const integrityOf = (code: string): string => `sha384-${createHash('sha384').update(code).digest('base64')}`;

/** Writes `dist/integrity.txt`: a line for each file of the package that a script tag can name. */
export function writeIntegrity(scripts: readonly Script[]): void {
  const inPackage = scripts.map(scriptPath).filter((file) => file.startsWith('dist/'));
  const lines = inPackage.map((file) => `${basename(file)} ${integrityOf(readFileSync(file, 'utf8'))}\n`);
  writeFileSync('dist/integrity.txt', lines.join(''));
}
