import type { Page } from 'puppeteer-core';

const ARRIVED = 'typing arrived';

/**
 * Waits until the page knows what was typed into its Secure Fields. A field reports it by a message from another process,
 * which a click of the same millisecond can overtake; a hand cannot. Messages of one window keep their order, so one more
 * message from each field comes after all of them.
 */
export async function typingArrived(page: Page): Promise<void> {
  // Not `page.frames()`, which in Firefox has frames that are gone.
  for (const iframe of await page.$$('iframe[name]')) {
    const frame = await iframe.contentFrame();
    if (!frame) continue;
    const arrival = await page.evaluateHandle(expectMessage, ARRIVED);
    await frame.evaluate((message) => parent.postMessage(message, '*'), ARRIVED);
    await arrival.evaluate(({ message }) => message);
  }
}

/** In an object, since a promise that is returned would be waited for. */
function expectMessage(expected: string): { message: Promise<void> } {
  const message = new Promise<void>((resolve) => {
    addEventListener('message', function heard({ data }) {
      if (data !== expected) return;
      removeEventListener('message', heard);
      resolve();
    });
  });
  return { message };
}
