import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// Which way imports point is checked by `npm run lint:imports`, on resolved paths: .ci/import-rules.js.
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
  // Consumers need the built package, which there is not yet; the compiler holds them to its types after the build.
  { ignores: ['dist', '.cache', 'coverage', 'node_modules', 'test/package/consumer', 'test/apps/*/'] },
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
  { files: ['test/package/recipes/*.js'], languageOptions: { globals: { ...globals.browser, ...globals.mocha } } },
);
