import type { Page } from 'puppeteer-core';

/**
 * Does what leads to another page, and waits for that page. The driver's `waitForNavigation()` also waits for the end of
 * every frame that it knows, which in Firefox never comes for one that was replaced before.
 */
export async function nextPage(page: Page, act: () => Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const loaded = new Promise<void>((resolve, reject) => {
    page.once('load', () => resolve());
    timer = setTimeout(() => reject(new Error('no page answers')), 30_000);
  });
  try {
    await Promise.all([loaded, act()]);
  } finally {
    clearTimeout(timer);
  }
}
