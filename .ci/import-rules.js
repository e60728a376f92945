import { readFileSync, readdirSync } from 'node:fs';

/**
 * The rules of `npm run lint:imports`: which way imports point in `src/`, and no cycle of files in `src/` and `demo/`.
 * They judge resolved paths, so neither nested folders nor `import()` nor an import of a type escapes.
 */

/** Every file of `src/` is in one of these: a room (`card/`) or a file of its own. Beside it is all that it may import. */
const FACTS = ['errors.ts', 'timeouts.ts', 'version.ts'];
const PAGE = [...FACTS, 'page-record.ts', 'own-children.ts', 'document-parsed.ts'];
const CORE = [...PAGE, 'card/', 'i18n/', 'merchant/', 'mercadopago/'];
const PARTS = [...CORE, 'core/', 'ui/'];
const ELEMENT = [...PARTS, 'installments/', 'diagnose/'];
const ALL_ELEMENTS = [...ELEMENT, 'saved-cards/', 'add-card/', 'payment-challenge/'];
const ENTRY = [
  ...ALL_ELEMENTS,
  'shared-exports.ts',
  'elements.ts',
  'register.ts',
  'index.ts',
  'saved-cards.ts',
  'add-card.ts',
  'payment-challenge.ts',
  'script-options.ts',
];

const MAY_IMPORT = {
  'errors.ts': [],
  'timeouts.ts': [],
  'version.ts': [],
  'document-parsed.ts': [],
  'page-record.ts': FACTS,
  'own-children.ts': ['page-record.ts'],
  'card/': FACTS,
  'i18n/': [...FACTS, 'card/'],
  'merchant/': [...FACTS, 'card/'],
  'mercadopago/': [...PAGE, 'card/'],
  'core/': CORE,
  'ui/': [...FACTS, 'card/', 'i18n/'],
  'installments/': PARTS,
  'diagnose/': PARTS,
  'saved-cards/': ELEMENT,
  'add-card/': ELEMENT,
  'payment-challenge/': ELEMENT,
  'shared-exports.ts': ALL_ELEMENTS,
  'elements.ts': [...ALL_ELEMENTS, 'shared-exports.ts'],
  'register.ts': FACTS,
  'index.ts': ENTRY,
  'saved-cards.ts': ENTRY,
  'add-card.ts': ENTRY,
  'payment-challenge.ts': ENTRY,
  'script.ts': ENTRY,
  'script-list.ts': ENTRY,
  'script-form.ts': ENTRY,
  'script-challenge.ts': ENTRY,
  'script-options.ts': ENTRY,
  'testing/': [],
};

/**
 * The features of an element, by the file or folder of each: files with a class that is one. They meet through actions, never
 * through imports.
 */
const FEATURES = Object.fromEntries(
  ['saved-cards/', 'add-card/', 'payment-challenge/'].map((element) => [element, featuresOf(element)]),
);

function featuresOf(element) {
  const files = readdirSync(`src/${element}`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^export class [^{]*\b(implements Feature|extends \w+Feature)\b/m.test(
      file.endsWith('.ts') ? readFileSync(`src/${element}${file}`, 'utf8') : '',
    ),
  );
  // A folder is a feature as a whole.
  return [...new Set(files.map((file) => file.replace(/\/.*/, '/')))];
}

/** Matches a file by its whole path, a folder (`card/`) by everything in it. */
const inSrc = (path) => `^src/${path.replaceAll('.', '\\.')}${path.endsWith('/') ? '' : '$'}`;

const names = (paths) => paths.join(', ') || 'nothing';

const TYPES = ['type-only', 'type-import'];

const directions = Object.entries(MAY_IMPORT).map(([path, allowed]) => ({
  name: `imports-of-${path.replace(/\/$|\.ts$/, '')}${path.endsWith('/') ? '' : '-file'}`,
  comment: `src/${path} may import of src/ only: ${names(allowed)}.`,
  from: { path: inSrc(path) },
  to: {
    path: '^src/',
    pathNot: [path, ...allowed].map(inSrc),
    ...(path === 'testing/' && { dependencyTypesNot: TYPES }),
  },
}));

const outside = [
  {
    name: 'known-rooms',
    comment: 'Every file of src/ is in a room that .ci/import-rules.js names.',
    from: { path: '^src/', pathNot: Object.keys(MAY_IMPORT).map(inSrc) },
    to: {},
  },
  {
    name: 'vendor',
    comment: 'Only src/mercadopago/ knows the vendor.',
    from: { path: '^src/', pathNot: inSrc('mercadopago/') },
    to: { path: '(^|/)@mercadopago/' },
  },
  {
    name: 'run-time-dependencies',
    comment: 'src/ imports src/, lit and the official loader: nothing else is there when the package is used.',
    from: { path: '^src/' },
    to: { pathNot: ['^src/', '(^|/)node_modules/(lit|@mercadopago/sdk-js)/'] },
  },
];

const features = Object.entries(FEATURES).flatMap(([element, own]) =>
  own.flatMap((feature) => {
    const others = own.filter((other) => other !== feature).map((other) => `${element}${other}`);
    const name = `${element}${feature}`.replace(/\/$|\.ts$/, '').replace('/', '-');
    const rules = [
      {
        name: `feature-${name}`,
        comment: `A feature imports no element and no other feature.`,
        from: { path: inSrc(`${element}${feature}`) },
        to: {
          path: [`${element}element.ts`, `${element}features.ts`, 'installments/', 'diagnose/', ...others].map(inSrc),
        },
      },
    ];
    if (feature.endsWith('/'))
      rules.push({
        name: `users-of-${name}`,
        comment: `Only src/${element}features.ts, the list of features, imports src/${element}${feature}.`,
        from: { pathNot: [`${element}features.ts`, `${element}${feature}`].map(inSrc) },
        to: { path: inSrc(`${element}${feature}`) },
      });
    return rules;
  }),
);

const cycles = [
  {
    name: 'no-cycles',
    comment: 'Files that import each other cannot be understood one by one.',
    from: {},
    to: { circular: true },
  },
];

export default {
  forbidden: [...directions, ...outside, ...features, ...cycles].map((rule) => ({
    severity: 'error',
    ...rule,
  })),
  options: {
    tsPreCompilationDeps: true, // types count: a type that two rooms share has to be in the lower one
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
