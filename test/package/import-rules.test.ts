import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

/** An import that is planted in a copy of the sources: the file, what it says, and the rule that has to name it. */
type Plant = readonly [fact: string, file: string, source: string, rule: string];

const type = (from: string) => `import type { Planted } from '${from}';\nexport type Other = Planted;\n`;
const value = (from: string) => `import { planted } from '${from}';\nexport const other = planted;\n`;

/** Files that the planted imports lead to. Each exports `planted` and `Planted`. */
const TARGETS = [
  'src/planted.ts',
  ...['add-card', 'card', 'core', 'elements', 'i18n', 'installments', 'merchant', 'saved-cards', 'testing', 'ui'].map(
    (room) => `src/${room}/planted.ts`,
  ),
  'src/saved-cards/refusal/planted.ts',
  'src/saved-cards/manage/planted.ts',
];

const FORBIDDEN: readonly Plant[] = [
  ['a pure room imports a later one', 'src/card/a.ts', value('../core/planted.js'), 'imports-of-card'],
  ['a type is imported against the direction', 'src/card/b.ts', type('../ui/planted.js'), 'imports-of-card'],
  [
    'a type is named by import()',
    'src/card/c.ts',
    "export type Other = import('../ui/planted.js').Planted;\n",
    'imports-of-card',
  ],
  [
    'import() goes against the direction',
    'src/merchant/a.ts',
    "export const other = () => import('../core/planted.js');\n",
    'imports-of-merchant',
  ],
  [
    'something is exported on',
    'src/i18n/a.ts',
    "export { planted } from '../merchant/planted.js';\n",
    'imports-of-i18n',
  ],
  ['a nested folder goes up twice', 'src/ui/deep/er/a.ts', value('../../../core/planted.js'), 'imports-of-ui'],
  ['the path makes a detour', 'src/core/a.ts', value('../core/../ui/planted.js'), 'imports-of-core'],
  ['core imports ui', 'src/core/b.ts', value('../ui/planted.js'), 'imports-of-core'],
  ['ui imports core', 'src/ui/a.ts', value('../core/planted.js'), 'imports-of-ui'],
  ['the list imports the form', 'src/saved-cards/a.ts', value('../add-card/planted.js'), 'imports-of-saved-cards'],
  ['the form imports the list', 'src/add-card/a.ts', value('../saved-cards/planted.js'), 'imports-of-add-card'],
  ['installments imports an element', 'src/installments/a.ts', value('../add-card/a.js'), 'imports-of-installments'],
  ['diagnose imports installments', 'src/diagnose/a.ts', value('../installments/planted.js'), 'imports-of-diagnose'],
  ['an element imports the entries', 'src/add-card/b.ts', "import '../index.js';\n", 'imports-of-add-card'],
  ['an element imports the stand-in', 'src/saved-cards/b.ts', value('../testing/planted.js'), 'imports-of-saved-cards'],
  ['the stand-in imports a value', 'src/testing/a.ts', value('../card/planted.js'), 'imports-of-testing'],
  [
    'the stand-in imports a value beside a type',
    'src/testing/b.ts',
    `import type { Planted } from '../card/planted.js';\n${value('../card/planted.js')}export type T = Planted;\n`,
    'imports-of-testing',
  ],
  ['a room imports a file that no rule names', 'src/card/d.ts', value('../planted.js'), 'imports-of-card'],
  ['a room that no rule names imports', 'src/unknown/a.ts', value('../card/planted.js'), 'known-rooms'],
  ['another room imports the vendor', 'src/core/c.ts', "import '@mercadopago/sdk-js';\n", 'vendor'],
  [
    'another room imports the vendor by import()',
    'src/core/deep/a.ts',
    "export const vendor = () => import('@mercadopago/sdk-js');\n",
    'vendor',
  ],
  ['the sources import a development package', 'src/core/d.ts', "import 'hono';\n", 'run-time-dependencies'],
  ['the sources import the demo', 'src/core/e.ts', "import '../../demo/qa/dom.js';\n", 'run-time-dependencies'],
  ['two files of src/ import each other', 'src/core/cycle-a.ts', value('./cycle-b.js'), 'no-cycles'],
  ['two files of demo/ import each other by types', 'demo/qa/cycle-a.ts', type('./cycle-b.js'), 'no-cycles'],
  [
    'a feature imports a feature',
    'src/saved-cards/manage/a.ts',
    value('../refusal/planted.js'),
    'feature-saved-cards-manage',
  ],
  [
    'a feature of one file imports a feature',
    'src/saved-cards/new-feature.ts',
    `${type('./manage/planted.js')}export class NewFeature implements Feature {}\n`,
    'feature-saved-cards-new-feature',
  ],
  [
    'a feature imports the element',
    'src/saved-cards/refusal/a.ts',
    type('../element.js'),
    'feature-saved-cards-refusal',
  ],
  ['the room imports manage/', 'src/saved-cards/c.ts', value('./manage/planted.js'), 'users-of-saved-cards-manage'],
];

/** The way back of the planted cycles. */
const CYCLES = { 'src/core/cycle-b.ts': value('./cycle-a.js'), 'demo/qa/cycle-b.ts': type('./cycle-a.js') };

/** What may stay: nothing of it may be reported. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/testing/allowed.ts': type('../card/planted.js'),
  'src/mercadopago/allowed.ts': "import '@mercadopago/sdk-js';\n",
  'src/saved-cards/manage/allowed.ts': value('./planted.js') + type('../../core/planted.js'),
};

describe('the check on imports', () => {
  const copy = mkdtempSync(join(tmpdir(), 'mp-saved-cards-imports-'));
  let status: number | null = 0;
  let report = '';

  const write = (file: string, source: string) => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), source);
  };

  before(() => {
    for (const path of ['src', 'demo', '.ci/import-rules.js', 'tsconfig.json', 'package.json'])
      cpSync(path, join(copy, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    for (const file of TARGETS) write(file, 'export const planted = 1;\nexport type Planted = number;\n');
    for (const [, file, source] of FORBIDDEN) write(file, source);
    for (const [file, source] of Object.entries({ ...CYCLES, ...ALLOWED })) write(file, source);
    const options = { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } } as const;
    ({ status, stdout: report } = spawnSync('npm', ['run', '--silent', 'lint:imports'], options));
  });

  after(() => rmSync(copy, { recursive: true }));

  for (const [fact, file, , rule] of FORBIDDEN)
    it(`fails when ${fact}`, () => {
      assert.ok(report.includes(`error ${rule}: ${file} → `), report);
    });

  it('ends with an error', () => {
    assert.ok(status);
  });

  for (const file of Object.keys(ALLOWED))
    it(`allows what ${file} imports`, () => {
      assert.ok(!report.includes(`: ${file} → `), report);
    });
});
