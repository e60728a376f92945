import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { engines, launch } from '../e2e/support/browser.js';
import { AppPage } from './app-page.js';
import { InstalledApps } from './install.js';
import { ORDERS, paymentPage, serverPage } from './server-page.js';
import { Shop } from './shop.js';

interface App {
  /** Where the files are that it serves, below its folder. */
  readonly files: string;
  /** It has a page that its server renders and that cannot pay, or nothing but that; or its server renders the page that pays. */
  readonly server?: 'too' | 'only' | 'pays';
  readonly isBuilt?: boolean;
  readonly isTyped?: boolean;
  /** Too slow for CI: `npm run test:apps` runs it. */
  readonly isSlow?: boolean;
}

/** The apps in a browser; `readme` and `server` are none of them. */
const APPS: Readonly<Record<string, App>> = {
  react: { files: 'dist', server: 'too', isBuilt: true, isTyped: true },
  vue: { files: 'dist', server: 'too', isBuilt: true, isTyped: true },
  app: { files: 'dist', isBuilt: true },
  script: { files: '' },
  react18: { files: 'dist', server: 'only', isBuilt: true, isTyped: true, isSlow: true },
  lit: { files: 'dist', server: 'pays', isBuilt: true, isSlow: true },
  svelte: { files: 'dist', isBuilt: true, isTyped: true, isSlow: true },
  angular: { files: 'dist', isBuilt: true, isTyped: true, isSlow: true },
};

/** `ONLY=react,vue` names some of them; without it `APPS=all` adds those that are too slow for CI. */
const isWanted = (name: string) =>
  process.env['ONLY']?.split(',').includes(name) ?? (process.env['APPS'] === 'all' || !APPS[name]?.isSlow);
const apps = Object.entries(APPS).filter(([name]) => engines.includes('chromium') && isWanted(name));
const built = apps.filter(([, { isBuilt }]) => isBuilt).map(([name]) => name);
const typed = apps.filter(([, { isTyped }]) => isTyped).map(([name]) => name);

interface PackageJson {
  readonly unpkg: string;
  readonly exports: Readonly<Record<string, string | { readonly default?: string }>>;
}

const CARD_FIELDS = ['cardNumber', 'expirationDate', 'securityCode'];

const installed = new InstalledApps();
let packageJson: PackageJson;
let shop: Shop;
let browser: Browser;

before(async () => {
  assert.ok(existsSync('dist/mp-saved-cards.min.js'), 'run `npm run build` first');
  await installed.install(apps.map(([name]) => name));
  packageJson = JSON.parse(readFileSync(join(installed.packageFolder, 'package.json'), 'utf8')) as PackageJson;
  cpSync(join(installed.packageFolder, packageJson.unpkg), installed.path('script/vendor/mp-saved-cards.min.js'));
  [shop, browser] = await Promise.all([
    Shop.start((name) => installed.path(name, APPS[name]?.files ?? '')),
    launch('chromium', { networkEnabled: true }),
    ...built.map((name) => installed.run(name, 'build')),
  ]);
});
after(async () => {
  await browser?.close();
  await shop?.close();
  installed.remove();
});

for (const [name, { server }] of apps.filter(([, app]) => app.server !== 'only'))
  describe(`an app with the package from its tarball: ${name}`, { timeout: 120_000 }, () => {
    let app: AppPage;
    beforeEach(async () => {
      await shop.reset();
      if (server === 'pays') {
        const cards = await shop.cards();
        writeFileSync(installed.path(name, 'dist/index.html'), paymentPage(installed.rendered(name, cards), cards));
      }
      app = await AppPage.open(browser, shop, `${name}/`);
    });
    afterEach(async () => {
      assert.deepEqual([...app.checkout.errors, ...app.said], []);
      await app.close();
    });

    it('pays, takes the checkout away, brings it back and pays again', async () => {
      assert.deepEqual(await app.checkout.digits(), ['3704', '0604', '7522']);
      await app.checkout.typeCode('123');
      const first = await app.pay();
      assert.equal(first.status, 'approved');
      await app.leave();
      assert.deepEqual(await app.checkout.frames(), []);
      await app.comeBack();
      await app.checkout.typeCode('321');
      assert.equal((await app.pay(first)).status, 'approved');
      assert.equal(await shop.payments(), 2);
    });

    it('keeps the digits that were typed when it renders again, and pays', async () => {
      await app.checkout.typeCode('12');
      await app.renderAgain();
      assert.equal(await app.typed(), '12');
      await app.checkout.typeCode('3');
      await app.renderAgain();
      assert.equal(await app.typed(), '123');
      assert.equal((await app.pay()).status, 'approved');
      assert.equal(await shop.payments(), 1);
    });

    it('makes no payment when the checkout leaves while the token is made', async () => {
      await app.checkout.typeCode('123');
      await app.payAndLeave();
      await app.comeBack();
      // The digits are gone with the field: the new list says so, and the app gets an event.
      assert.deepEqual(app.said.splice(0), ['field-lost']);
      await app.checkout.typeCode('123');
      assert.equal((await app.pay()).status, 'approved');
      assert.equal(await shop.payments(), 1);
    });

    if (name === 'react')
      it('is a development build in which StrictMode runs every effect twice', async () => {
        assert.equal(await app.checkout.page.$eval('html', ({ dataset }) => dataset['effects']), '2');
      });
  });

for (const [name] of apps.filter(([, { server }]) => server === 'too' || server === 'only'))
  describe(`a page that the server rendered: ${name}`, { timeout: 120_000 }, () => {
    before(() => cpSync(installed.path('script/vendor'), installed.path(name, 'dist'), { recursive: true }));

    for (const [index, { order, cards }] of ORDERS.entries())
      it(`keeps its elements when our script runs ${order}`, async () => {
        await shop.reset();
        const html = serverPage(index, installed.rendered(name, cards));
        writeFileSync(installed.path(name, 'dist/server.html'), html);
        const app = await AppPage.open(browser, shop, `${name}/server.html`);
        const { page } = app.checkout;
        await page.waitForSelector('html[data-hydrated]');
        await app.renderAgain();
        assert.ok(await page.evaluate("rendered === document.querySelector('mp-saved-cards')"));
        assert.deepEqual(await app.checkout.frames(), cards ? CARD_FIELDS : ['securityCode']);
        if (!cards) {
          await app.checkout.typeCode('123');
          await app.renderAgain();
          assert.match(await app.token(), /\w{8}/);
        }
        assert.deepEqual([...app.checkout.errors, ...app.said], []);
        await app.close();
      });
  });

describe('the page in the README of the tarball', { skip: !isWanted('readme') && 'not in ONLY' }, () => {
  it('pays, with the integrity that the tarball names', { skip: !engines.includes('chromium') }, async () => {
    await shop.reset();
    const read = (file: string) => readFileSync(join(installed.packageFolder, file), 'utf8');
    const [, fence = ''] =
      /<!-- run: test\/apps\/apps\.test\.ts -->\s+```html\n([^]*?)\n```/.exec(read('README.md')) ?? [];
    const [, integrity = ''] = /^mp-saved-cards\.min\.js (sha384-\S+)$/m.exec(read('dist/integrity.txt')) ?? [];
    const page = fence.replace('APP_USR-…', 'TEST-MLA-demo').replace('src=', `integrity="${integrity}" src=`);
    mkdirSync(installed.path('readme'));
    writeFileSync(installed.path('readme/index.html'), `<!doctype html><meta charset="utf-8" />${page}`);
    cpSync(join(installed.packageFolder, packageJson.unpkg), installed.path('readme/mp-saved-cards.min.js'));
    const { checkout } = await AppPage.open(browser, shop, 'readme/');
    await checkout.typeCode('123');
    await checkout.payByForm();
    assert.equal((await checkout.result()).status, 'approved');
    assert.equal(await shop.payments(), 1);
    assert.deepEqual(checkout.errors, []);
    await checkout.close();
  });
});

for (const name of typed)
  describe(`the type checker of ${name}`, () => {
    it('takes the right uses of properties and events, and finds each wrong one', () => installed.run(name, 'check'));
  });

describe('a server with the package from its tarball', { skip: !isWanted('server') && 'not in ONLY' }, () => {
  it('imports every entry that has code, and none prints anything', () => {
    const entries = Object.entries(packageJson.exports)
      .filter(([path, target]) => !path.endsWith('.json') && (typeof target === 'string' || target.default))
      .map(([path]) => path.replace('.', 'mp-saved-cards'));
    assert.ok(entries.length >= 9, entries.join());
    for (const entry of entries) {
      const code = `await import('${entry}'); console.log('imported')`;
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
        cwd: installed.path(),
        encoding: 'utf8',
      });
      assert.equal(`${stdout}${stderr}`, 'imported\n', entry);
    }
  });
});
