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
  const passed: string[] = [];
  for (const key of held) await keyboard.down(key);
  for (let at = await checkout.focused(); at !== place; at = await checkout.focused()) {
    passed.push(at);
    assert.ok(passed.length < 13, `Tab never came to ${place}, but to ${passed.join(', ')}`);
    await tab(checkout);
  }
  for (const key of held) await keyboard.up(key);
}

/**
 * Presses Tab once, and waits until the focus has left: out of a frame of another origin it comes a moment later, and
 * a second press before that would be one too many.
 */
async function tab({ page }: CheckoutPage): Promise<void> {
  const before = await page.evaluateHandle(readFocused);
  await page.keyboard.press('Tab');
  await page.waitForFunction(
    (left) => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element !== left;
    },
    { timeout: 10_000 },
    before,
  );
}

function readFocused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
