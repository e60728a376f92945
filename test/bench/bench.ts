import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from 'vite';
import { launch } from '../e2e/support/browser.js';
import type * as Bench from './page.js';
import type { Pair } from './page.js';

/**
 * `npm run bench`: how much dearer than the least possible our list is, in Chromium, and whether it leaves anything behind. Times
 * of a machine mean nothing on another one, ratios do; so each has a budget. No part of the tests: a busy machine may exceed them.
 */

declare global {
  interface Window {
    bench: typeof Bench;
  }
}

const PAGE = 'https://bench.example/';

const MEASUREMENTS: readonly [name: string, budget: number, measure: (page: Page) => Promise<Pair>][] = [
  ['first render, 1 card', 6, (page) => page.evaluate(() => window.bench.firstRender(1, 40))],
  ['first render, 20 cards', 14, (page) => page.evaluate(() => window.bench.firstRender(20, 30))],
  ['first render, 1,000 cards', 12, (page) => page.evaluate(() => window.bench.firstRender(1000, 8))],
  ['choice, 20 cards', 8, (page) => page.evaluate(() => window.bench.choice(20, 40))],
  ['choice, 1,000 cards', 30, (page) => page.evaluate(() => window.bench.choice(1000, 20))],
  ['arrow key, 1,000 cards', 20, (page) => page.evaluate(() => window.bench.arrowKey(1000, 20))],
];

const browser = await launch('chromium');
const page = await browser.newPage();
await openPage(page, await bundle());
let isWithinBudget = true;

for (const [name, budget, measure] of MEASUREMENTS) {
  const { ours, reference } = await measure(page);
  const ratio = ours / reference;
  const verdict = ratio <= budget ? 'ok' : 'OVER';
  if (ratio > budget) isWithinBudget = false;
  console.log(
    `${name.padEnd(28)} ${ours.toFixed(2).padStart(9)} ms ${reference.toFixed(2).padStart(9)} ms` +
      `   × ${ratio.toFixed(2).padStart(5)} (budget × ${budget}) ${verdict}`,
  );
}

const MOUNTS = 100;
const devTools = await page.createCDPSession();
await devTools.send('Performance.enable');
await page.evaluate((times) => window.bench.mountAndUnmount(times), 10);
const before = await leftovers(devTools);
await page.evaluate((times) => window.bench.mountAndUnmount(times), MOUNTS);
const after = await leftovers(devTools);
for (const [name, count] of Object.entries(after)) {
  const earlier = before[name] ?? 0;
  const isLeft = count > earlier || (name === 'elements' && count > 0);
  if (isLeft) isWithinBudget = false;
  console.log(`${`${name} left after ${MOUNTS} mounts`.padEnd(32)} ${earlier} → ${count} ${isLeft ? 'LEAK' : 'ok'}`);
}
await browser.close();
process.exitCode = isWithinBudget ? 0 : 1;

/** Our sources, the stand-in and the reference as one classic script, as a shop would ship them. */
async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('The benchmark could not be bundled');
  return result.output[0].code;
}

async function openPage(page: Page, script: string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() !== PAGE) return void request.continue();
    const body = `<!doctype html><meta charset="utf-8"><body><script>${script}</script>`;
    void request.respond({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(PAGE);
}

/** What is alive after the garbage is collected. */
async function leftovers(devTools: CDPSession): Promise<Record<string, number>> {
  for (let time = 0; time < 4; time++) await devTools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const { result } = await devTools.send('Runtime.evaluate', {
    expression: 'customElements.get("mp-saved-cards").prototype',
  });
  const { objects } = await devTools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
  const { result: length } = await devTools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
  });
  if (objects.objectId) await devTools.send('Runtime.releaseObject', { objectId: objects.objectId });
  return {
    elements: Number(length.value),
    frames: metric('Frames'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}
