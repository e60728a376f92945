import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, MediaFeature, Page } from 'puppeteer-core';
import { engines, launch } from '../e2e/support/browser.js';
import { startDemo, type Demo } from '../e2e/support/demo.js';
import { expectPicture } from './compare.js';

interface Look {
  readonly state: string;
  /** More of the gallery's address. */
  readonly query?: string;
  readonly width?: number;
  /** Of the window, for what is placed in it. */
  readonly height?: number;
  readonly media?: MediaFeature;
}

/** The states and themes that matter most. Computed styles and axe check everything else. */
const LOOKS: Readonly<Record<string, Look>> = {
  'ready-light': { state: 'ready', query: 'theme=light' },
  'ready-dark': { state: 'ready', query: 'theme=dark' },
  'ready-phone': { state: 'ready', query: 'theme=light', width: 320 },
  'ready-rtl': { state: 'ready', query: 'theme=light&dir=rtl' },
  'ready-large-text': { state: 'ready', query: 'theme=light&size=200', width: 320 },
  'ready-dense': { state: 'ready', query: 'theme=light&density=dense' },
  'ready-more-contrast': { state: 'ready', query: 'theme=light', media: { name: 'prefers-contrast', value: 'more' } },
  'focus-light': { state: 'code-focus', query: 'theme=light' },
  'focus-forced-colours': { state: 'code-focus', media: { name: 'forced-colors', value: 'active' } },
  'missing-light': { state: 'code-missing', query: 'theme=light' },
  'expiring-dark': { state: 'expiring', query: 'theme=dark' },
  'brands-light': { state: 'brands', query: 'theme=light', width: 320 },
  'loading-dark': { state: 'loading', query: 'theme=dark' },
  'failed-light': { state: 'failed', query: 'theme=light' },
  'installments-light': { state: 'installments', query: 'theme=light' },
  'declined-code-light': { state: 'declined-code', query: 'theme=light' },
  'declined-unusable-dark': { state: 'declined-unusable', query: 'theme=dark' },
  'manage-light': { state: 'manage', query: 'theme=light' },
  'undo-dark': { state: 'undo', query: 'theme=dark' },
  'other-open-dark': { state: 'other-open', query: 'theme=dark' },
  'form-invalid-light': { state: 'form-invalid', query: 'theme=light' },
  'form-saving-dark': { state: 'form-saving', query: 'theme=dark' },
  'form-phone': { state: 'form-shop-failed', query: 'theme=light', width: 320 },
  'paid-light': { state: 'paid', query: 'theme=light' },
  'pending-dark': { state: 'payment-pending', query: 'theme=dark' },
  'unknown-phone': { state: 'payment-unknown', query: 'theme=light', width: 320 },
  'form-paid-dark': { state: 'form-paid', query: 'theme=dark' },
  'form-pending-light': { state: 'form-pending', query: 'theme=light' },
  'form-unknown-phone': { state: 'form-unknown', query: 'theme=light', width: 320 },
  'challenge-waiting-light': { state: 'challenge-waiting', query: 'theme=light', width: 900, height: 760 },
  'challenge-missing-dark': { state: 'challenge-missing', query: 'theme=dark', width: 320, height: 640 },
  'challenge-forced-colours': {
    state: 'challenge-missing',
    width: 375,
    height: 667,
    media: { name: 'forced-colors', value: 'active' },
  },
  'challenge-closed-light': { state: 'challenge-closed', query: 'theme=light', width: 320 },
  'challenge-refused-dark': { state: 'challenge-refused', query: 'theme=dark' },
  'challenge-unfinished-light': { state: 'challenge-unfinished', query: 'theme=light' },
};

/** The day on which all pictures are taken: expiry dates and badges depend on it. */
const TODAY = new Date(2026, 10, 15, 12).getTime();

if (engines.includes('chromium')) {
  describe('the elements look as they did', { timeout: 300_000 }, () => {
    let demo: Demo;
    let browser: Browser;
    let page: Page;
    /** Puppeteer's own `emulateMediaFeatures` does not know all of these features. */
    let devTools: CDPSession;

    before(async () => {
      demo = await startDemo();
      browser = await launch('chromium');
      page = await browser.newPage();
      devTools = await page.createCDPSession();
      await page.evaluateOnNewDocument(stopCalendar, TODAY);
      await page.evaluateOnNewDocument(hideCaret);
    });
    after(async () => {
      await browser.close();
      await demo.stop();
    });

    for (const [name, { state, query = '', width = 420, height = 200, media }] of Object.entries(LOOKS)) {
      it(name, async () => {
        await page.setViewport({ width, height });
        const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }, ...(media ? [media] : [])];
        await devTools.send('Emulation.setEmulatedMedia', { features });
        await page.goto(`${demo.origin}/demo/gallery/?state=${state}&${query}`);
        await page.waitForSelector('.state.settled');
        await painted(page);
        expectPicture(name, await page.screenshot({ fullPage: true }));
      });
    }
  });
}

/** A whole page is as high in its picture as it was when it was painted last. */
const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Runs in the page: a day that does not pass. */
function stopCalendar(now: number): void {
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now() {
      return now;
    }
  } as DateConstructor;
}

/** Runs in the page and in each of its frames, some of which leave while the picture is prepared. */
function hideCaret(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { caret-color: transparent }');
  document.adoptedStyleSheets = [sheet];
}
