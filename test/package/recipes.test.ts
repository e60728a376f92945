import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { engines } from '../e2e/support/browser.js';
import { Shop } from '../apps/shop.js';

/** The compiler does not look for it: it has no types. */
const PLAYWRIGHT_RECIPE: string = './recipes/playwright.js';

describe('the recipes of the README', () => {
  for (const dom of ['jsdom', 'happy-dom'])
    it(`pass in ${dom}`, () => {
      const program = ['--import', '@oxc-node/core/register', 'test/package/support/test-dom.ts', dom, 'recipe'];
      const { stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8', timeout: 60_000 });
      assert.equal(`${stdout}${stderr}`, 'passed\n');
    });

  describe('for Playwright', { skip: !engines.includes('chromium') }, () => {
    const folder = '.cache/recipes';
    let shop: Shop;
    let browser: Browser;

    before(async () => {
      mkdirSync(`${folder}/vendor`, { recursive: true });
      for (const file of ['index.html', 'page.js']) cpSync(`test/apps/script/${file}`, `${folder}/${file}`);
      cpSync('dist/mp-saved-cards.min.js', `${folder}/vendor/mp-saved-cards.min.js`);
      [shop, browser] = await Promise.all([
        Shop.start(() => folder),
        chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] }),
      ]);
    });
    after(async () => {
      await browser?.close();
      await shop?.close();
    });

    it('pay with the stand-in at the address of MercadoPago.js', async () => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      const { aShopperPays } = (await import(PLAYWRIGHT_RECIPE)) as {
        aShopperPays: (page: Page, address: string) => Promise<void>;
      };
      await aShopperPays(page, `${shop.origin}/script/`);
      assert.deepEqual(errors, []);
    });
  });
});
