import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The house: what each room of `src/` may import from. Files at the top (`errors.js`, `timeouts.js`) belong to `errors`. */
const ROOMS = {
  errors: [],
  card: ['errors'],
  i18n: ['errors', 'card'],
  merchant: ['errors', 'card'],
  mercadopago: ['errors', 'card'],
  core: ['errors', 'card', 'i18n', 'merchant', 'mercadopago'],
  ui: ['errors', 'card', 'i18n'],
  installments: ['errors', 'card', 'i18n', 'merchant', 'mercadopago', 'core', 'ui'],
  diagnose: ['errors', 'card', 'i18n', 'merchant', 'mercadopago', 'core', 'ui'],
  'saved-cards': ['errors', 'card', 'i18n', 'merchant', 'mercadopago', 'core', 'ui', 'installments', 'diagnose'],
  'add-card': ['errors', 'card', 'i18n', 'merchant', 'mercadopago', 'core', 'ui', 'installments', 'diagnose'],
  testing: [],
};

const TOP_FILES = 'elements|index|script|register';

const directions = Object.entries(ROOMS).map(([room, allowed]) => {
  const forbidden = Object.keys(ROOMS).filter(
    (other) => other !== room && other !== 'errors' && !allowed.includes(other),
  );
  const patterns = [
    {
      regex: `^\\.\\./(${TOP_FILES})\\.js$`,
      message: 'Rooms do not import the entries.',
    },
    {
      regex: `^\\.\\./(${forbidden.join('|')})/`,
      message: `src/${room} may import only: ${allowed.join(', ') || 'nothing'}.`,
    },
  ];
  if (room === 'testing')
    patterns.push({ regex: '^\\.\\./', message: 'The stand-in imports nothing of ours.', allowTypeImports: true });
  if (room !== 'mercadopago')
    patterns.push({ regex: '@mercadopago/', message: 'Only src/mercadopago knows the vendor.' });
  return {
    files: [`src/${room}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});

const vendorGlobal = {
  files: ['src/**/*.ts'],
  ignores: ['src/mercadopago/**', 'src/testing/**'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'window', property: 'MercadoPago', message: 'Only src/mercadopago knows the vendor.' },
      { object: 'globalThis', property: 'MercadoPago', message: 'Only src/mercadopago knows the vendor.' },
    ],
  },
};

const pureRooms = {
  files: ['src/card/**/*.ts', 'src/i18n/**/*.ts'],
  rules: { 'no-restricted-globals': ['error', 'window', 'document', 'fetch', 'navigator', 'localStorage'] },
};

export default tseslint.config(
  // The consumer needs the built package, which there is not yet; the compiler holds it to its types after the build.
  { ignores: ['dist', 'coverage', 'node_modules', 'test/package/consumer'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/unbound-method': 'off', // Lit binds the handlers of its templates itself
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { globals: globals.browser },
    rules: { ...litA11y.configs.recommended.rules },
  },
  {
    files: ['src/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/prefer-promise-reject-errors': 'off', // MercadoPago.js rejects with arrays, strings and nothing
      '@typescript-eslint/restrict-template-expressions': 'off', // the source text of functions goes into the fields page
    },
  },
  ...directions,
  vendorGlobal,
  pureRooms,
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      // Every chai assertion looks like a promise here (accessible() is one), and node:test's calls are promises too.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-console': 'off',
    },
  },
  { files: ['demo/**/*.ts', '.ci/**/*'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js'], languageOptions: { globals: globals.node } },
);
