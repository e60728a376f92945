import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Folders of tests that run in Node, or with a configuration of their own. */
export const OTHER_TESTS = ['apps', 'demo', 'e2e', 'package', 'pages', 'pictures', 'proof'];

const BUNDLES = '.cache/test-bundles';

/** Modules of Node that fake-timers asks for there only. */
const emptyModules = {
  name: 'empty-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(timers|timers\/promises|perf_hooks|util)$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Makes one file of each component test and all that it imports: to load the same 280 modules one by one, in each of 160 pages, is
 * a second of Firefox's time for each. Nothing is shared between the files, so that modules run in the order of their imports.
 */
export async function bundleTests() {
  rmSync(BUNDLES, { recursive: true, force: true });
  const files = readdirSync('test', { recursive: true }).filter(
    (file) => file.endsWith('.test.ts') && !OTHER_TESTS.includes(file.split('/')[0]),
  );
  await build({
    entryPoints: files.map((file) => `test/${file}`),
    outdir: BUNDLES,
    outbase: '.',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development'],
    ignoreAnnotations: true, // what a test imports for its side effects only has some
    sourcemap: 'inline', // the only kind that the test runner reads
    sourcesContent: false,
    // Of the test runner's server, and what only some tests load.
    external: ['/__web-*', 'axe-core/axe.min.js'],
    plugins: [emptyModules],
    logLevel: 'warning',
  });
}

/** Serves the bundle of a test file in its place. */
export const bundledTests = () => ({
  name: 'bundled-tests',
  serve({ path }) {
    const bundle = `${BUNDLES}${path.replace(/\.test\.ts$/, '.test.js')}`;
    if (!/\.test\.[jt]s$/.test(path) || !existsSync(bundle)) return undefined;
    // Under the name of a TypeScript file it would be compiled again.
    const body = path.endsWith('.ts') ? `import '${path.replace(/ts$/, 'js')}';` : readFileSync(bundle, 'utf8');
    return { body, type: 'js' };
  },
});
