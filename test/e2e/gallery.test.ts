import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pt } from '../support/messages.js';
import { violations } from './support/axe.js';
import type { CheckoutPage } from './support/checkout-page.js';
import type { Demo } from './support/demo.js';
import { usePage } from './support/use-page.js';

describe('the gallery', { timeout: 120_000 }, () => {
  let demo: Demo;
  let gallery: CheckoutPage;

  const visit = (query: string) => gallery.page.goto(`${demo.origin}/demo/gallery/?${query}`);
  const shown = (selector: string) =>
    gallery.page.$$eval(selector, (all) =>
      all.filter((each) => each.checkVisibility()).map((each) => each.textContent),
    );

  usePage({ width: 1280, height: 400 }, (started, page) => {
    demo = started;
    gallery = page;
  });

  it('shows in its width and language what its filter leaves', async () => {
    await visit('width=320&locale=pt-BR&q=declined');
    assert.deepEqual(await shown('h2'), ['Paying with a saved card']);
    assert.ok((await shown('h3')).length > 4);
    assert.deepEqual(await violations(gallery.page), []);
    await gallery.page.type('input[type=search]', ' code');
    assert.deepEqual(await shown('h3'), ['declined-code', 'declined-no-code']);
    assert.match(gallery.page.url(), /width=320&locale=pt-BR&q=declined\+code$/);
    const frame = await gallery.page.waitForSelector('iframe[title=declined-code]');
    const state = await frame?.contentFrame();
    await state?.waitForSelector('.state.settled');
    const title = await state?.waitForSelector('mp-saved-cards >>> .notice .title');
    assert.equal(await title?.evaluate(({ textContent }) => textContent), pt.codeRejected);
    assert.equal((await frame?.boundingBox())?.width, 320);

    await Promise.all([gallery.page.waitForNavigation(), gallery.page.select('header select', 'dark')]);
    assert.match(gallery.page.url(), /width=320&locale=pt-BR&q=declined\+code&theme=dark$/);
    assert.equal(await gallery.page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
  });

  it('is not scrolled by the states that move the focus while it fills', async () => {
    await visit('width=1200&q=declined');
    const last = await gallery.page.waitForSelector('iframe[title=declined-no-code]');
    await (await last?.contentFrame())?.waitForSelector('.state.settled');
    // The page is scrolled back before it is painted.
    const seen = await last?.evaluate(async (frame) => {
      for (let time = 0; time < 2; time++) await new Promise(requestAnimationFrame);
      return { scrollY, isBelow: frame.getBoundingClientRect().top > innerHeight };
    });
    assert.deepEqual(seen, { scrollY: 0, isBelow: true });
  });

  it('shows all that is asked for in one theme and nothing else, for a picture', async () => {
    await visit('check=dark&q=declined+code');
    await gallery.page.waitForSelector('body.settled');
    const states = await gallery.page.$$eval('iframe', (frames) =>
      frames
        .filter((frame) => frame.contentDocument?.querySelector('.state.settled'))
        .map(({ title, contentDocument }) => [title, contentDocument?.documentElement.dataset['theme']]),
    );
    assert.deepEqual(states, [
      ['declined-code', 'dark'],
      ['declined-no-code', 'dark'],
    ]);
    assert.equal(await gallery.page.$('header'), null);
    assert.equal(await gallery.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  });
});
