import { expect } from '@open-wc/testing';
import type { RunOptions } from 'axe-core';
import { trees } from './trees.js';

/** Ends all animations, so that contrast is not measured during a fade. Endless ones, such as the skeleton's, go on. */
export async function endAnimations(): Promise<void> {
  const finite = trees(document)
    .flatMap((root) => root.getAnimations())
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? Infinity));
  for (const animation of finite) animation.finish();
  await Promise.all(finite.map(({ finished }) => finished.catch(() => undefined)));
}

/**
 * What axe finds wrong in the present content of the page. It does not ask the frames: they have no axe, and it would wait
 * half a second for their answer each time.
 */
export async function violations(root: Element, options: RunOptions = {}): Promise<string[]> {
  await import('axe-core/axe.min.js'); // not in each file that could ask it
  await endAnimations();
  const found = await window.axe.run(root, { ...options, resultTypes: ['violations'], iframes: false });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Checks the present content of the page with axe. */
export async function expectAccessible(element: Element): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}
