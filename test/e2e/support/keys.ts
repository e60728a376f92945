import assert from 'node:assert/strict';
import type { KeyInput } from 'puppeteer-core';
import type { CheckoutPage } from './checkout-page.js';

/** Presses one key after the other. */
export async function press({ page }: CheckoutPage, ...keys: readonly KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until the focus is where it is wanted, with other keys held down. */
export async function tabTo(checkout: CheckoutPage, place: string, ...held: readonly KeyInput[]): Promise<void> {
  const { keyboard } = checkout.page;
  for (const key of held) await keyboard.down(key);
  for (let presses = 0; presses < 12 && (await checkout.focused()) !== place; presses++) await tab(checkout);
  for (const key of held) await keyboard.up(key);
  assert.equal(await checkout.focused(), place);
}

/** Out of a frame of another origin the focus comes a moment later; without a name two places are alike. */
async function tab(checkout: CheckoutPage): Promise<void> {
  const before = await checkout.focused();
  await checkout.page.keyboard.press('Tab');
  for (let turns = 0; turns < 50 && (await checkout.focused()) === before; turns++);
}
