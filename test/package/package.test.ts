import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { VERSION } from '../../src/version.js';

interface Package {
  version: string;
  dependencies: Record<string, string>;
  /** An entry for a framework has types and no code. */
  exports: Record<string, string | { types: string; default?: string }>;
  sideEffects: string[];
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const manifest = readJson('package.json') as Package;

/** Runs a module in a Node of its own, as a server would that renders a page. */
const runInNode = (source: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' }).trim();

describe('the package', () => {
  it('has the same version in its source as in package.json', () => {
    assert.equal(VERSION, manifest.version);
  });

  it('needs lit and the official loader at run time, and nothing else', () => {
    assert.deepEqual(Object.keys(manifest.dependencies).sort(), ['@mercadopago/sdk-js', 'lit']);
  });

  it('has every file that it exports, after a build', () => {
    for (const target of Object.values(manifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : [target.types, target.default]) {
        assert.ok(file === undefined || existsSync(file), `${file} is missing`);
      }
    }
  });

  it('has lock files without download addresses, those of the apps too', () => {
    const apps = readdirSync('test/apps', { recursive: true, encoding: 'utf8' });
    const locks = apps.filter((file) => file.endsWith('package-lock.json') && !file.includes('node_modules'));
    assert.ok(locks.length > 0);
    for (const file of ['package-lock.json', ...locks.map((lock) => `test/apps/${lock}`)])
      assert.doesNotMatch(readFileSync(file, 'utf8'), /"resolved": "\w+:/, file);
  });

  it('names what has side effects, exactly: what registers an element when it is imported', () => {
    const registers = (file: string) =>
      /^register\(|^configureSdk\(|^(import|export \* from) '\.\/(script|saved|payment)-/m.test(
        readFileSync(file, 'utf8'),
      );
    const sources = readdirSync('src').filter((file) => file.endsWith('.ts') && registers(`src/${file}`));
    const scripts = ['', '.list', '.challenge'].map((part) => `./dist/mp-saved-cards${part}.min.js`);
    const modules = ['index', 'saved-cards', 'add-card', 'payment-challenge'].map((name) => `./dist/${name}.js`);
    const standIn = './dist/testing/script.js';
    const expected = [...modules, ...scripts, standIn, ...sources.map((file) => `./src/${file}`)];
    assert.deepEqual([...manifest.sideEffects].sort(), expected.sort());
    for (const file of manifest.sideEffects) assert.ok(existsSync(file), `${file} is missing`);
  });

  const entries = ['mp-saved-cards', 'mp-saved-cards/elements', 'mp-saved-cards/testing'];
  const elements = ['saved-cards', 'add-card', 'payment-challenge'].map((name) => `mp-saved-cards/${name}`);
  for (const entry of [...entries, ...elements]) {
    it(`can be imported under Node without a DOM: ${entry}`, () => {
      const names = runInNode(`console.log(Object.keys(await import('${entry}')).join())`);
      const expected = entry.endsWith('testing')
        ? /installMercadoPago/
        : /Mp(SavedCards|AddCard|PaymentChallenge)Element/;
      assert.match(names, expected);
    });
  }

  it('says to a CommonJS program to use import(), where its Node cannot require an ES module', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', `console.log(typeof require('mp-saved-cards'))`], {
      encoding: 'utf8',
    });
    if (stdout) assert.equal(stdout, 'object\n');
    else assert.match(stderr, /ERR_REQUIRE_ESM[^]*dynamic import\(\)|dynamic import\(\)[^]*ERR_REQUIRE_ESM/);
  });

  for (const [app, folder, ...options] of [
    ['an app', ''],
    ['an app with a bundler', '', '--module', 'ESNext', '--moduleResolution', 'bundler'],
    ['templates of React 19, Vue and Svelte', '/templates'],
    ['React 18', '/react18'],
  ] as const)
    it(`has types for what ${app} may do with it, and against what it must not`, () => {
      const { status, stdout } = spawnSync('npx', ['tsc', '-p', `test/package/consumer${folder}`, ...options], {
        encoding: 'utf8',
      });
      assert.deepEqual([stdout, status], ['', 0]);
    });
});
