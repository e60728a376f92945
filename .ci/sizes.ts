import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { integrityOf } from './integrity.js';
import { scriptPath, type Script } from './scripts.js';

/** What the rooms of `src/` are called in the report. */
const ROOMS: Readonly<Record<string, string>> = {
  'saved-cards': 'list',
  'add-card': 'form',
  'payment-challenge': 'challenge',
  i18n: 'words',
  mercadopago: 'vendor',
  core: 'shared by both elements',
  installments: 'installments',
  diagnose: 'diagnosis',
  ui: 'looks',
};

const gzip = (text: string) => gzipSync(text, { level: 9 }).length;

/** The part of the package that a source file belongs to, as the size report names it. */
function partOf(source: string): string {
  if (/node_modules\/(@?lit|lit-)/.test(source)) return 'Lit';
  if (source.includes('@mercadopago/sdk-js')) return 'official loader';
  if (/styles\.ts|brand-mark|icon/.test(source)) return 'looks';
  const room = /src\/([\w-]+)\//.exec(source)?.[1] ?? 'rest';
  return ROOMS[room] ?? room;
}

/** What the gzipped file would save without each part: parts share words, so the sum is less than the whole. */
function costs(code: string, map: SourceMap): Map<string, number> {
  const lines = code.split('\n');
  const without = new Map<string, string>();
  const owners = lines.map((line, row) =>
    Array.from(line, (_, column) => {
      const entry = map.findEntry(row, column);
      return 'originalSource' in entry ? partOf(entry.originalSource ?? '') : 'rest';
    }),
  );
  for (const part of new Set(owners.flat())) {
    const rest = lines.map((line, row) => [...line].filter((_, column) => owners[row]?.[column] !== part).join(''));
    without.set(part, rest.join('\n'));
  }
  const whole = gzip(code);
  return new Map([...without].map(([part, rest]) => [part, whole - gzip(rest)]));
}

/** Prints what a script-tag file weighs, what each part costs, and its SRI hash; false when it is over its budget. */
export function reportSizes(script: Script): boolean {
  const { budget, goal } = script;
  const file = scriptPath(script);
  const code = readFileSync(file, 'utf8');
  const map = new SourceMap(
    JSON.parse(readFileSync(`${file}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0],
  );
  const size = gzip(code);
  console.log(
    `\n${file}: ${code.length} B, gzip ${size} B, brotli ${brotliCompressSync(code).length} B (gzip: budget ${budget} B, goal ${goal} B)`,
  );
  for (const [part, bytes] of [...costs(code, map)].sort((a, b) => b[1] - a[1]))
    console.log(`  ${part.padEnd(24)} ${bytes} B gzip`);
  console.log(`integrity="${integrityOf(code)}"`);
  if (size > budget) console.error(`Over the budget by ${size - budget} B.`);
  return size <= budget;
}
