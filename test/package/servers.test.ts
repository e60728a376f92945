import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** What a program prints, errors and warnings included; it ends by itself. */
function printed(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 });
  return `${stdout}${stderr}`.trim();
}

const support = (name: string, ...args: string[]) =>
  printed('--import', '@oxc-node/core/register', `test/package/support/${name}.ts`, ...args);

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { default?: string }>;
};
const imports = Object.entries(exports)
  .filter(([path, target]) => !path.endsWith('.json') && (typeof target === 'string' || target.default))
  .map(([path]) => path.replace('.', 'mp-saved-cards'));

describe('under Node without a DOM', () => {
  for (const path of imports)
    it(`${path} can be imported, and prints nothing`, () => {
      assert.equal(
        printed('--input-type=module', '-e', `await import('${path}'); console.log('imported')`),
        'imported',
      );
    });

  it('the elements are rendered as they are before anything is known', () => {
    const html = support('server');
    assert.match(html, /^<!--lit-part/);
    assert.match(html, /<mp-saved-cards [^>]*>\s*<template shadowroot="open"/);
    assert.match(html, /Carregando/);
    assert.match(html, /<mp-add-card [^>]*>\s*<template shadowroot="open"[^]*<button/);
    assert.match(html, /<mp-payment-challenge [^>]*>\s*<template shadowroot="open"/);
    assert.doesNotMatch(html, /role="alert"|class="notice/);
  });
});

const REJECTED = {
  code: 'configuration',
  message: 'No payment here: this DOM lacks ElementInternals or ResizeObserver.',
};

for (const dom of ['jsdom', 'happy-dom'])
  describe(`in ${dom}`, () => {
    // Two copies of an element on one page are worth a warning, so the modules and the files for a script tag come apart.
    const modules = imports.filter((path) => !path.endsWith('.min.js'));
    const parts = imports.filter((path) => /\.(list|challenge)\.min\.js$/.test(path));
    for (const [what, paths] of Object.entries({ modules, 'files for a script tag with one element': parts }))
      it(`all ${what} can be imported one after another, and print nothing`, () => {
        assert.ok(paths.length > 1);
        assert.equal(support('test-dom', dom, 'import', ...paths), paths.join('\n'));
      });

    for (const how of ['module', 'script'])
      it(`the elements show what they know, load nothing, and reject tokenize(): ${how}`, () => {
        assert.deepEqual(JSON.parse(support('test-dom', dom, how)), {
          'mp-saved-cards': { shown: true, rejected: REJECTED, isValid: true },
          'mp-add-card': { shown: true, rejected: REJECTED, isValid: true },
          'mp-payment-challenge': { shown: false, rejected: false, isValid: false },
          scripts: 0,
        });
      });
  });
