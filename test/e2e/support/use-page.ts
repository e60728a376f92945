import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch } from './browser.js';
import { CheckoutPage } from './checkout-page.js';
import { startDemo, type Demo } from './demo.js';

/**
 * The demo, and a new page of Chromium for each test of a suite. A test that leaves an error in the page's console fails.
 *
 * @param begin called before each test
 */
export function usePage(
  viewport: { readonly width: number; readonly height: number },
  begin: (demo: Demo, page: CheckoutPage) => void,
): void {
  let demo: Demo;
  let browser: Browser;
  let page: CheckoutPage;
  before(async () => {
    demo = await startDemo();
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    await demo.reset();
    page = await CheckoutPage.prepare(browser);
    await page.page.setViewport(viewport);
    begin(demo, page);
  });
  afterEach(async () => {
    assert.deepEqual(page.errors, []);
    await page.close();
  });
}
