import type { CheckoutPage } from './checkout-page.js';

const ROWS = 'mp-saved-cards >>> .row:has(input)';
/** Where a thumb is. */
const THUMB = 180;

/**
 * Taps a card with a finger, and waits until it is chosen and its code's frame is ready; the first one is 1.
 *
 * @returns reads by how many pixels the row is now above or below the finger
 */
export async function tapRow(checkout: CheckoutPage, ordinal: number): Promise<() => Promise<number>> {
  const { page } = checkout;
  const row = (await page.$$(ROWS))[ordinal - 1];
  if (!row) throw new Error(`there are fewer than ${ordinal} rows`);
  await row.evaluate((element, thumb) => scrollBy(0, element.getBoundingClientRect().top - thumb), THUMB);
  const topOf = (element: Element) => element.getBoundingClientRect().top;
  const before = await row.evaluate(topOf);
  await page.touchscreen.tap(150, before + 20);
  await page.waitForFunction((element) => element.querySelector('input')?.checked, {}, row);
  await checkout.fieldReady();
  return async () => Math.abs((await row.evaluate(topOf)) - before);
}

/** Waits until what follows from a tap is done: a focus that moves does so in the next frame. */
export async function twoFrames({ page }: CheckoutPage): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}
