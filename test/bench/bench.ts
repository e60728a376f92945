import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from 'vite';
import { minifyTemplates } from '../../.ci/minify-templates.js';
import { launch } from '../e2e/support/browser.js';
import type * as Bench from './page.js';
import type { ListName, Times } from './page.js';

/**
 * `npm run bench`: how much slower our list is than the same nodes cloned from a template, and than a minimal Lit element
 * with the same markup, in Chromium; and whether it leaves anything behind. Times of a machine mean nothing on another one,
 * ratios do; so each has a goal. No part of the tests: a busy machine may miss it.
 */

declare global {
  interface Window {
    bench: typeof Bench;
  }
}

const PAGE = 'https://bench.example/';

/** Each measurement is made so often, and the median counts. */
const RUNS = 5;

/** A goal is what is aimed at; the bench fails where it is missed by more than this. */
const TOLERANCE = 1.5;

interface Measurement {
  readonly name: string;
  readonly what: keyof typeof Bench.measurements;
  readonly count: number;
  readonly rounds: number;
  /** Those to measure; all by default. */
  readonly lists?: readonly ListName[];
  /** Most that ours may take of the reference's time. */
  readonly goal?: number;
}

const ALL: readonly ListName[] = ['ours', 'reference', 'lit'];

const MEASUREMENTS: readonly Measurement[] = [
  { name: 'first render, 1 card', what: 'firstRender', count: 1, rounds: 20, goal: 1.5 },
  { name: 'first render, 20 cards', what: 'firstRender', count: 20, rounds: 10, goal: 2 },
  { name: 'first render, 1,000 cards', what: 'firstRender', count: 1000, rounds: 3, goal: 2 },
  { name: 'first render, 10,000 cards', what: 'firstRender', count: 10_000, rounds: 1, lists: ['ours', 'reference'] },
  { name: 'choice, 20 cards', what: 'choice', count: 20, rounds: 20, goal: 2 },
  { name: 'choice, 1,000 cards', what: 'choice', count: 1000, rounds: 5, goal: 2.5 },
  { name: 'choice, 10,000 cards', what: 'choice', count: 10_000, rounds: 3, lists: ['ours', 'reference'] },
  { name: 'arrow key, 1,000 cards', what: 'arrowKey', count: 1000, rounds: 5 },
];

/** Ten times the cards may take ten times as long. */
const GROWTHS: readonly [name: string, small: string, large: string][] = [
  ['growth of the first render', 'first render, 1,000 cards', 'first render, 10,000 cards'],
  ['growth of a choice', 'choice, 1,000 cards', 'choice, 10,000 cards'],
];

let hasFailed = false;
const browser = await launch('chromium', { networkEnabled: true });
const script = await bundle();

const results = new Map<string, Times[]>();
for (const { name, what, count, rounds, goal, lists = ALL } of MEASUREMENTS) {
  // A page for each: what one leaves to the garbage collector is not the time of the next.
  const page = await openPage();
  const { elements, comments } = await page.evaluate(() => window.bench.prepare());
  if (results.size === 0) {
    console.log(
      `A row has ${elements} elements, equal in all lists; ours has ${comments} comments of Lit beside them.\n`,
    );
    console.log(`${''.padEnd(28)}        ours   reference         Lit`);
  }
  const plan = { count, rounds, lists, runs: RUNS };
  const runs = await page.evaluate((what, plan) => window.bench.measurements[what](plan), what, plan);
  await page.close();
  results.set(name, runs);
  const ratio = (list: ListName) => median(runs.map((times) => (times[list] ?? NaN) / (times.reference ?? NaN)));
  const columns = ALL.map((list) => (lists.includes(list) ? `${middle(runs, list).toFixed(2)} ms` : '').padStart(12));
  const lit = lists.includes('lit') ? ` (Lit × ${ratio('lit').toFixed(2)})` : '';
  console.log(
    `${name.padEnd(28)}${columns.join('')}   × ${ratio('ours').toFixed(2)}${lit}${verdict(ratio('ours'), goal)}`,
  );
}
for (const [name, small, large] of GROWTHS) {
  const growth = (list: ListName) => middle(results.get(large), list) / middle(results.get(small), list) / 10;
  const [ours, reference] = [growth('ours'), growth('reference')];
  console.log(
    `${name.padEnd(28)} × ${ours.toFixed(2)} of linear (reference × ${reference.toFixed(2)})${verdict(ours, 1)}`,
  );
}

await countLeftovers(100);
await browser.close();
process.exitCode = hasFailed ? 1 : 0;

/** The median time of one list in all runs. */
function middle(runs: readonly Times[] = [], list: ListName): number {
  return median(runs.map((times) => times[list] ?? NaN));
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function verdict(ratio: number, goal: number | undefined): string {
  if (goal === undefined) return '';
  const isFailure = !(ratio <= goal * TOLERANCE);
  if (isFailure) hasFailed = true;
  return ` goal × ${goal}: ${isFailure ? 'FAILED' : ratio <= goal ? 'met' : 'missed'}`;
}

/** Our sources, the stand-in and the other lists as one classic script, with the templates as they are shipped. */
async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [minifyTemplates()],
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

/** A page of its own process and origin, so that the clock is as fine as it gets. */
async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() !== PAGE) return void request.continue();
    void request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
      body: `<!doctype html><meta charset="utf-8"><body><script>${script}</script>`,
    });
  });
  await page.goto(PAGE);
  return page;
}

/** Nothing of a list may be alive after it is gone. */
async function countLeftovers(mounts: number): Promise<void> {
  const page = await openPage();
  const devTools = await page.createCDPSession();
  await devTools.send('Performance.enable');
  const mount = (times: number) => page.evaluate((times) => window.bench.mountAndUnmount(times), times);
  await mount(10);
  const before = await alive(devTools);
  const bytesBefore = await bytesUsed(devTools);
  await mount(mounts);
  const after = await alive(devTools);
  const bytes = ((await bytesUsed(devTools)) - bytesBefore) / mounts;
  for (const [name, count] of Object.entries(after)) {
    const earlier = before[name] ?? 0;
    const isLeft = count > earlier || (name === 'elements' && count > 0);
    if (isLeft) hasFailed = true;
    console.log(`${`${name} left after ${mounts} mounts`.padEnd(32)} ${earlier} → ${count} ${isLeft ? 'LEAK' : 'ok'}`);
  }
  // No verdict: what the engine keeps of its own is in it, and differs from run to run.
  console.log(`bytes left for each mount        ${bytes.toFixed(0)}`);
  await page.close();
}

async function bytesUsed(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
}

/** What is alive after the garbage is collected. */
async function alive(devTools: CDPSession): Promise<Record<string, number>> {
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
